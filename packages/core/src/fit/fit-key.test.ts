import { describe, expect, it } from 'vitest';
import { fractionText } from '../fraction/fraction.ts';
import { ore } from '../money/ore.ts';
import type { FitCandidate } from './candidate.ts';
import { onlyAFraction } from './equal-part.ts';
import type { Fit } from './fit-key.ts';
import { fitKey } from './fit-key.ts';
import { regionFit, regionParties, regionRegisters } from './region-figures.ts';

const thousands = (amounts: { readonly [party: string]: number }): { readonly [party: string]: number } =>
  Object.fromEntries(Object.entries(amounts).map(([party, amount]) => [party, amount * 1000]));

const five = (stjordal: number, selbu: number, tydal: number, frosta: number, meraker: number) =>
  ({ stjordal, selbu, tydal, frosta, meraker }) as const;
const four = (stjordal: number, selbu: number, tydal: number, meraker: number) =>
  ({ stjordal, selbu, tydal, meraker }) as const;

/** Equal part, register, group and date in one line, for reading. */
const told = (candidate: FitCandidate | undefined): string =>
  candidate === undefined
    ? 'nothing'
    : [
        candidate.equalShare === null ? candidate.key.form : fractionText(candidate.equalShare),
        candidate.register ?? '-',
        candidate.group ?? 'all',
        candidate.date ?? '-',
        ...(candidate.average > 1 ? [`average ${candidate.average}`] : []),
        candidate.reproducesPrinted ? (candidate.rounding?.mode ?? 'each by itself') : 'not to the unit',
      ].join(' ');
const best = (fit: Fit): string => told(fit.candidates[0]);
const codes = (fit: Fit): readonly string[] =>
  fit.notes.map(({ code }) => code).filter((code) => code !== 'fit.missingValues');

