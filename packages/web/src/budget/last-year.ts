import type { LineRow } from '@samstyr/core/model/rows';
import { type Budget, rowAt } from './budget.ts';

/** What lines came to the year before, in øre. A line that is not there has nothing to be held against. */
export type LastYear = {
  readonly lines: ReadonlyMap<string, bigint>;
  /** The service's own sum; null where the year before is told in another way than this year's lines. */
  readonly sum: bigint | null;
};

/** Lines for information are in no sum. (S-BUD-06) */
export const isCounted = ({ distribution }: LineRow): boolean => distribution !== 'memo';
export const sumOf = (lines: readonly LineRow[]): bigint =>
  lines.filter(isCounted).reduce((sum, { amountOre }) => sum + amountOre, 0n);

/** The same line in another year: its name, its kind and who pays it. */
const identity = ({ distribution, party, label, funksjon, art, ansvar }: LineRow): string =>
  JSON.stringify([distribution, party, label, funksjon, art, ansvar]);

/**
 * A service's lines the year before: by the lines of that year where it has some; else by what each adopted, where one line is all a
 * municipality pays. Amounts this reader may not see are not there. (S-WEB-24)
 */
export function lastYearOf(budget: Budget, service: string, own: readonly LineRow[]): LastYear {
  const { overview, index, hides } = budget;
  const before = index.model.line.filter(
    (line) => line.version === overview.previousVersion?.id && line.service === service,
  );
  if (before.length > 0) {
    const known = new Map(before.map((line) => [identity(line), line.amountOre]));
    const isSingle = known.size === before.length && new Set(own.map(identity)).size === own.length;
    return {
      lines: new Map(
        (isSingle ? own : []).flatMap((line) => {
          const amount = known.get(identity(line));
          return amount === undefined ? [] : [[line.id, amount] as const];
        }),
      ),
      sum: sumOf(before),
    };
  }
  const unit = index.service.get(service)?.unit ?? null;
  const kind = index.service.get(service)?.kind ?? 'operating';
  const adopted = (party: string | null): bigint | null => {
    const amount = rowAt(budget, { unit, service, party, kind })?.previous;
    return amount?.attendance !== 'member' || hides(amount.figureId) ? null : amount.ore;
  };
  const counted = own.filter(isCounted);
  // Only where the lines are the whole of what is paid are they the same as what was adopted.
  if (rowAt(budget, { unit, service, party: null, kind })?.current.ore !== sumOf(own))
    return { lines: new Map(), sum: null };
  const payers = counted.map(({ party }) => party);
  const isOneEach =
    counted.length === 1 || (new Set(payers).size === payers.length && !payers.includes(null));
  return {
    lines: new Map(
      (isOneEach ? counted : []).flatMap((line) => {
        const amount = adopted(counted.length === 1 ? null : line.party);
        return amount === null ? [] : [[line.id, amount] as const];
      }),
    ),
    sum: adopted(null),
  };
}
