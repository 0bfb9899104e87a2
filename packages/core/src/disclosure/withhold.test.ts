import { describe, expect, it } from 'vitest';
import type { ChangeRow, LineRow } from '../model/rows.ts';
import { presented } from '../present/presented.ts';
import { audit } from './audit.ts';
import { stopsPublishing } from './problem.ts';
import { publishable } from './publishable.ts';
import { navTable, nothingElse, type SmallTable, smallId, smallOverview } from './small-overview.ts';
import { type Withheld, withhold } from './withhold.ts';

const cellsOf = (figures: Withheld['primary']): readonly string[] =>
  figures.map(({ unit, service, party }) => `${service ?? unit} ${party}`).sort();

describe('withhold', () => {
  const overview = smallOverview(navTable);
  const keyed = new Set(['nav/drift', 'ppt']);
  const input = { ...nothingElse, overview, keyed };
  const withheld = withhold(input);

  it('hides qualification and social assistance for Frosta, Selbu and Tydal as one block', () => {
    expect(cellsOf(withheld.primary)).toEqual(['nav/kvp frosta', 'nav/kvp selbu', 'nav/kvp tydal']);
    expect(cellsOf(withheld.secondary)).toEqual([
      'nav/sosialhjelp frosta',
      'nav/sosialhjelp selbu',
      'nav/sosialhjelp tydal',
    ]);
    expect(withheld.problems).toEqual([]);
  });

  it('passes its own independent audit, to the øre and as printed', () => {
    const printed = presented(overview, nothingElse.unitOre);
    expect(publishable({ ...input, withheld, texts: [], printed })).toEqual([]);
  });

  it('hides the cell in both years, its change, its lines and its causes, in every version', () => {
    for (const id of [
      smallId('nav/kvp', 'tydal'),
      smallId('nav/kvp', 'tydal', '@previous'),
      smallId('nav/kvp', 'tydal', '@change'),
      smallId('nav/kvp', 'tydal', '@cause:unexplained'),
      smallId('nav/kvp/deltakere', 'tydal'),
      'budget/2024.adopted/nav/kvp/operating/tydal',
      'budget/2025/nav/kvp/tydal',
    ])
      expect(withheld.hides(id), id).toBe(true);
    for (const id of [
      smallId('nav/kvp', 'stjordal'),
      smallId('nav/kvp', null),
      smallId('nav', 'tydal'),
      smallId('nav/drift', 'tydal'),
      smallId('all', 'tydal', '@change'),
    ])
      expect(withheld.hides(id), id).toBe(false);
  });

  it('never uses a service divided by a key as protection: its cells can be computed', () => {
    const two = withhold({ ...input, keyed: new Set(['nav/drift', 'ppt', 'nav/sosialhjelp']) });
    expect(cellsOf(two.secondary)).toEqual(['nav/ukraina frosta', 'nav/ukraina selbu', 'nav/ukraina tydal']);
  });

  it('refuses a sensitive amount in a service divided by a key, and one with nothing beside it', () => {
    const byKey = withhold({
      ...input,
      overview: smallOverview({ ...navTable, sensitive: ['nav/drift tydal'] }),
    });
    expect(byKey.problems.map(({ code }) => code)).toEqual(['disclosure.keyed']);
    const alone = {
      ...navTable,
      services: { 'nav/kvp': navTable.services['nav/kvp']! },
      sensitive: ['nav/kvp tydal'],
    };
    const unpaired = withhold({ ...nothingElse, overview: smallOverview(alone) });
    expect(unpaired.problems).toEqual([
      {
        code: 'disclosure.unpaired',
        service: 'nav/kvp',
        party: 'tydal',
        figureId: smallId('nav/kvp', 'tydal'),
      },
    ]);
    expect(stopsPublishing['disclosure.unpaired']).toBe(true);
  });

  it('says it when a hidden amount stands in an earlier publication, and does not lean on such amounts', () => {
    const published = new Set([
      smallId('nav/sosialhjelp', 'frosta', '@previous'),
      smallId('nav/kvp', 'tydal', '@previous'),
    ]);
    const after = withhold({ ...input, published });
    expect(after.problems).toEqual([
      {
        code: 'disclosure.alreadyPublished',
        service: 'nav/kvp',
        party: 'tydal',
        side: 'previous',
        figureId: smallId('nav/kvp', 'tydal', '@previous'),
      },
    ]);
    expect(publishable({ ...input, published, withheld: after, texts: [], printed: null })).toEqual(
      after.problems,
    );
  });

  it('needs more than one other cell when the nearest hold too little', () => {
    const thin: SmallTable = {
      parties: ['a', 'b', 'c'],
      services: {
        'u/x': [
          [2, 2],
          [3, 0],
          [50, 60],
        ],
        'u/y': [
          [1, 1],
          [1, 1],
          [90, 80],
        ],
        'u/z': [
          [30, 30],
          [40, 40],
          [70, 80],
        ],
      },
      sensitive: ['u/x a'],
    };
    const one = withhold({ ...nothingElse, overview: smallOverview(thin) });
    const edition = { ...nothingElse, overview: smallOverview(thin), withheld: one, texts: [] };
    expect(one.problems).toEqual([]);
    expect(publishable({ ...edition, printed: null })).toEqual([]);
    expect(one.secondary.length).toBeGreaterThanOrEqual(3);
  });

  it('hides the sums beside a sensitive amount that is a unit of its own', () => {
    const apart: SmallTable = {
      parties: ['a', 'b', 'c'],
      services: {
        vakt: [
          [20, 30],
          [40, 50],
          [60, 70],
        ],
        dms: [
          [25, 35],
          [45, 55],
          [65, 75],
        ],
      },
      sensitive: ['vakt a'],
    };
    const whole = withhold({ ...nothingElse, overview: smallOverview(apart) });
    expect(cellsOf(whole.secondary)).toEqual(['dms a', 'dms b', 'vakt b']);
    expect(whole.hides(smallId('vakt', 'a'))).toBe(true);
    expect(whole.hides(smallId('vakt', null))).toBe(false);
  });

  it('tells a cause stated for a hidden cell together with the rest', () => {
    const change = { id: 'ut-av-kvp', service: 'nav/kvp', party: 'tydal' } as ChangeRow;
    const line = { id: 'kvp-tydal', service: 'nav/kvp', party: 'tydal' } as LineRow;
    const told = withhold({ ...input, changes: [change], lines: [line] });
    expect(told.hides(smallId('nav', null, '@cause:ut-av-kvp'))).toBe(true);
    expect(told.hides(smallId('nav', null, '@cause:unexplained'))).toBe(true);
    expect(told.hides(smallId('nav', 'stjordal', '@cause:unexplained'))).toBe(false);
    expect(told.hides(smallId('nav/kvp/kvp-tydal', null))).toBe(true);
    expect(withheld.hides(smallId('nav', null, '@cause:unexplained'))).toBe(false);
  });

  it('finds a hidden cell that the edition forgot, and one that is too narrow', () => {
    const hides = (id: string): boolean => id.startsWith(smallId('nav/kvp', 'tydal'));
    const found = audit({ ...nothingElse, overview, hides, printed: null });
    expect(found.map(({ code }) => code)).toEqual(['disclosure.recoverable', 'disclosure.recoverable']);
    const bare = {
      primary: [],
      secondary: [],
      figures: new Set<string>(),
      volumes: new Set<string>(),
      hides: () => false,
      problems: [],
    };
    const shown = publishable({ ...input, withheld: bare, texts: [], printed: null });
    expect(shown.map(({ code }) => code)).toEqual(Array(3).fill('disclosure.shown'));
    const small = smallOverview({
      parties: ['a', 'b'],
      services: {
        'u/x': [
          [1, 1],
          [2, 2],
        ],
        'u/y': [
          [1, 1],
          [1, 1],
        ],
      },
      sensitive: [],
    });
    const narrow = audit({
      ...nothingElse,
      overview: small,
      hides: (id) => /\/u\/[xy]\/operating\/[ab]/.test(id),
      printed: null,
    });
    expect(narrow[0]).toMatchObject({ code: 'disclosure.narrow', possible: 3, needed: 5 });
  });
});