describe('fitKey on the joint budgets of Værnesregionen', () => {
  it('finds NAV wages and operations: 15/85 by population 1 January the year before', () => {
    const before = regionFit('nav/drift', 2024, 1000, thousands(five(12177, 2535, 932, 1826, 1723)));
    const now = regionFit('nav/drift', 2025, 1000, thousands(five(13034, 2735, 1005, 1946, 1850)));
    expect(best(before)).toBe('3/20 population all 2023-01-01 largestRemainder');
    expect(best(now)).toBe('3/20 population all 2024-01-01 largestRemainder');
    expect([before.candidates.length, now.candidates.length]).toEqual([1, 1]);
    expect(now.candidates[0]?.key).toEqual({
      form: 'parts',
      parts: [
        { share: { n: 3n, d: 20n }, key: { form: 'equal' } },
        {
          share: { n: 17n, d: 20n },
          key: {
            form: 'by',
            reading: { register: 'population', date: 'previousYear-01-01', group: null, average: 1 },
          },
        },
      ],
    });
    expect([codes(before), codes(now)]).toEqual([[], []]);
  });

  it('finds the chief municipal doctor: 28/72 by population 1 January the year before', () => {
    expect(best(regionFit('kommuneoverlege', 2024, 1000, thousands(four(2021, 530, 282, 404))))).toBe(
      '7/25 population all 2023-01-01 largestRemainder',
    );
    expect(best(regionFit('kommuneoverlege', 2025, 1000, thousands(four(2098, 553, 294, 421))))).toBe(
      '7/25 population all 2024-01-01 largestRemainder',
    );
  });

  it('finds PPT: 12.5/87.5 by children 0–15, and child welfare duty: 26.7/73.3 by those under 25', () => {
    const ppt = [
      regionFit('ppt', 2024, 1000, thousands(five(11508, 2088, 679, 1504, 1373))),
      regionFit('ppt', 2025, 1000, thousands(five(12773, 2354, 772, 1679, 1552))),
    ];
    expect(ppt.map(best)).toEqual([
      '1/8 population 0-15 2023-01-01 largestRemainder',
      '1/8 population 0-15 2024-01-01 largestRemainder',
    ]);
    const duty = [
      regionFit('barnevern/vakt', 2024, 1000, thousands(five(2541, 586, 280, 454, 419))),
      regionFit('barnevern/vakt', 2025, 1000, thousands(five(3426, 791, 380, 611, 569))),
    ];
    expect(duty.map(best)).toEqual([
      '267/1000 population 0-24 2023-01-01 largestRemainder',
      '267/1000 population 0-24 2024-01-01 largestRemainder',
    ]);
  });

  it('finds community medicine: 28/72 by 1 July, and says that the register was derived', () => {
    const fits = [
      regionFit('samfunnsmedisin', 2024, 1, four(965373, 253196, 134424, 193671)),
      regionFit('samfunnsmedisin', 2025, 1, four(1003532, 264720, 140610, 200908)),
    ];
    expect(fits.map(best)).toEqual([
      '7/25 population all 2023-07-01 largestRemainder',
      '7/25 population all 2024-07-01 largestRemainder',
    ]);
    expect(fits.map(codes)).toEqual([['fit.circular'], ['fit.circular']]);
    expect(fits[0]?.candidates[0]).toMatchObject({ circular: true, basis: 'derived' });
  });

  it('finds procurement: 15/85 for six members, where the host takes the rest', () => {
    const fit = regionFit(
      'innkjop',
      2025,
      1000,
      thousands({ ...five(3425, 704, 247, 495, 470), holtalen: 414 }),
    );
    expect(best(fit)).toBe('3/20 population all 2024-01-01 hostTakesRest');
    expect(fit.candidates[0]?.rounding).toEqual({
      unitOre: 100_000n,
      mode: 'hostTakesRest',
      host: 'stjordal',
    });
  });

  it('finds preventive fire work: 30/70 by 1 July, largest remainder one year and the host the other', () => {
    const before = regionFit('brann/forebyggende', 2024, 1, {
      stjordal: 2516301,
      meraker: 598354,
      selbu: 746295,
    });
    const now = regionFit('brann/forebyggende', 2025, 1, {
      stjordal: 2760361,
      meraker: 655213,
      selbu: 822580,
    });
    expect(best(before)).toBe('3/10 population all 2023-07-01 hostTakesRest');
    expect(best(now)).toBe('3/10 population all 2024-07-01 largestRemainder');
  });

  it('finds healthy-life centre 28/72 on several dates, and lists them all as ties', () => {
    const now = regionFit('friskliv', 2025, 1000, thousands(four(640, 168, 89, 128)));
    expect(best(now)).toBe('7/25 population all 2024-01-01 hostTakesRest');
    const ties = now.notes.find((note) => note.code === 'fit.ties');
    expect(ties?.count).toBeGreaterThan(5);
    const dates = now.candidates
      .filter(({ roundness, average }) => roundness === 0 && average === 1)
      .map(({ date }) => date);
    expect(dates).toEqual(expect.arrayContaining(['2024-01-01', '2023-01-01', '2022-01-01', '2023-07-01']));
    const before = regionFit('friskliv', 2024, 1000, thousands(four(615, 162, 86, 124)));
    expect(before.candidates.map(told)).toContain('7/25 population all 2023-07-01 hostTakesRest');
    expect(codes(before)).toContain('fit.ties');
  });

  it('finds data protection officer 2024 and IT investment 2025: 41/59', () => {
    expect(best(regionFit('personvernombud', 2024, 500, five(238500, 73000, 45000, 60500, 59000)))).toBe(
      '41/100 population all 2023-01-01 largestRemainder',
    );
    expect(best(regionFit('it/investering', 2025, 1000, thousands(five(1057, 324, 201, 268, 261))))).toBe(
      '41/100 population all 2024-01-01 largestRemainder',
    );
  });

  it('says of two members that the fit proves little', () => {
    const before = regionFit('areal/byggesak', 2024, 1, { stjordal: 7522619, frosta: 1198024 });
    expect(best(before)).toBe('1/10 population all 2023-07-01 largestRemainder');
    expect(codes(before)).toEqual(['fit.twoMembers', 'fit.circular']);
    // The property ratio is known with six digits: it leaves 1.69 kr in the largest of the three services.
    const now = regionFit('areal/byggesak', 2025, 1, { stjordal: 6652436, frosta: 2031457 });
    expect(now.notes[0]).toMatchObject({
      code: 'fit.nothing',
      nearest: { register: 'properties', equalShare: { n: 3n, d: 20n }, maxResidualOre: 169n },
    });
    expect(codes(now)).toEqual(['fit.nothing', 'fit.twoMembers', 'fit.circular']);
  });

  it('finds sweeping by chimneys, and says that the chimneys were derived from these very shares', () => {
    const fit = regionFit('brann/feiing', 2025, 1, { stjordal: 3719399, meraker: 1129250, selbu: 1461722 });
    expect(best(fit)).toBe('0 chimneys all 2025-01-01 largestRemainder');
    expect(fit.candidates[0]?.key).toMatchObject({ form: 'by', reading: { date: 'budgetYear-01-01' } });
    expect(codes(fit)).toEqual(['fit.circular']);
  });

  it('finds water management: all equal', () => {
    const fit = regionFit('vann', 2025, 1, { stjordal: 305146, meraker: 305146 });
    expect(fit.candidates.map(({ key }) => key.form)).toEqual(['equal']);
  });

  it('finds the alarm centre, as far as six of its eighteen members are printed: 22.5/77.5', () => {
    const fit = regionFit(
      'respons',
      2025,
      1000,
      thousands({ ...five(1548, 378, 181, 288, 277), malvik: 981 }),
    );
    expect(fit.candidates.map(told)).toEqual(['9/40 population all 2024-01-01 largestRemainder']);
  });

  it('says that nothing fits wages and accounting, and what lies nearest', () => {
    for (const [year, amounts] of [
      [2024, { stjordal: 8084, selbu: 2776, tydal: 1781, frosta: 2076, malvik: 5267 }],
      [2025, { stjordal: 8329, selbu: 2860, tydal: 1836, frosta: 2139, malvik: 5427 }],
    ] as const) {
      const fit = regionFit('lonn-regnskap', year, 1000, thousands(amounts));
      expect(fit.candidates).toEqual([]);
      expect(fit.notes[0]).toMatchObject({ code: 'fit.nothing', nearest: { register: 'population' } });
    }
  });

  it('finds nothing where nothing is known to fit: IT, out-of-hours 2024, sweeping 2024, fire readiness', () => {
    const fits = [
      regionFit('it/drift', 2024, 1000, thousands(five(26912, 8230, 5096, 6813, 6640))),
      regionFit('it/drift', 2025, 1000, thousands({ ...five(27812, 8765, 5567, 7306, 7128), malvik: 8023 })),
      regionFit('legevakt', 2024, 1000, thousands(four(11319, 2434, 944, 1678))),
      regionFit('brann/feiing', 2024, 1, { stjordal: 4102519, meraker: 929010, selbu: 1178511 }),
      regionFit('brann/beredskap', 2025, 1, { stjordal: 19113727, meraker: 5348023, selbu: 6082513 }),
    ];
    expect(fits.map(best)).toEqual(Array(5).fill('nothing'));
  });
});

