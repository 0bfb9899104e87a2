import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import { renderHtml } from '@samstyr/documents/html/render-html';
import type { Scope } from '@samstyr/documents/joint-budget/source';
import { editionOf } from '@samstyr/documents/publish/edition';
import { render } from '@samstyr/documents/publish/render';
import { scopeOf } from '@samstyr/documents/publish/scope';
import type { DocumentTree } from '@samstyr/documents/tree/node';
import { chaptersOf, printedFigures } from '@samstyr/documents/tree/walk';
import { describe, expect, test } from 'vitest';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { treeText } from './tree-text.ts';

const edition = exampleEdition('public');
const selbu: Scope = { scope: 'municipality', party: 'selbu' };
const short: Scope = { scope: 'summary' };
const whole = treeOf(edition, 'nb');
const forSelbu = treeOf(edition, 'nb', selbu);
const summary = treeOf(edition, 'nb', short);
const ids = (tree: DocumentTree): readonly string[] => chaptersOf(tree).map(({ id }) => id);
const scopes: readonly (readonly [string, DocumentTree])[] = [
  ['the municipality edition', forSelbu],
  ['the summary', summary],
];

describe('the edition of one municipality', () => {
  test('begins with what it pays, and is no longer about the others', () => {
    expect(ids(forSelbu)[0]).toBe('kommune-selbu');
    expect(ids(forSelbu).filter((id) => id.startsWith('kommune-'))).toEqual(['kommune-selbu']);
  });

  test('has the chapters of exactly the units it takes part in', () => {
    const own = new Set(
      edition.overview.rows
        .filter(({ party, current, previous }) =>
          [current, previous].some(
            ({ attendance }) => party === 'selbu' && (attendance === 'member' || attendance === 'unknown'),
          ),
        )
        .map(({ unit }) => `enhet-${unit}`),
    );
    expect(new Set(ids(forSelbu).filter((id) => id.startsWith('enhet-')))).toEqual(own);
    expect(own.has('enhet-dms')).toBe(false);
  });

  test('shows its own fields on the cover apart from the others', () => {
    expect(forSelbu.cover.parties[forSelbu.cover.own ?? -1]).toBe('Selbu');
    expect(renderHtml(forSelbu)).toContain('<rect class="own"');
    expect(renderHtml(whole)).not.toContain('<rect class="own"');
  });

  test('reads as the golden file', async () => {
    await expect(treeText(forSelbu)).toMatchFileSnapshot(
      '../golden/joint-budget/vaernesregionen-2025-selbu.nb.txt',
    );
  });
});

test('the summary has no chapter of a unit, and every municipality in short', () => {
  expect(ids(summary).filter((id) => id.startsWith('enhet-'))).toEqual([]);
  expect(ids(summary).filter((id) => id.startsWith('kommune-'))).toEqual(
    ids(whole).filter((id) => id.startsWith('kommune-')),
  );
  expect(ids(summary)).toContain('plan');
});

