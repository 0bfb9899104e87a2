import { usageInYear } from './date-rule.ts';
import type { Key, RegisterReading } from './grammar.ts';

/** Every register reading of a key in a year, however nested. */
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
