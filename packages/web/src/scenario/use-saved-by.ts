import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMoment } from '../texts/moment.tsx';
import { useText } from '../texts/use-text.tsx';

type Entry = AnswerOf<Routes['history.get']>['entries'][number];

/** Who saved a version and when, as the log has it; null until it is read, and where no person did. */
export function useSavedBy(id: string): string | null {
  const t = useText();
  const moment = useMoment();
  const { cooperation = '' } = useParams();
  const [entry, setEntry] = useState<Entry | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const answer = await fetch(`/api/v1/cooperations/${cooperation}/history/alternative/${id}`);
      if (!answer.ok || isGone) return;
      const { entries } = (await answer.json()) as { readonly entries: readonly Entry[] };
      setEntry(entries[0] ?? null);
    };
    // Without it the version stands there as well.
    read().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [cooperation, id]);
  return entry?.name == null ? null : `${t('saved.by', { name: entry.name, moment: moment(entry.at) })}.`;
}
