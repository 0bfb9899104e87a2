import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import type { Fraction } from '@samstyr/core/fraction/fraction';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { CaseRow, KeyRow } from '@samstyr/core/model/rows';
import { type Budget, onlyServices, perInhabitant, serviceName } from '../budget/budget.ts';
import { type Moved, moved } from '../key/try-key.ts';

/** What a council needs to see of a key it is asked to adopt. Amounts in øre; per inhabitant in kroner, null where the register lacks somebody. */
export type Annex = {
  readonly case: CaseRow;
  readonly key: KeyRow;
  readonly service: string;
  readonly serviceName: string;
  readonly keyNow: string | null;
  readonly keyNew: string;
  readonly rows: readonly (Moved & { readonly name: string; readonly each: Fraction | null })[];
  readonly movedOre: bigint;
  readonly isPhasedIn: boolean;
};

/** The key in force without a case's own: what holds until all have adopted. */
export function keyBefore({ index }: Budget, key: KeyRow): KeyRow | null {
  const others = (index.keysOf.get(key.service) ?? []).filter(
    (one) => one.case !== key.case || one.case === null,
  );
  const isThere = others.filter((one) => one.from === null || key.from === null || one.from <= key.from);
  return isThere.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0] ?? null;
}

/** The annex of a case, at the cost of the budget's year for a whole year; null when the case has no key that can be computed. */
export function annexOf(budget: Budget, id: string, language: Language): Annex | null {
  const { model } = budget.index;
  const row = model.case.find((one) => one.id === id);
  const key = model.key.find((one) => one.case === id);
  if (row === undefined || key === undefined || !budget.isComputed(key.service)) return null;
  const { service } = key;
  const without = { ...model, key: model.key.filter((one) => one.case !== id) };
  const rows = moved(
    onlyServices(without, (one) => one === service),
    service,
    budget.year,
    // A phase-in is shown where it ends: that is what the council says yes to.
    key.key.form === 'phaseIn' ? key.key.to : key.key,
  );
  if (rows === null) return null;
  const names = keyWordNames(model, language);
  const before = keyBefore(budget, key);
  const nameOf = (party: string): string =>
    budget.overview.parties.find((one) => one.party === party)?.name ?? party;
  return {
    case: row,
    key,
    service,
    serviceName: serviceName(budget, service, language),
    keyNow: before === null ? null : keyInWords(before.key, names, language),
    keyNew: keyInWords(key.key, names, language),
    rows: rows.map((one) => {
      const each = perInhabitant(budget, one.afterOre - one.beforeOre, [one.party]);
      return {
        ...one,
        name: nameOf(one.party),
        each: each === null ? null : fraction(each.n, each.d * 100n),
      };
    }),
    isPhasedIn: key.key.form === 'phaseIn',
    movedOre: rows.reduce(
      (sum, { beforeOre, afterOre }) => (afterOre > beforeOre ? sum + afterOre - beforeOre : sum),
      0n,
    ),
  };
}
