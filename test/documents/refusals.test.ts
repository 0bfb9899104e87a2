import { tell } from '@samstyr/contract/texts/tell';
import type { OverviewRow } from '@samstyr/core/budget/view';
import { ore } from '@samstyr/core/money/ore';
import type { Edition } from '@samstyr/documents/publish/edition';
import { openPaperDesk } from '@samstyr/documents/publish/paper-desk';
import { renderAll } from '@samstyr/documents/publish/render-all';
import { checkTree } from '@samstyr/documents/tree/check-tree';
import type { Block, ChapterNode, ChartNode, DocumentTree, TableNode } from '@samstyr/documents/tree/node';
import { documentProblemTexts } from '@samstyr/documents/tree/problems';
import { ref, text } from '@samstyr/documents/tree/say';
import { describe, expect, test } from 'vitest';
import { documentOf, exampleEdition, exampleIndex, treeOf } from './example-document.ts';

const edition = exampleEdition('internal');
const tree = treeOf(edition, 'nb');

const change = (one: DocumentTree, id: string, block: (of: Block) => Block): DocumentTree => {
  const inside = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((of) => {
      const own = 'id' in of && of.id === id ? block(of) : of;
      return own.node === 'section' || own.node === 'details'
        ? { ...own, children: inside(own.children) }
        : own;
    });
  const chapter = (of: ChapterNode): ChapterNode => ({ ...of, children: inside(of.children) });
  return { ...one, parts: one.parts.map((part) => ({ ...part, chapters: part.chapters.map(chapter) })) };
};

const told = (one: DocumentTree): readonly string[] => {
  const result = checkTree(one);
  return result.ok
    ? []
    : result.problems.map((problem) => tell(documentProblemTexts, 'nb', problem).replaceAll('\u00a0', ' '));
};

const table = (id: string, of: (table: TableNode) => TableNode): DocumentTree =>
  change(tree, id, (block) => of(block as TableNode));

describe('a whole publication is refused, every format of it', () => {
  const publish = async (wrong: Edition) => {
    const shown: string[] = [];
    const made = await renderAll(wrong, ['html', 'pdf', 'docx', 'xlsx', 'data'], {
      language: 'nb',
      scope: { scope: 'full' },
      word: openPaperDesk('docx', null),
      shown: (what) => shown.push(what),
    });
    return made.ok ? [...made.value.files.keys()] : made.problems.map((one) => one.replaceAll('\u00a0', ' '));
  };

  // No folder gives such a budget, since every sum is made of its parts: a sum is moved after it was computed.
  test('when the sum of a unit is not what its services are', async () => {
    const { overview } = edition;
    const move = <R extends OverviewRow>(row: R): R =>
      row.unit === 'nav' && row.service === null && row.party === null
        ? { ...row, current: { ...row.current, ore: ore((row.current.ore ?? 0n) + 100_000_000n) } }
        : row;
    const said = await publish({ ...edition, overview: { ...overview, rows: overview.rows.map(move) } });
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((line) => !/^[^›]+ › .+: .+\.$/.test(line))).toEqual([]);
    expect(said.some((line) => /VR NAV › .*Summen er .*, men radene over gir/.test(line))).toBe(true);
  });

  test('when a coat of arms has no name to be read by', () => {
    const arms = { path: 'arms/nordvik.svg', content: '', alt: ' ' };
    expect(told({ ...tree, cover: { ...tree.cover, arms } })).toEqual([
      `${tree.title} › arms/nordvik.svg: Figuren mangler alternativ tekst.`,
    ]);
  });
});

