import type { BudgetPair } from '@samstyr/core/budget/overview';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { usageInYear } from '@samstyr/core/key/date-rule';
import type { Key, RegisterReading } from '@samstyr/core/key/grammar';

/** Every register reading of a key, however nested. */
export function readingsOf(key: Key, year: number): readonly RegisterReading[] {
  switch (key.form) {
    case 'by':
    case 'bands':
    case 'tariff':
      return [key.reading];
    case 'usage': {
      const { register, date } = usageInYear(key.register, key.period, year);
      return [{ register, date, group: null, average: 1 }];
    }
    case 'threshold':
      return [...readingsOf(key.below, year), ...readingsOf(key.above, year)];
    case 'cap':
    case 'floor':
      return readingsOf(key.of, year);
    case 'phaseIn':
      return [...readingsOf(key.from, year), ...readingsOf(key.to, year)];
    case 'external':
      return [...('reading' in key.pays ? [key.pays.reading] : []), ...readingsOf(key.rest, year)];
    case 'parts':
      return key.parts.flatMap((part) => readingsOf(part.key, year));
    default:
      return [];
  }
}

/** The registers that the year's keys of these units read: those an edition of the units lists. */
export const registersRead = (
  index: IndexedModel,
  pair: BudgetPair,
  units: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    index.model.service
      .filter(({ unit }) => units.has(unit))
      .flatMap(({ id }) => pair.current.get(id)?.segments ?? [])
      .flatMap(({ key }) => (key === null ? [] : readingsOf(key.key, pair.version.year)))
      .map(({ register }) => register),
  );
