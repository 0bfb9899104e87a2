import type { TableLayout } from '../tree/node.ts';
import type { CellData, HeadCell, RowData } from './page.ts';
import { lettersOf } from './pieces.ts';

type Kind = { readonly kind: string; readonly number: boolean };

/** Of the page and of its largest table text, in millimetres and points. */
const pages: {
  readonly [L in TableLayout]: {
    readonly mm: number;
    readonly pt: number;
    readonly inset: number;
    readonly spare: number;
  };
} = {
  normal: { mm: 166, pt: 9.3, inset: 2.8, spare: 0 },
  dense: { mm: 166, pt: 8.8, inset: 2.2, spare: 0 },
  matrix: { mm: 273, pt: 8.3, inset: 1.5, spare: 0.35 },
  text: { mm: 166, pt: 9.3, inset: 2.8, spare: 0 },
};

/** What a table of a few columns looks best with; more columns share what is left. */
const preferred: { readonly [kind: string]: number } = {
  previous: 24,
  amount: 24,
  later: 24,
  change: 22,
  percent: 15,
  count: 22,
  ratio: 24,
  bar: 30,
};

const mmPerPoint = 0.3528;
/** In em of Source Sans 3, tabular: digits, spaces and signs apart from letters. */
const emOf = (letter: string): number =>
  /[\d−]/.test(letter) ? 0.515 : /[\s\u00a0.,:]/.test(letter) ? 0.24 : /[A-ZÆØÅ%]/.test(letter) ? 0.62 : 0.52;
const widthOf = (text: string, pt: number): number =>
  [...text].reduce((sum, letter) => sum + emOf(letter), 0) * pt * mmPerPoint;
/** A head may break between words and at soft hyphens. */
const headWidth = (text: string, pt: number): number =>
  Math.max(...text.split(/[ \u00ad]/).map((word) => widthOf(word, (pt - 0.8) * 1.06)));

const cellLetters = (cell: CellData | undefined): string =>
  cell === undefined ? '' : 'c' in cell ? lettersOf(cell.c) : 'tag' in cell ? cell.tag.text : '';

/** The width a column needs for its longest number and for the words of its head. */
function needed(
  at: number,
  heads: readonly (readonly HeadCell[])[],
  rows: readonly RowData[],
  pt: number,
  column: string,
): number {
  const own = heads.flat().find((head) => head.at === at + 1 && !head.group);
  return Math.max(
    headWidth(own?.text ?? '', pt),
    ...rows.map(
      ({ cells, kind }) =>
        widthOf(cellLetters(cells[at]), pt) * (kind === 'row' && column !== 'amount' ? 1 : 1.045),
    ),
  );
}

/** What a column of words asks for: more when it holds more, but none takes all; and never less than its longest word. */
const wordsOf = (
  texts: readonly string[],
  pt: number,
): { readonly weight: number; readonly least: number } => ({
  weight: Math.min(200, Math.max(9, ...texts.map(({ length }) => length))) ** 0.75,
  least: Math.max(...texts.flatMap((text) => text.split(/[\s-]/)).map((word) => widthOf(word, pt)), 8) + 4.5,
});

const hundredths = (value: number): number => Math.floor(value * 100) / 100;

type Widths = {
  readonly pt: number;
  readonly head: number | null;
  readonly columns: readonly (number | null)[];
};

/** The columns of a table: numbers as wide as they need, words with the rest. */
export function columnWidths(
  layout: TableLayout,
  heads: readonly (readonly HeadCell[])[],
  kinds: readonly Kind[],
  rows: readonly RowData[],
): Widths {
  const page = pages[layout];
  const names = rows.map(({ head }) => lettersOf(head));
  const hasWords = kinds.some(({ kind }) => kind === 'text');
  for (let pt = page.pt; ; pt = Math.round((pt - 0.1) * 10) / 10) {
    const needs = kinds.map(({ number, kind }, at) =>
      number
        ? needed(at, heads, rows, pt, kind) + page.inset + (hasWords && layout === 'normal' ? 3 : 0)
        : kind === 'bar'
          ? 24
          : 0,
    );
    const sum = needs.reduce((total, need) => total + need, 0);
    if (hasWords) {
      const words = [names, ...kinds.map((_, at) => rows.map(({ cells }) => cellLetters(cells[at])))].map(
        (texts, at) =>
          at === 0 || kinds[at - 1]?.kind === 'text' ? wordsOf(texts, pt) : { weight: 0, least: 0 },
      );
      const left = page.mm - sum;
      const [head = null, ...columns] = shared(left, words);
      return {
        pt,
        head,
        columns: columns.map((width, at) =>
          kinds[at]?.kind === 'text' ? width : hundredths(needs[at] ?? 0),
        ),
      };
    }
    const name = Math.min(52, Math.max(...names.map((text) => widthOf(text, pt)), 18) + 2);
    const left = page.mm - sum - name;
    if (left < page.spare * kinds.length && pt > 7.5) continue;
    const extras = kinds.map(({ kind }, at) =>
      layout === 'matrix' ? page.mm / 24 : Math.max(0, (preferred[kind] ?? 0) - (needs[at] ?? 0)),
    );
    const extra = extras.reduce((total, one) => total + one, 0);
    const given = extra === 0 ? 0 : Math.max(0, Math.min(1, left / extra));
    return { pt, head: null, columns: needs.map((need, at) => hundredths(need + (extras[at] ?? 0) * given)) };
  }
}

/** Millimetres by weight, where those that would get too little get the least they can do with first. */
function shared(
  mm: number,
  words: readonly { readonly weight: number; readonly least: number }[],
): readonly number[] {
  const fixed = new Set<number>();
  for (;;) {
    const rest = mm - [...fixed].reduce((total, at) => total + (words[at]?.least ?? 0), 0);
    const weights = words.reduce((total, { weight }, at) => (fixed.has(at) ? total : total + weight), 0);
    const widths = words.map(({ weight, least }, at) =>
      fixed.has(at) ? least : (weight / (weights || 1)) * rest,
    );
    const tight = widths.findIndex((width, at) => !fixed.has(at) && width < (words[at]?.least ?? 0));
    if (tight < 0 || fixed.size === words.length - 1) return widths.map(hundredths);
    fixed.add(tight);
  }
}
