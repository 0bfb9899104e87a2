import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overview } from '../budget/overview.ts';
import { indexModel } from '../cooperation/indexed-model.ts';
import { validate } from '../model/validate.ts';
import { ore, sum } from '../money/ore.ts';
import { type NewCooperation, type NewUnit, newKeys } from './new-cooperation.ts';
import { readTyped, type TypedCooperation } from './read-typed.ts';
import { setUp, shortName } from './set-up.ts';

const unit: NewUnit = {
  name: 'Legevakt',
  amountOre: ore(100_000_000n),
  key: 'mixed',
  equalPercent: 15,
  members: [0, 1],
};
const wish: NewCooperation = {
  id: '',
  name: 'Fjord og fjell',
  year: 2026,
  language: 'nb',
  host: 0,
  members: [
    { name: 'Selbu', kommunenummer: '5032', inhabitants: 4_000n },
    { name: 'Tydal', kommunenummer: '5033', inhabitants: 1_000n },
  ],
  units: [unit],
};
const question = { year: 2026, version: null, rounding: 'agreement' } as const;

/** What each pays of a unit, in kroner. */
function paid(said: NewCooperation, unitId: string): readonly string[] {
  const model = setUp(said);
  if (!model.ok) throw new Error(JSON.stringify(model.problems));
  const made = overview(indexModel(model.value), question);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.rows
    .filter((row) => row.unit === unitId && row.service === null && row.party !== null)
    .map((row) => `${row.party} ${row.current.ore === null ? '–' : row.current.ore / 100n}`);
}

describe('a cooperation that is set up', () => {
  test('shares 15 % equally and the rest by population', () => {
    // 1 000 000: 75 000 each, and 850 000 by 4 000 to 1 000.
    expect(paid(wish, 'legevakt')).toEqual(['selbu 755000', 'tydal 245000']);
  });

  test('needs no population when everything is shared equally', () => {
    const members = wish.members.map((member) => ({ ...member, inhabitants: null }));
    const units: readonly NewUnit[] = [{ ...unit, key: 'equal', equalPercent: null }];
    expect(paid({ ...wish, members, units }, 'legevakt')).toEqual(['selbu 500000', 'tydal 500000']);
    const model = setUp({ ...wish, members, units });
    expect(model.ok && model.value.register).toEqual([]);
  });

  test('lets somebody stand outside a unit', () => {
    const units = [unit, { ...unit, name: 'PPT', key: 'population' as const, members: [1] }];
    expect(paid({ ...wish, units }, 'ppt')).toEqual(['tydal 1000000']);
  });

  test('takes its short name from its name when nobody says another', () => {
    const model = setUp({ ...wish, name: '  Værnes/Øst 2.0 ' });
    expect(model.ok && model.value.cooperation[0]).toMatchObject({
      id: 'vaernes-ost-2-0',
      name: 'Værnes/Øst 2.0',
    });
  });

  test('adds up to the øre and breaks no rule, whatever is said of amounts, keys and members', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(1n, 900_000n), { minLength: 4, maxLength: 4 }),
        fc.array(
          fc.record({
            amountOre: fc.bigInt(-9_999_999_999n, 9_999_999_999n).map(ore),
            key: fc.constantFrom(...newKeys),
            equalPercent: fc.integer({ min: 1, max: 99 }),
            members: places,
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (inhabitants, units) => {
          const said: NewCooperation = {
            ...wish,
            members: inhabitants.map((count, at) => ({
              name: `Kommune ${at}`,
              kommunenummer: '',
              inhabitants: count,
            })),
            units: units.map((each, at) => ({ ...each, name: `Enhet ${at}` })),
          };
          const model = setUp(said);
          if (!model.ok) throw new Error(JSON.stringify(model.problems));
          expect(validate(model.value)).toEqual([]);
          const made = overview(indexModel(model.value), question);
          if (!made.ok) throw new Error(JSON.stringify(made.problems));
          units.forEach(({ amountOre }, at) => {
            const own = made.value.rows.filter(
              ({ unit: id, service }) => id === `enhet-${at}` && service === null,
            );
            expect(own.find(({ party }) => party === null)?.current.ore).toBe(amountOre);
            const parts = own.flatMap(({ party, current }) =>
              party === null ? [] : [current.ore ?? ore(0n)],
            );
            expect(sum(parts)).toBe(amountOre);
          });
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });
});

describe('what is wrong with it', () => {
  const problems = (said: NewCooperation): readonly string[] => {
    const model = setUp(said);
    return model.ok ? [] : model.problems.map(({ code, path }) => `${path} ${code}`);
  };

  test('is told all at once, each with its field', () => {
    expect(
      problems({
        id: 'Ikke bra',
        name: ' ',
        year: 26,
        language: 'nb',
        host: 7,
        members: [
          { name: 'Selbu', kommunenummer: '50', inhabitants: null },
          { name: 'SELBU', kommunenummer: '', inhabitants: 0n },
        ],
        units: [
          { ...unit, equalPercent: 100 },
          { ...unit, name: 'legevakt', amountOre: null, key: 'equal', members: [] },
        ],
      }),
    ).toEqual([
      'name setup.name',
      'id setup.id',
      'year setup.year',
      'members.0.kommunenummer setup.number',
      'members.0.inhabitants setup.inhabitantsMissing',
      'members.1.name setup.sameName',
      'members.1.inhabitants setup.inhabitants',
      'host setup.host',
      'units.0.equalPercent setup.percent',
      'units.1.name setup.sameName',
      'units.1.amount setup.amountMissing',
      'units.1.members setup.unitMembers',
    ]);
    expect(problems({ ...wish, members: [], units: [], host: null })).toEqual([
      'members setup.fewMembers',
      'host setup.host',
      'units setup.noUnits',
    ]);
  });
});

describe('a form that is typed', () => {
  const typed: TypedCooperation = {
    id: '',
    name: 'Fjord',
    year: ' 2026 ',
    language: 'nb',
    host: 0,
    members: [{ name: 'Selbu', kommunenummer: ' 5032 ', inhabitants: '4 161' }],
    units: [{ name: 'PPT', amount: '2 150 000', key: 'mixed', equalPercent: '15 %', members: [0] }],
  };

  test('is read as Norwegians write: spaces between thousands, percent with its sign', () => {
    const { wish: read, problems } = readTyped(typed);
    expect(problems).toEqual([]);
    expect(read.members[0]).toEqual({ name: 'Selbu', kommunenummer: '5032', inhabitants: 4161n });
    expect(read.units[0]).toMatchObject({ amountOre: 215_000_000n, equalPercent: 15 });
    expect(read.year).toBe(2026);
  });

  test('says of each field what in it cannot be read', () => {
    const members = [{ name: 'Selbu', kommunenummer: '', inhabitants: 'mange' }];
    const units = typed.units.map((each) => ({ ...each, amount: '2 150 O00' }));
    expect(readTyped({ ...typed, members, units }).problems).toEqual([
      { code: 'setup.inhabitants', path: 'members.0.inhabitants', text: 'mange' },
      { code: 'setup.amount', path: 'units.0.amount', text: '2 150 O00', why: 'notANumber' },
    ]);
  });
});

test('a short name is one part of an address', () => {
  expect(shortName('Øy/fjord. Nord')).toBe('oy-fjord-nord');
});