describe('a document is refused with the place', () => {
  test('when a figure does not exist', () => {
    const wrong = change(tree, 'oversikt-alle', (block) => ({
      ...(block as Extract<Block, { node: 'section' }>),
      children: [
        {
          node: 'paragraph',
          content: [text('Det er '), ref('budget/2025.recommended/nav/drft/operating/sum', 'kr')],
        },
      ],
    }));
    expect(told(wrong)).toEqual([
      'Økonomisk oversikt › Hva hver kommune betaler til driften, 2024 og 2025.: Figuren viser til tabellen «tabell-matrise», som ikke finnes.',
      'Økonomisk oversikt › Alle enheter og alle kommuner: Teksten viser til et tall som ikke finnes, «budget/2025.recommended/nav/drft/operating/sum». Rett navnet, eller ta det bort.',
    ]);
  });

  test('when a sum row differs from its rows', () => {
    const wrong = table('tabell-nav-tjenester', (of) => ({ ...of, rows: of.rows.slice(1) }));
    expect(told(wrong)[0]).toBe(
      'VR NAV › Fire tjenester › VR NAV etter tjeneste, alle kommuner. › Sum VR NAV › 2024: Summen er 79 293, men radene over gir 67 243.',
    );
  });

  test('when a change differs from its two years', () => {
    const wrong = table('tabell-legevakt', (of) => ({
      ...of,
      rows: of.rows.map((row, at) =>
        at === 1
          ? { ...row, cells: row.cells.map((cell, nr) => (nr === 2 ? (of.rows[0]?.cells[2] ?? cell) : cell)) }
          : row,
      ),
    }));
    expect(told(wrong).join('\n')).toContain(
      'Selbu › Endring: Cellen er 525 000, men de andre kolonnene gir 120 000.',
    );
  });

  test.each<readonly [string, DocumentTree, string]>([
    [
      'a table has no unit',
      table('tabell-legevakt', (of) => ({ ...of, unit: [] })),
      'Tabellen mangler benevning.',
    ],
    [
      'a head is empty',
      table('tabell-legevakt', (of) => ({ ...of, head: ' ' })),
      'En overskrift i tabellen er tom.',
    ],
    [
      'a row lacks a cell',
      table('tabell-tegn', (of) => ({ ...of, rows: of.rows.map((row) => ({ ...row, cells: [] })) })),
      'Raden har 0 celler, tabellen 1 kolonner.',
    ],
    [
      'a chart has no table',
      change(tree, 'figur-endring', (of) => ({ ...(of as ChartNode), table: 'tabell-borte' })),
      'Figuren viser til tabellen «tabell-borte», som ikke finnes.',
    ],
    [
      'a chart has no alternative text',
      change(tree, 'figur-endring', (of) => ({ ...(of as ChartNode), alt: [] })),
      'Figuren mangler alternativ tekst.',
    ],
    [
      'a heading level is skipped',
      change(tree, 'oversikt-alle', (of) => ({ ...(of as Extract<Block, { node: 'section' }>), level: 3 })),
      'Overskriften er på nivå 3 uten en overskrift på nivået over.',
    ],
    [
      'an id stands twice',
      change(tree, 'oversikt-alle', (of) => ({
        ...(of as Extract<Block, { node: 'section' }>),
        id: 'endring',
      })),
      '«endring» står to ganger i dokumentet.',
    ],
    [
      'a hidden figure has its value',
      { ...tree, hidden: { has: (id: string) => id === 'budget/2025.recommended/nav/kvp/operating/5036' } },
      'Tallet «budget/2025.recommended/nav/kvp/operating/5036» skal ikke vises i denne utgaven.',
    ],
  ])('when %s', (_, wrong, sentence) => {
    expect(told(wrong).join('\n')).toContain(sentence);
  });

  test.each([
    [
      '{{budget/2025/nav/drift/9999}}',
      'VR Legevakt › Status: Teksten viser til et tall som ikke finnes, «budget/2025/nav/drift/9999»',
    ],
    [
      '{{budget/2025/nav/drift/5034 | svenske kroner}}',
      'VR Legevakt › Status: Tallformatet «svenske kroner» finnes ikke.',
    ],
    ['Det koster {{ mye', 'VR Legevakt › Status: Kan ikke lese «Det koster {{ mye».'],
  ])('when a unit writes %s', (body, sentence) => {
    const { model } = exampleIndex();
    const wrong = {
      ...model,
      text: model.text.map((row) =>
        row.unit === 'legevakt' && row.section === 'status' && row.language === 'nb' ? { ...row, body } : row,
      ),
    };
    const result = documentOf(exampleEdition('internal', { model: wrong }), 'nb');
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(
        result.problems.map((problem) => tell(documentProblemTexts, 'nb', problem)).join('\n'),
      ).toContain(sentence);
  });

  test('and every problem has its place in three languages', () => {
    for (const language of ['nb', 'nn', 'en'] as const)
      expect(
        tell(documentProblemTexts, language, { code: 'document.noUnit', place: ['NAV', 'Tabell'] }),
      ).toMatch(/^NAV › Tabell: \S/);
  });
});
