import { compare, type Fraction } from '../fraction/fraction.ts';
import type { Band, Key } from './grammar.ts';
import {
  type Fields,
  inside,
  type KeyReading,
  readAmount,
  readBody,
  readList,
  readSize,
  refuseUnknown,
  whenRead,
} from './key-reader.ts';
import { readingFields, readReading } from './read-reading.ts';

/** Fees by size: the steps go up, and the last one has no limit. */
export function readBands(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, ['bands', ...readingFields]);
  const register = readReading(reading, path, fields);
  const at = inside(path, 'bands');
  const rows = readList(reading, at, fields['bands']);
  if (rows === null) return null;
  const bands: (Band | null)[] = [];
  let previous: Fraction | null = null;
  for (const [index, row] of rows.entries()) {
    const here = `${at}[${index}]`;
    const band = readBody(reading, here, row, ['upTo', 'amount', 'amountOre']);
    if (band === null) {
      bands.push(null);
      continue;
    }
    const isLast = index === rows.length - 1;
    const isOpen = band['upTo'] === undefined || band['upTo'] === null;
    if (isOpen !== isLast) reading.problems.push({ code: 'key.openBand', path: here, isLast });
    const upTo: Fraction | null = isOpen ? null : readSize(reading, inside(here, 'upTo'), band['upTo']);
    const amountOre = readAmount(reading, here, band, 'amount');
    if (upTo !== null && previous !== null && compare(upTo, previous) <= 0) {
      reading.problems.push({ code: 'key.bandsOrder', path: inside(here, 'upTo'), upTo, previous });
    }
    previous = upTo ?? previous;
    bands.push(whenRead({ amountOre }, (read) => ({ upTo, ...read })));
  }
  const all = whenRead(bands, () => bands as readonly Band[]);
  return whenRead({ register, all }, (read) => ({ form: 'bands', reading: read.register, bands: read.all }));
}

/** A base fee and a price per unit. */
export function readTariff(reading: KeyReading, path: string, fields: Fields): Key | null {
  refuseUnknown(reading, path, fields, ['tariff', ...readingFields]);
  const register = readReading(reading, path, fields);
  const at = inside(path, 'tariff');
  const tariff = readBody(reading, at, fields['tariff'], ['base', 'baseOre', 'price', 'priceOre']);
  if (tariff === null) return null;
  const baseOre = readAmount(reading, at, tariff, 'base');
  const priceOre = readAmount(reading, at, tariff, 'price');
  return whenRead({ register, baseOre, priceOre }, (read) => ({
    form: 'tariff',
    baseOre: read.baseOre,
    reading: read.register,
    priceOre: read.priceOre,
  }));
}
