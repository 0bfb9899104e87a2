import { listed } from '@samstyr/contract/texts/list-text';
import type { Amount, OverviewRow } from '@samstyr/core/budget/view';
import { Link } from 'react-router';
import { useBudget } from '../budget/use-budget.ts';
import { usePath } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** Why an amount may move: `case` is a case that waits while it is by the key in force, `rests` one it rests on before all have adopted. */
type Wait = 'case' | 'rests' | 'register';

/** What an amount waits for; null when it is settled, or when a new key would move others and not this one. */
function waitOf({ ore, waiting, provisional }: Amount): Wait | null {
  if (waiting !== null && waiting.adoptedOre !== ore) return 'case';
  if (provisional === null) return null;
  if (provisional.reason === 'unpublishedRegister') return 'register';
  return provisional.inForceOre === ore ? null : 'rests';
}

const sign = (wait: Wait): string => (wait === 'case' ? '○' : '*');

/** The mark beside an amount that waits for somebody. (S-WEB-45) */
export function WaitMark({ amount }: { readonly amount: Amount }) {
  const t = useText();
  const wait = waitOf(amount);
  return wait === null ? null : (
    <span className={wait === 'case' ? 'waits' : 'waits rests'} title={t(`waits.mark.${wait}`)}>
      <span aria-hidden="true">{sign(wait)}</span>
      <span className="hidden-text"> {t(`waits.mark.${wait}`)}</span>
    </span>
  );
}

/** What the marks in some rows mean: each case that waits, whose answer is missing, and by which key the amounts are. (S-WEB-45) */
export function WaitNotes({ rows }: { readonly rows: readonly (OverviewRow | undefined)[] }) {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const { index, overview } = useBudget();
  const name = (who: string): string =>
    overview.parties.find(({ party, number }) => party === who || number === who)?.name ?? who;
  const marked = rows.flatMap((row) => {
    const wait = row === undefined ? null : waitOf(row.current);
    return row === undefined || wait === null ? [] : [{ wait, amount: row.current }];
  });
  const cases = new Map(
    marked.flatMap(({ wait, amount }) => {
      const waits = wait === 'case' ? amount.waiting : amount.provisional;
      return waits?.case == null ? [] : [[waits.case, { wait, awaiting: waits.awaiting }] as const];
    }),
  );
  const hasRegister = marked.some(({ wait }) => wait === 'register');
  if (cases.size === 0 && !hasRegister) return null;
  return (
    <ul className="wait-notes">
      {[...cases].map(([id, { wait, awaiting }]) => (
        <li key={id}>
          <span aria-hidden="true" className="waits">
            {sign(wait)}{' '}
          </span>
          <Link to={`${path('vedtak')}#${id}`}>
            {index.model.case.find((one) => one.id === id)?.title ?? id}
          </Link>{' '}
          <span className="tag waiting">
            {t('decision.awaits', { names: listed(awaiting.map(name), language) })}
          </span>{' '}
          {t(wait === 'case' ? 'waits.case' : 'waits.rests')}
        </li>
      ))}
      {hasRegister ? <li>* {t('waits.mark.register')}</li> : null}
    </ul>
  );
}
