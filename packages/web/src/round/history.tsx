import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMoment } from '../texts/moment.tsx';
import { useText } from '../texts/use-text.tsx';

type Entry = AnswerOf<Routes['history.get']>['entries'][number];
type Said = AnswerOf<Routes['comments.list']>['comments'][number];
type Fields = Entry['before'];
type Found = { readonly entries: readonly Entry[]; readonly unused: readonly Said[] };

type HistoryProps = {
  readonly table: 'line' | 'text' | 'change';
  readonly id: string;
  readonly unit: string;
  readonly field: string;
  readonly name: string;
  /** The field as people read it; null where there was no row. */
  readonly show: (fields: Fields) => ReactNode;
};

/**
 * What was done with a row: who, when, before and after; and what somebody wrote and gave up for another's, so that it is not lost. Asked
 * for when it is opened. (S-WEB-41)
 */
export function History({ table, id, unit, field, name, show }: HistoryProps) {
  const t = useText();
  const moment = useMoment();
  const { cooperation = '' } = useParams();
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<Found | 'failed' | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    const of = `/api/v1/cooperations/${cooperation}`;
    const read = async (): Promise<void> => {
      const rows = await fetch(`${of}/history/${table}/${encodeURIComponent(id)}?field=${field}`);
      const said = await fetch(`${of}/comments?unit=${encodeURIComponent(unit)}`);
      if (isGone) return;
      if (!rows.ok && rows.status !== 404) return setFound('failed');
      const { entries } = (rows.ok ? await rows.json() : { entries: [] }) as Pick<Found, 'entries'>;
      const { comments } = (said.ok ? await said.json() : { comments: [] }) as {
        readonly comments: readonly Said[];
      };
      setFound({ entries, unused: comments.filter(({ row }) => row.about === `${table}:${id}`) });
    };
    read().catch(() => setFound('failed'));
    return () => {
      isGone = true;
    };
  }, [isOpen, cooperation, table, id, unit, field]);
  const lines =
    found === null || found === 'failed'
      ? []
      : [
          ...found.entries.map((entry) => ({ at: entry.at, entry, said: null })),
          ...found.unused.map((said) => ({ at: said.row.writtenAt, entry: null, said })),
        ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.of', { name })}</summary>
      {found === 'failed' ? <p role="alert">{t('history.failed')}</p> : null}
      {found !== null && found !== 'failed' && lines.length === 0 ? (
        <p className="quiet">{t('history.none')}</p>
      ) : null}
      {lines.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('history.who')}</th>
              <th scope="col">{t('history.before')}</th>
              <th scope="col">{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ at, entry, said }) => (
              <tr key={`${at}-${entry?.revision ?? said?.row.id}`}>
                <th scope="row">
                  {entry?.name ?? said?.name ?? t('history.read')}
                  <span className="small">{moment(at)}</span>
                </th>
                {said === null ? (
                  <>
                    <td>{entry.before === null ? '–' : show(entry.before)}</td>
                    <td>{entry.after === null ? '–' : show(entry.after)}</td>
                  </>
                ) : (
                  <td colSpan={2}>
                    <span className="small">{t('history.unused')}</span>
                    <span className="said">{said.row.body}</span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
