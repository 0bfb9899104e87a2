import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { AlternativeRow } from '@samstyr/core/model/alternative-row';
import { slugFrom } from '@samstyr/core/model/slug';
import { freeId } from '@samstyr/core/scenario/context';
import type { WhatIf } from '@samstyr/core/scenario/whatif';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { Field, typed } from '../parts/field.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useSearchLink } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';
import type { Column } from './column.ts';
import { useEffectInWords } from './effect-in-words.ts';
import { useSpeaker } from './speaker.ts';

type SaveVersionProps = { readonly column: Column; readonly result: WhatIf };

/** Keeps a column beside the open budget, with a name and why; what it moves is seen first. (S-WEB-54) */
export function SaveVersion({ column, result }: SaveVersionProps) {
  const t = useText();
  const me = useMe();
  const id = useId();
  const link = useSearchLink();
  const navigate = useNavigate();
  const command = useCommand();
  const versionOf = useVersionOf();
  const speaker = useSpeaker();
  const effect = useEffectInWords();
  const { cooperation = '' } = useParams();
  const [sent, setSent] = useState<Sent | null>(null);
  const { index, year, overview } = useBudget();
  const { version } = overview;
  const isOpen = version.status === 'proposal' || version.status === 'recommended';
  if (!isOpen || !hasRole(me, cooperation, 'controller')) return null;
  const onSave = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = typed(form, 'navn').trim();
    const row: AlternativeRow = {
      id: freeId(index.model.alternative, `${year}.${slugOf(name)}`),
      base: version.id,
      name,
      why: typed(form, 'hvorfor').trim() || null,
      // A change says why it is there, also when it has become the budget.
      edits: column.parts.flatMap(({ edits, words }) =>
        edits.map((edit) =>
          edit.op === 'addChange' && edit.reason === null ? { ...edit, reason: words(speaker) } : edit,
        ),
      ),
    };
    const answer = await command({
      op: 'putRow',
      args: { table: 'alternative', row: rowToJson('alternative', row) },
      expect: { [`alternative:${row.id}`]: versionOf('alternative', row.id) },
    });
    setSent(answer);
    if (answer.is === 'done')
      await navigate(link({ [column.letter]: `saved~${row.id}`, steg: null }), { preventScrollReset: true });
  };
  return (
    <details className="work">
      <summary>{t('saved.save')}</summary>
      <p className="quiet">{t('saved.saveHelp')}</p>
      <p>{effect(result)}</p>
      <form onSubmit={onSave}>
        <Field label={t('saved.name')} name="navn" />
        <p className="entry">
          <label htmlFor={id}>{t('saved.why')}</label>
          <textarea id={id} name="hvorfor" rows={2} maxLength={4000} />
        </p>
        <p className="acts">
          <button type="submit" className="button primary">
            {t('saved.do')}
          </button>
        </p>
      </form>
      <Refusal sent={sent} />
    </details>
  );
}

/** What stands after the year in the id of a version. */
const slugOf = (name: string): string =>
  slugFrom(name)
    .replaceAll('/', '-')
    .slice(0, 60)
    .replace(/[-.]+$/, '') || 'versjon';
