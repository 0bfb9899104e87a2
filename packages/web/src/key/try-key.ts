import { type Fraction, fraction, one, subtract } from '@samstyr/core/fraction/fraction';
import type { DateRule, Key, RegisterReading } from '@samstyr/core/key/grammar';
import type { Model } from '@samstyr/core/model/rows';
import { type Day, firstDayOf } from '@samstyr/core/period/day';
import { whatIf } from '@samstyr/core/scenario/whatif';

/** A fixed part shared equally and the rest by a register: the shape of key the lab can turn. */
export type Trial = {
  /** Whole per cent, 0–100. */
  readonly fixedPercent: number;
  readonly reading: RegisterReading;
  /** 1: at once. */
  readonly years: number;
};

/** Takes a key apart as fixed share and register; null when it is of another shape. */
export function asTrial(
  key: Key,
): { readonly fixed: Fraction; readonly reading: RegisterReading | null } | null {
  if (key.form === 'equal') return { fixed: one, reading: null };
  if (key.form === 'by') return { fixed: fraction(0n), reading: key.reading };
  if (key.form !== 'parts' || key.parts.length !== 2) return null;
  const equal = key.parts.find((part) => part.key.form === 'equal');
  const by = key.parts.find((part) => part.key.form === 'by');
  return equal === undefined || by?.key.form !== 'by'
    ? null
    : { fixed: equal.share, reading: by.key.reading };
}

/** The key a trial stands for, without phase-in. */
export function keyOf({ fixedPercent, reading }: Trial): Key {
  const by: Key = { form: 'by', reading };
  if (fixedPercent === 0) return by;
  if (fixedPercent === 100) return { form: 'equal' };
  const fixed = fraction(BigInt(fixedPercent), 100n);
  return {
    form: 'parts',
    parts: [
      { share: fixed, key: { form: 'equal' } },
      { share: subtract(one, fixed), key: by },
    ],
  };
}

export type Moved = { readonly party: string; readonly beforeOre: bigint; readonly afterOre: bigint };

/** Who pays what before and after a key is exchanged from 1 January; null when it cannot be computed. */
export function moved(model: Model, service: string, year: number, key: Key): readonly Moved[] | null {
  const result = whatIf(model, [{ op: 'setKey', service, from: firstDayOf(year), key }], {
    year,
    rounding: 'agreement',
  });
  if (!result.ok) return null;
  return result.value.rows.flatMap((row) =>
    row.service === service && row.party !== null
      ? [{ party: row.party, beforeOre: row.beforeOre ?? 0n, afterOre: row.afterOre ?? 0n }]
      : [],
  );
}

/** Dates everybody in the service has a value for in a register, newest first. */
export function datesOf(model: Model, register: string, parties: readonly string[]): readonly Day[] {
  const rows = model.registerValue.filter((row) => row.register === register && row.group === null);
  const dates = [...new Set(rows.map(({ date }) => date))].sort().reverse();
  return dates.filter((date) =>
    parties.every((party) => rows.some((row) => row.party === party && row.date === date)),
  );
}

/** The fixed day a date rule means in a year. */
export const dayOfRule = (rule: DateRule, year: number): Day =>
  rule === 'budgetYear-01-01'
    ? firstDayOf(year)
    : rule === 'previousYear-01-01'
      ? firstDayOf(year - 1)
      : rule === 'previousYear-07-01'
        ? (`${year - 1}-07-01` as Day)
        : rule;
