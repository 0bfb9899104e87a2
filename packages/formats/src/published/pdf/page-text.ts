import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

/** A run of text as it stands on the page; x grows to the right and y downwards, in points, however the page is turned. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The marked content it belongs to, in a tagged file. */
  readonly mark: string | null;
};

/** Text of a line kept together; a wider gap begins the next. */
export type Span = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
};
export type PageLine = { readonly spans: readonly Span[]; readonly y: number; readonly size: number };

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** The runs of a page, in the order they were drawn. Text across the reading direction (a stamp in the margin) is left out. */
export function runsOf(content: Content, transform: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  const marks: (string | null)[] = [];
  const turns = new Map<number, number>();
  const found: (Run & { readonly turn: number })[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push('id' in item && typeof item.id === 'string' ? item.id : (marks.at(-1) ?? null));
      continue;
    }
    if (item.str.trim() === '') continue;
    const [a = 1, b = 0, , , e = 0, f = 0] = times(transform, item.transform as number[]);
    const size = Math.hypot(a, b);
    const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    turns.set(turn, (turns.get(turn) ?? 0) + item.str.length);
    const [x, y] = turned(e, f, turn);
    const text = item.str.replace(/\u00ad/g, '');
    found.push({ text, left: x, right: x + item.width, y, size, mark: marks.at(-1) ?? null, turn });
  }
  const main = [...turns].toSorted(([, x], [, y]) => y - x)[0]?.[0] ?? 0;
  for (const { turn, ...run } of found) if (turn === main) runs.push(run);
  return runs;
}

/** A quarter turn taken back. */
function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [-y, x] : [x, y];
}

function times(m: readonly number[], n: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Runs put into lines by their base line, and in each line into spans by the gaps between them. */
export function linesOf(runs: readonly Run[]): readonly PageLine[] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const open = rows.at(-1);
    // A raised note mark stays with its line.
    if (open !== undefined && Math.abs(run.y - open.y) <= Math.max(open.size, run.size) * 0.45) {
      open.runs.push(run);
      if (run.size > open.size) Object.assign(open, { y: run.y, size: run.size });
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map(({ y, size, runs: own }) => ({
    y,
    size,
    spans: spansOf(own.toSorted((a, b) => a.left - b.left)),
  }));
}

const endsInFigure = (text: string): boolean => /\d$/.test(text);
const beginsGroup = (text: string): boolean => /^\d{3}(?!\d)/.test(text);

export function spansOf(runs: readonly Run[]): readonly Span[] {
  const spans: { text: string; left: number; right: number; size: number }[] = [];
  for (const run of runs.flatMap(splitAtWideSpaces)) {
    const open = spans.at(-1);
    const gap = open === undefined ? Number.POSITIVE_INFINITY : run.left - open.right;
    const size = open === undefined ? run.size : Math.max(open.size, run.size);
    // Two figures side by side need less room to be two: «1 234» is one when its second half is a group of three.
    const bothFigures = open !== undefined && endsInFigure(open.text) && /^\d/.test(run.text);
    const together = bothFigures ? gap < size * (beginsGroup(run.text) ? 0.45 : 0.15) : gap < size * 0.7;
    if (open !== undefined && together) {
      const space = gap > size * 0.12 && !open.text.endsWith(' ') && !run.text.startsWith(' ') ? ' ' : '';
      open.text += `${space}${run.text}`;
      open.right = Math.max(open.right, run.right);
      open.size = size;
    } else spans.push({ text: run.text, left: run.left, right: run.right, size: run.size });
  }
  return spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ').trim() }));
}

/** Some files keep a whole table row in one string, with spaces between its cells. */
function splitAtWideSpaces(run: Run): readonly Run[] {
  if (!/\S\s{3,}\S/.test(run.text)) return [run];
  const each = (run.right - run.left) / run.text.length;
  return [...run.text.matchAll(/\S+(?:\s{1,2}\S+)*/g)].map((match) => ({
    ...run,
    text: match[0],
    left: run.left + match.index * each,
    right: run.left + (match.index + match[0].length) * each,
  }));
}
