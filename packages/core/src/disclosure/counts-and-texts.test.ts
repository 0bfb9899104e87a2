import { describe, expect, it } from 'vitest';
import { fraction } from '../fraction/fraction.ts';
import type { PriceRow, TextRow, VolumeRow } from '../model/rows.ts';
import { ore } from '../money/ore.ts';
import { publishable } from './publishable.ts';
import { navTable, nothingElse, smallOverview, smallVersion } from './small-overview.ts';
import { type Withheld, withhold } from './withhold.ts';

const cellsOf = (figures: Withheld['primary']): readonly string[] =>
  figures.map(({ unit, service, party }) => `${service ?? unit} ${party}`).sort();

describe('withheld counts', () => {
  const count = (party: string, number: number, more: Partial<VolumeRow> = {}): VolumeRow => ({
    id: `${more.version ?? smallVersion} ${party}`,
    version: smallVersion,
    service: 'nav/kvp',
    party,
    measure: 'deltakere',
    from: null,
    until: null,
    count: fraction(BigInt(number)),
    sensitive: true,
    note: null,
    ...more,
  });
  const price: PriceRow = {
    id: 'p',
    service: 'nav/kvp',
    measure: 'deltakere',
    party: null,
    from: null,
    until: null,
    priceOre: ore(1n),
    published: null,
    note: null,
  };
  const overview = smallOverview(navTable);
  const volumes = [
    count('stjordal', 40),
    count('selbu', 6),
    count('tydal', 0),
    count('frosta', 1),
    count('meraker', 8),
  ];

  it('hides counts under five, 0 too, and the smallest other so that the sum tells nothing', () => {
    const hidden = withhold({
      ...nothingElse,
      overview: smallOverview({ ...navTable, sensitive: [] }),
      volumes,
    });
    expect([...hidden.volumes].sort()).toEqual([
      `${smallVersion} frosta`,
      `${smallVersion} selbu`,
      `${smallVersion} tydal`,
    ]);
    expect(hidden.primary).toEqual([]);
  });

  it('hides a party in every year when it is few in one', () => {
    const before = volumes.map((row) => ({
      ...row,
      id: `før ${row.party}`,
      version: '2024.adopted',
      count: fraction(20n),
    }));
    const hidden = withhold({ ...nothingElse, overview, volumes: [...volumes, ...before] });
    expect(hidden.volumes.has('før tydal')).toBe(true);
    expect(hidden.volumes.has('før stjordal')).toBe(false);
  });

  it('hides the amount that a hidden count and a known price give, and the count a hidden amount gives', () => {
    const unmarked = smallOverview({ ...navTable, sensitive: [] });
    const hidden = withhold({
      ...nothingElse,
      overview: unmarked,
      volumes,
      prices: [price],
      keyed: new Set(['nav/drift', 'ppt']),
    });
    expect(cellsOf(hidden.primary)).toEqual(['nav/kvp frosta', 'nav/kvp selbu', 'nav/kvp tydal']);
    const many = volumes.map((row) => ({ ...row, count: fraction(20n) }));
    const back = withhold({ ...nothingElse, overview, volumes: many, prices: [price] });
    expect(back.volumes.has(`${smallVersion} tydal`)).toBe(true);
  });

  it('refuses a count of few that stands alone', () => {
    const hidden = withhold({ ...nothingElse, overview, volumes: [count('tydal', 2)] });
    expect(hidden.problems.map(({ code }) => code)).toEqual(['disclosure.countAlone']);
  });
});

describe('texts beside hidden figures', () => {
  const overview = smallOverview(navTable);
  const withheld = withhold({ ...nothingElse, overview, keyed: new Set(['nav/drift']) });
  const problemsOf = (body: string): readonly string[] => {
    const text: TextRow = {
      id: 't',
      unit: 'nav',
      year: 2025,
      language: 'nb',
      section: 'status',
      title: 'Status',
      body,
    };
    const input = {
      ...nothingElse,
      overview,
      keyed: new Set(['nav/drift']),
      withheld,
      texts: [text],
      printed: null,
    };
    return publishable(input).map(({ code }) => code);
  };

  it('stops a reference to a hidden figure, in short form too', () => {
    expect(problemsOf('Tydal betaler {{budget/2025/nav/kvp/tydal | 1000kr}}.')).toEqual([
      'disclosure.textReference',
    ]);
    expect(problemsOf('NAV koster {{budget/2025/nav/tydal | 1000kr}} for Tydal.')).toEqual([]);
  });

  it('stops a hidden amount typed as digits, in kroner or thousands', () => {
    expect(problemsOf('Sosialhjelp i Tydal: 175 tusen.')).toEqual(['disclosure.textAmount']);
    expect(problemsOf('Frosta får 1 700 000 kr.')).toEqual(['disclosure.textAmount']);
    expect(problemsOf('Stjørdal får 31 200 000 kr.')).toEqual([]);
  });

  it('points at words about one to four persons', () => {
    expect(problemsOf('Én bruker har fått tilbud, og to barn venter.')).toEqual([
      'disclosure.textFewPersons',
      'disclosure.textFewPersons',
    ]);
    expect(problemsOf('Elleve brukere og 14 barn.')).toEqual([]);
  });
});
