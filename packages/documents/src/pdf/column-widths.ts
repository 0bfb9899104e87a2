import type { TableLayout } from '../tree/node.ts';
import type { CellData, HeadCell, RowData } from './page.ts';
import { lettersOf } from './pieces.ts';

type Kind = { readonly kind: string; readonly number: boolean };
type Width = { readonly mm: number | null; readonly fr: number };

/** Of the page and of its largest table text, in millimetres and points. */
const pages: { readonly [L in TableLayout]: { readonly mm: number; readonly pt: number; readonly inset: number } } = {
  normal: { mm: 166, pt: 9.3, inset: 2.8 },
  dense: { mm: 166, pt: 8.8, inset: 2.2 },
  matrix: { mm: 273, pt: 8.3, inset: 1.5 },
  text: { mm: 166, pt: 9.3, inset: 2.8 },
};

/** What a table of a few columns looks best with; more columns share what is left. */
const preferred: { readonly [kind: string]: number } = {
  previous: 24,
  amount: 24,
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
function needed(at: number, heads: readonly (readonly HeadCell[])[], rows: readonly RowData[], pt: number): number {
  const own = heads.flat().find((head) => head.at === at + 1 && !head.group);
  return Math.max(
    headWidth(own?.text ?? '', pt),
    ...rows.map(({ cells, kind }) => widthOf(cellLetters(cells[at]), pt) * (kind === 'row' ? 1 : 1.04)),
  );
}

/** Text columns share by how much they hold, but none takes all. */
const share = (texts: readonly string[]): number =>
  Math.round(Math.sqrt(Math.min(130, Math.max(8, ...texts.map(({ length }) => length)))) * 100) / 100;

/** The columns of a table: numbers as wide as they need, words with the rest. */
export function columnWidths(
  layout: TableLayout,
  heads: readonly (readonly HeadCell[])[],
  kinds: readonly Kind[],
  rows: readonly RowData[],
): { readonly pt: number; readonly head: Width; readonly columns: readonly Width[] } {
  const page = pages[layout];
  const names = rows.map(({ head }) => lettersOf(head));
  const hasWords = kinds.some(({ kind }) => kind === 'text');
  for (let pt = page.pt; ; pt = Math.round((pt - 0.1) * 10) / 10) {
    const needs = kinds.map(({ number, kind }, at) =>
      number ? needed(at, heads, rows, pt) + page.inset : kind === 'bar' ? 24 : 0,
    );
    const sum = needs.reduce((total, need) => total + need, 0);
    const name = hasWords ? 40 : Math.min(52, Math.max(...names.map((text) => widthOf(text, pt)), 18) + 2);
    const left = page.mm - sum - name;
    if (left < 0 && pt > 7.5) continue;
    const wished = kinds.map(({ kind }, at) => Math.max(needs[at] ?? 0, layout === 'matrix' ? 0 : (preferred[kind] ?? 0)));
    const wishes = wished.reduce((total, wish) => total + wish, 0);
    const extra = wishes - sum;
    const given = extra <= 0 ? 1 : Math.max(0, Math.min(1, left / extra));
    const columns = kinds.map(({ kind }, at): Width => {
      if (kind === 'text') return { mm: null, fr: share(rows.map(({ cells }) => cellLetters(cells[at]))) };
      const need = needs[at] ?? 0;
      const spare = layout === 'matrix' && left > 0 ? left / (kinds.length + 6) : 0;
      return { mm: Math.round((need + ((wished[at] ?? 0) - need) * given + spare) * 100) / 100, fr: 0 };
    });
    return { pt, head: { mm: null, fr: hasWords ? share(names) : 1 }, columns };
  }
}
