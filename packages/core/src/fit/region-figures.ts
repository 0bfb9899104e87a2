import type { TieParty } from '../allocation/order-for-ties.ts';
import { parseFraction } from '../fraction/fraction.ts';
import type { Basis, RegisterValueRow } from '../model/rows.ts';
import { ore } from '../money/ore.ts';
import { day } from '../period/day.ts';
import { invariant } from '../result/result.ts';
import { type Fit, fitKey } from './fit-key.ts';

/**
 * Figures of Værnesregionen for tests: the joint budget 2025 as published, population by Statistics Norway (table 07459), and the
 * registers that were solved from published shares (1 July, chimneys, the property ratio).
 */
const numbers: { readonly [party: string]: string } = {
  holtalen: '5026',
  malvik: '5031',
  selbu: '5032',
  tydal: '5033',
  meraker: '5034',
  stjordal: '5035',
  frosta: '5036',
};

export const regionParties: readonly TieParty[] = Object.entries(numbers).map(([party, kommunenummer]) => ({
  party,
  kommunenummer,
}));

type Values = { readonly [party: string]: number | string };

const onFirstOfJanuary = (values: { readonly [party: string]: readonly number[] }, firstYear: number) =>
  Array.from({ length: Object.values(values)[0]?.length ?? 0 }, (_, index) => ({
    date: `${firstYear + index}-01-01`,
    values: Object.fromEntries(Object.entries(values).map(([party, list]) => [party, list[index] ?? 0])),
  }));

function rows(
  register: string,
  group: string | null,
  basis: Basis,
  dated: readonly { readonly date: string; readonly values: Values }[],
): readonly RegisterValueRow[] {
  return dated.flatMap(({ date, values }) =>
    Object.entries(values).map(([party, text]): RegisterValueRow => {
      const value = parseFraction(`${text}`);
      invariant(value !== null, `${text} is a number`);
      return {
        id: `${register}-${group}-${date}-${party}`,
        register,
        party,
        date: day(date),
        group,
        value,
        basis,
        source: null,
        published: null,
        note: null,
      };
    }),
  );
}

export const regionRegisters: readonly RegisterValueRow[] = [
  ...rows(
    'population',
    null,
    'published',
    onFirstOfJanuary(
      {
        holtalen: [1981, 1968, 1953, 1997, 2035, 2048],
        malvik: [14148, 14334, 14425, 14662, 14783, 15023],
        selbu: [4062, 4069, 4090, 4144, 4216, 4233],
        tydal: [769, 759, 750, 753, 773, 786],
        meraker: [2422, 2413, 2399, 2426, 2454, 2472],
        stjordal: [24145, 24283, 24287, 24541, 24717, 24927],
        frosta: [2627, 2609, 2608, 2645, 2645, 2661],
      },
      2020,
    ),
  ),
  ...rows('population', null, 'derived', [
    { date: '2023-07-01', values: { stjordal: 24608, selbu: 4161, tydal: 751, meraker: 2452, frosta: 2646 } },
    { date: '2024-07-01', values: { stjordal: 24850, selbu: 4241, tydal: 779, meraker: 2461 } },
  ]),
  ...rows(
    'population',
    '0-15',
    'published',
    onFirstOfJanuary(
      {
        selbu: [696, 696, 695, 700],
        tydal: [106, 105, 109, 110],
        meraker: [394, 396, 398, 405],
        stjordal: [4695, 4647, 4557, 4515],
        frosta: [447, 451, 445, 440],
      },
      2022,
    ),
  ),
  ...rows(
    'population',
    '0-24',
    'published',
    onFirstOfJanuary(
      {
        selbu: [1119, 1139, 1136, 1127],
        tydal: [168, 163, 168, 169],
        meraker: [603, 607, 613, 623],
        stjordal: [7409, 7371, 7340, 7341],
        frosta: [723, 719, 712, 702],
      },
      2022,
    ),
  ),
  ...rows('chimneys', null, 'derived', [
    { date: '2025-01-01', values: { stjordal: 9028, meraker: 2741, selbu: 3548 } },
  ]),
  ...rows('properties', null, 'derived', [
    { date: '2024-01-01', values: { stjordal: '1', frosta: '0.229984' } },
  ]),
];

/** Kroner by party, as printed. */
export const regionFit = (
  service: string,
  year: number,
  granularityKroner: number,
  kroner: { readonly [party: string]: number },
): Fit =>
  fitKey({
    service,
    year,
    amounts: Object.entries(kroner).map(([party, amount]) => ({
      party,
      amountOre: ore(BigInt(amount) * 100n),
    })),
    registers: regionRegisters,
    parties: regionParties,
    granularityOre: ore(BigInt(granularityKroner) * 100n),
    host: null,
  });