describe('an edition shows no more than the whole one', () => {
  test.each(scopes)('%s has the same values, and hides what is hidden there', (_, tree) => {
    for (const [id, figure] of tree.figures) {
      if (edition.hides(id)) expect(figure.value).toBeNull();
      const known = whole.figures.get(id);
      if (known !== undefined) expect([id, figure.value]).toEqual([id, known.value]);
    }
  });

  test.each(scopes)('%s prints what the whole one prints, and its own years of the plan', (_, tree) => {
    const printed = printedFigures(whole);
    const extra = [...printedFigures(tree)].filter((id) => !printed.has(id));
    expect(extra.filter((id) => !/^budget\/\d{4}\.plan-fixed\//.test(id) && !id.includes('/selbu'))).toEqual(
      extra.filter((id) => id.startsWith('budget/2025.recommended/') && id.endsWith('/5032')),
    );
  });

  test('hidden amounts that change places leave the public name of the content as it was', () => {
    const swapped = swap(exampleIndex().model);
    const other = exampleEdition('public', { model: swapped });
    expect(other.content).toBe(edition.content);
    expect(exampleEdition('internal', { model: swapped }).content).not.toBe(
      exampleEdition('internal').content,
    );
  });
});

/** Moves 1 000 kr round a ring of four hidden amounts, so that every sum is as before. */
function swap(model: Model): Model {
  const isHidden = (service: string, party: string): boolean =>
    edition.overview.rows.some(
      (row) => row.service === service && row.party === party && edition.hides(row.current.figureId),
    );
  const own = model.line.filter(
    ({ version, service, party }) =>
      version === '2025.recommended' && party !== null && isHidden(service, party),
  );
  const [first, second] = [...new Set(own.map(({ service }) => service))];
  const [one, two] = [...new Set(own.map(({ party }) => party))].filter((party) =>
    [first, second].every((service) => own.some((line) => line.service === service && line.party === party)),
  );
  const by = (service: string, party: string | null): bigint =>
    (service === first ? 1n : service === second ? -1n : 0n) *
    (party === one ? 100_000n : party === two ? -100_000n : 0n);
  const ids = new Set(own.map(({ id }) => id));
  const line = model.line.map((row) =>
    ids.has(row.id)
      ? { ...row, amountOre: (row.amountOre + by(row.service, row.party)) as typeof row.amountOre }
      : row,
  );
  return { ...model, line };
}

describe('the word of --edition', () => {
  const found = (word: string) => scopeOf(edition.index, edition.overview, word);
  test.each(['selbu', 'Selbu', 'SELBU', '5032'])('municipality:%s is Selbu', (name) => {
    expect(found(`municipality:${name}`)).toEqual({ ok: true, value: selbu });
  });

  test('a name nobody has is answered with the nearest', () => {
    const result = found('municipality:Selbo');
    expect(result.ok ? null : result.problems[0]).toMatchObject({
      code: 'edition.unknownMunicipality',
      nearest: 'Selbu',
    });
  });

  test.each(['public', 'internal'])('%s is told that it is the audience', (word) => {
    const result = found(word);
    expect(result.ok ? null : result.problems[0]).toEqual({ code: 'edition.audience', word });
  });
});

test('files carry the edition and the audience in their names', async () => {
  const names = async (of: typeof edition, format: 'html' | 'data' | 'xlsx', scope: Scope) => {
    const files = await render(of, format, { language: 'nb', scope });
    return files.ok ? [...files.value.keys()] : files.problems;
  };
  expect(await names(edition, 'html', selbu)).toEqual(['fellesbudsjett-2025-selbu.html']);
  expect(await names(edition, 'xlsx', short)).toEqual(['fellesbudsjett-2025-sammendrag.xlsx']);
  expect(await names(edition, 'data', selbu)).toContain('selbu/datapackage.json');
  expect(await names(exampleEdition('internal'), 'html', { scope: 'full' })).toEqual([
    'fellesbudsjett-2025-intern.html',
  ]);
});

test('open data of a municipality has the units it takes part in and no other', async () => {
  const files = await render(edition, 'data', { language: 'nb', scope: selbu });
  const csv = files.ok ? `${files.value.get('selbu/data/budget.csv')}` : '';
  expect(csv).toContain(',legevakt,');
  expect(csv).not.toContain(',dms,');
});

test('open data of a municipality has the registers of its own appendix and no other', async () => {
  const files = await render(edition, 'data', { language: 'nb', scope: selbu });
  const lines = files.ok ? `${files.value.get('selbu/data/registers.csv')}`.split('\n').slice(1, -1) : [];
  const appendix = chaptersOf(forSelbu).find(({ id }) => id === 'nokler')?.children ?? [];
  const shown = appendix.flatMap((block) =>
    block.node === 'table'
      ? [/^tabell-register-(.*)-(?:alle|\d+-\d+)$/.exec(block.id)?.[1] ?? []].flat()
      : [],
  );
  expect(new Set(lines.map((line) => line.split(',')[1]))).toEqual(new Set(shown));
  expect(new Set(shown).size).toBeLessThan(exampleIndex().model.register.length);
});

test('open data of the summary has what units cost, as the summary has, and nothing of their services', async () => {
  const files = await render(edition, 'data', { language: 'nb', scope: short });
  if (!files.ok) throw new Error(files.problems[0]);
  expect([...files.value.keys()]).toEqual([
    'sammendrag/data/budget.csv',
    'sammendrag/data/budget.json',
    'sammendrag/datapackage.json',
  ]);
  const printed = printedFigures(summary);
  const rows = JSON.parse(`${files.value.get('sammendrag/data/budget.json')}`).budget as readonly {
    readonly figureId: string;
    readonly service: string | null;
    readonly amountOre: string | null;
  }[];
  // Who takes part for an amount nobody knows has a row in the data and none in the pages.
  const ids = rows.filter(({ amountOre }) => amountOre !== null).map(({ figureId }) => figureId);
  expect(ids.length).toBeGreaterThan(100);
  expect(ids.filter((id) => !printed.has(id))).toEqual([]);
  expect(new Set(rows.map(({ service }) => service))).toEqual(new Set([null]));
});

describe('the four-year plan', () => {
  test('sets the budget year apart from the years after it', () => {
    const tables = chaptersOf(whole)
      .find(({ id }) => id === 'plan')
      ?.children.flatMap((block) => (block.node === 'section' ? block.children : []))
      .flatMap((block) => (block.node === 'table' ? [block.columns.map(({ kind }) => kind)] : []));
    expect(tables?.length).toBeGreaterThan(0);
    for (const kinds of tables ?? []) expect(kinds).toEqual(['amount', 'later', 'later', 'later']);
  });

  test('begins with the budget itself and has the years after it', () => {
    const chapter = treeText(whole).split('# Økonomiplan')[1]?.split('\n# ')[0] ?? '';
    expect(chapter).toContain('Sum drift | 432 514 634');
    expect(chapter).toContain('VR DMS.');
    expect(chapter).toContain('Helseforetaket har sagt opp medfinansieringen av 12 senger');
  });

  test('is not shown by party where it would tell what is hidden', () => {
    const plan = edition.plan;
    if (!plan.ok) throw new Error('no plan');
    const unsafe = { ...edition, plan: { ok: true as const, value: { ...plan.value, isSafe: false } } };
    const text = treeText(treeOf(unsafe, 'nb', selbu));
    expect(text).not.toContain('drift 2025–2028 etter enhet.');
    expect(text).toContain('Planen etter kommune vises ikke i denne utgaven');
  });
});

describe('open findings', () => {
  test('stand in the internal edition and in no public one', () => {
    const internal = treeText(treeOf(exampleEdition('internal'), 'nb'));
    expect(internal).toContain('Åpne funn');
    expect(internal).toMatch(/VR NAV, Stjørdal 2025.*60[ \u00a0]374.*60[ \u00a0]734/);
    expect(treeText(whole)).not.toContain('Åpne funn');
  });
});

describe('what nobody has recommended yet', () => {
  const { model } = exampleIndex();
  const proposal = {
    ...model,
    version: model.version.map((row) =>
      row.id === '2025.recommended' ? { ...row, status: 'proposal' as const } : row,
    ),
  };
  const made = editionOf(indexModel(proposal), { year: 2025, rounding: 'agreement', audience: 'public' });
  if (!made.ok) throw new Error(JSON.stringify(made.problems[0]));

  test.each([
    ['nb', 'Forslag'],
    ['nn', 'Framlegg'],
    ['en', 'Proposal'],
  ] as const)('is marked on every page in %s', (language, word) => {
    const tree = treeOf(made.value, language);
    expect(tree.watermark).toBe(word);
    expect(renderHtml(tree)).toContain(`<div class="watermark" aria-hidden="true">${word}</div>`);
  });

  test('is not marked when it is recommended, but said not to be adopted', () => {
    expect(whole.watermark).toBeNull();
    expect(whole.isDraft).toBe(true);
    expect(renderHtml(whole)).not.toContain('class="watermark"');
  });
});
