import type { AlternativeRow } from '@samstyr/core/model/alternative-row';
import type { VersionRow } from '@samstyr/core/model/rows';
import { type Alternative, withAlternative } from '@samstyr/core/scenario/alternative';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { versionInAddress } from '../budget/shown-version.ts';
import { useBudget, useVersionOf } from '../budget/use-budget.ts';
import { useVersionName } from '../budget/version-name.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { usePath, useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';
import { columnProblemInWords, letters } from './column.ts';
import { useEffectInWords } from './effect-in-words.ts';
import { useSavedBy } from './use-saved-by.ts';

/** The versions saved beside the year's budget, for who sees them: what each moves, and what may be done with it. (S-WEB-54) */
export function SavedVersions() {
  const t = useText();
  const { index, year } = useBudget();
  const rows = index.model.alternative.flatMap((row) => {
    const version = index.version.get(row.base);
    return version?.year === year ? [{ row, version }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="lagrede">
      <h2 id="lagrede">{t('saved.title')}</h2>
      <p className="quiet">{t('saved.lead', { year })}</p>
      {rows.map(({ row, version }) => (
        <SavedVersion key={row.id} row={row} version={version} />
      ))}
    </section>
  );
}

type SavedVersionProps = { readonly row: AlternativeRow; readonly version: VersionRow };

function SavedVersion({ row, version }: SavedVersionProps) {
  const t = useText();
  const language = useLanguage();
  const me = useMe();
  const path = usePath();
  const link = useSearchLink();
  const [search] = useSearchParams();
  const { cooperation = '' } = useParams();
  const { index, overview, year } = useBudget();
  const savedBy = useSavedBy(row.id);
  const effect = useEffectInWords();
  const nameOf = useVersionName();
  const [asking, setAsking] = useState<'adopt' | 'discard' | null>(null);
  const shown = useMemo(() => {
    const found = withAlternative(index, row.id);
    return found.ok ? moved(found.value, year) : found;
  }, [index, row.id, year]);
  const isCurrent = overview.version.id === version.id;
  const mayWrite = hasRole(me, cooperation, 'controller');
  const step = `saved~${row.id}`;
  const used = letters.map((letter) => search.get(letter) ?? '');
  const isCompared = used.some((text) => text.split('|').includes(step));
  const free = letters[used.indexOf('')] ?? 'c';
  const { name } = row;
  return (
    <article className="card" aria-label={name}>
      <h3>{name}</h3>
      {row.why === null ? null : <p>{row.why}</p>}
      <p>
        {shown.ok ? effect(shown.value) : shown.problems.map((one) => columnProblemInWords(one, language))}
      </p>
      <p className="small">
        {[
          ...(savedBy === null ? [] : [savedBy]),
          t('saved.builtOn', { base: nameOf(version) }),
          ...(isCurrent ? [] : [t('saved.leftBehind', { current: nameOf(overview.version) })]),
        ].join(' ')}
      </p>
      <p className="acts">
        {isCurrent && !isCompared ? (
          <Link
            className="button"
            to={link({ [free]: step, steg: null })}
            preventScrollReset
            aria-label={t('saved.compareNamed', { name })}
          >
            {t('saved.compare')}
          </Link>
        ) : null}
        {shown.ok ? (
          <Link
            className="button"
            to={`${path('')}?${new URLSearchParams({ [versionInAddress]: row.id })}`}
            aria-label={t('saved.showNamed', { name })}
          >
            {t('saved.show')}
          </Link>
        ) : null}
        {mayWrite && isCurrent && shown.ok ? (
          <button
            type="button"
            className="button"
            onClick={() => setAsking('adopt')}
            aria-label={t('saved.adoptNamed', { name })}
          >
            {t('saved.adopt')}
          </button>
        ) : null}
        {mayWrite ? (
          <button
            type="button"
            className="button"
            onClick={() => setAsking('discard')}
            aria-label={t('saved.discardNamed', { name })}
          >
            {t('saved.discard')}
          </button>
        ) : null}
      </p>
      {asking === null ? null : (
        <Asking
          row={row}
          what={asking}
          effect={shown.ok ? effect(shown.value) : ''}
          close={() => setAsking(null)}
        />
      )}
    </article>
  );
}

/** What a version moves against what it builds on. */
const moved = ({ base, row }: Alternative, year: number) =>
  whatIf(base, row.edits, { year, rounding: 'agreement' });

type AskingProps = {
  readonly row: AlternativeRow;
  readonly what: 'adopt' | 'discard';
  readonly effect: string;
  readonly close: () => void;
};

/** The question before a version becomes the budget or is discarded, with what it moves. */
function Asking({ row, what, effect, close }: AskingProps) {
  const t = useText();
  const path = usePath();
  const link = useSearchLink();
  const navigate = useNavigate();
  const act = useAct();
  const command = useCommand();
  const versionOf = useVersionOf();
  const [search] = useSearchParams();
  const { year } = useBudget();
  const [sent, setSent] = useState<Sent | null>(null);
  const { id, name } = row;
  const expect = { [`alternative:${id}`]: versionOf('alternative', id) };
  /** The address without the version, which is there no more. */
  const without = link(
    Object.fromEntries(
      letters.map((letter) => [
        letter,
        (search.get(letter) ?? '')
          .split('|')
          .filter((step) => step !== `saved~${id}`)
          .join('|') || null,
      ]),
    ),
  );
  const onYes = async (): Promise<void> => {
    const answer =
      what === 'adopt'
        ? await act({ method: 'POST', path: `/alternatives/${id}/adoption`, body: { expect } })
        : await command({ op: 'removeRow', args: { table: 'alternative', id }, expect });
    setSent(answer);
    if (answer.is === 'done') await navigate(what === 'adopt' ? path('') : without);
  };
  return (
    <Dialog title={t(`saved.${what}Title`, { name })} close={close}>
      {what === 'adopt' ? <p>{effect}</p> : null}
      <p>{t(`saved.${what}Help`, { year })}</p>
      <p className="acts">
        <button type="button" className="button primary" onClick={onYes}>
          {t(`saved.${what}`)}
        </button>
        <button type="button" className="button" onClick={close}>
          {t('saved.cancel')}
        </button>
      </p>
      <Refusal sent={sent} />
    </Dialog>
  );
}