describe('fitKey', () => {
  const input = {
    service: 's',
    year: 2025,
    registers: regionRegisters,
    parties: regionParties,
    granularityOre: ore(100_000n),
    host: null,
  } as const;

  it('finds agreed shares that are round numbers, when the amounts are fine enough to tell', () => {
    const amounts = (unit: bigint) => [
      { party: 'selbu', amountOre: ore(47n * unit) },
      { party: 'tydal', amountOre: ore(32n * unit) },
      { party: 'frosta', amountOre: ore(21n * unit) },
    ];
    const [found] = fitKey({ ...input, amounts: amounts(10_000_000n) }).candidates;
    expect(found?.key).toMatchObject({ form: 'agreed' });
    expect(found?.reproducesPrinted).toBe(true);
    const coarse = fitKey({ ...input, amounts: amounts(100_000n) });
    expect(coarse.candidates.some(({ key }) => key.form === 'agreed')).toBe(false);
  });

  it('finds a base fee and a price per inhabitant, when both are round and the members four or more', () => {
    const people = { selbu: 4216, tydal: 773, meraker: 2454, stjordal: 24717, frosta: 2645 };
    const amounts = Object.entries(people).map(([party, count]) => ({
      party,
      amountOre: ore(BigInt(Math.round((131_000 + 57 * count) / 1000)) * 100_000n),
    }));
    const forms = (count: number): readonly unknown[] =>
      fitKey({ ...input, amounts: amounts.slice(0, count) }).candidates.map(({ key }) => key);
    expect(forms(5)).toContainEqual({
      form: 'tariff',
      baseOre: 13_100_000n,
      reading: { register: 'population', date: 'previousYear-01-01', group: null, average: 1 },
      priceOre: 5_700n,
    });
    expect(forms(3)).not.toContainEqual(expect.objectContaining({ form: 'tariff' }));
  });

  it('tells which registers could not be tried, and for whose sake', () => {
    const fit = regionFit('respons', 2025, 1000, { malvik: 981000, tydal: 181000 });
    expect(fit.notes).toContainEqual({
      code: 'fit.missingValues',
      register: 'population',
      group: '0-15',
      parties: ['malvik'],
    });
  });

  it('has nothing to say of one member, or of amounts that sum to 0', () => {
    const one = fitKey({ ...input, amounts: [{ party: 'selbu', amountOre: ore(1n) }] });
    const none = fitKey({
      ...input,
      amounts: [
        { party: 'selbu', amountOre: ore(5n) },
        { party: 'tydal', amountOre: ore(-5n) },
      ],
    });
    expect([codes(one), codes(none)]).toEqual([['fit.oneMember'], ['fit.zeroTotal']]);
  });

  it('tries only the host that is known', () => {
    const amounts = Object.entries({ ...five(3425, 704, 247, 495, 470), holtalen: 414 }).map(
      ([party, amount]) => ({
        party,
        amountOre: ore(BigInt(amount) * 100_000n),
      }),
    );
    expect(fitKey({ ...input, amounts, host: 'stjordal' }).candidates[0]?.reproducesPrinted).toBe(true);
    expect(fitKey({ ...input, amounts, host: 'stjordal' }).candidates[0]?.roundness).toBe(0);
    const other = fitKey({ ...input, amounts, host: 'tydal' }).candidates;
    expect(other.every(({ roundness }) => roundness === onlyAFraction)).toBe(true);
  });
});
