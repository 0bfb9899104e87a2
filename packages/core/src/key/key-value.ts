import { fractionText } from '../fraction/fraction.ts';
import { canonicalKroner } from '../money/kroner.ts';
import type { ExternalPayment, Key, Limit, RegisterReading } from './grammar.ts';

/** Plain data, as YAML and JSON give it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [field: string]: JsonValue };

type Fields = { readonly [field: string]: JsonValue };

const wholeNumber = (value: number): string => `${value}`;

function readingFields({ date, group, average }: RegisterReading): Fields {
  return {
    date,
    ...(group === null ? {} : { group }),
    ...(average === 1 ? {} : { average: wholeNumber(average) }),
  };
}

const byFields = (reading: RegisterReading): Fields => ({ by: reading.register, ...readingFields(reading) });

const limitFields = (limit: Limit): Fields =>
  'share' in limit ? { share: fractionText(limit.share) } : { amount: canonicalKroner(limit.amountOre) };

function paymentFields(pays: ExternalPayment): Fields {
  if (!('priceOre' in pays)) return limitFields(pays);
  return { price: canonicalKroner(pays.priceOre), ...byFields(pays.reading) };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * A key as plain data in its canonical form: kroner as `1234.50`, shares in lowest terms, every number a text as in a file, parties by
 * slug in alphabetical order. Equal keys have equal values, and `parseKey` gives the key back.
 */
export function keyValue(key: Key): JsonValue {
  switch (key.form) {
    case 'equal':
      return 'equal';
    case 'agreed': {
      const shares = [...key.shares].sort((a, b) => compareText(a.party, b.party));
      return {
        agreed: Object.fromEntries(shares.map(({ party, share }) => [party, fractionText(share)])),
      };
    }
    case 'by':
      return byFields(key.reading);
    case 'usage':
      return { usage: key.register, period: `${key.period}` };
    case 'direct':
      return { direct: key.party };
    case 'bands':
      return {
        bands: key.bands.map(({ upTo, amountOre }) => ({
          ...(upTo === null ? {} : { upTo: fractionText(upTo) }),
          amount: canonicalKroner(amountOre),
        })),
        ...byFields(key.reading),
      };
    case 'tariff':
      return {
        tariff: { base: canonicalKroner(key.baseOre), price: canonicalKroner(key.priceOre) },
        ...byFields(key.reading),
      };
    case 'threshold':
      return {
        threshold: {
          amount: canonicalKroner(key.amountOre),
          below: keyValue(key.below),
          above: keyValue(key.above),
        },
      };
    case 'cap':
    case 'floor':
      return {
        [key.form]: {
          ...(key.party === null ? {} : { party: key.party }),
          ...limitFields(key.limit),
          of: keyValue(key.of),
        },
      };
    case 'phaseIn':
      return {
        phaseIn: {
          from: keyValue(key.from),
          to: keyValue(key.to),
          years: wholeNumber(key.years),
          firstYear: wholeNumber(key.firstYear),
        },
      };
    case 'external':
      return {
        external: {
          funder: key.funder,
          ...paymentFields(key.pays),
          ...(key.ceilingOre === null ? {} : { ceiling: canonicalKroner(key.ceilingOre) }),
          rest: keyValue(key.rest),
        },
      };
    case 'parts':
      return {
        parts: key.parts.map(({ share, key: part }) => ({ share: fractionText(share), key: keyValue(part) })),
      };
  }
}
