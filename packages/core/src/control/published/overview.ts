import { chaptersOf, headingsOf } from './chapters.ts';
import { figureIn, isExact, type LinearEquation, type Overlay } from './equation.ts';
import { columnKeys } from './overview-columns.ts';
import { absolute, roundedTo } from './printed-figure.ts';
import { type Cell, type Micro, micro, type Paragraph } from './published-document.ts';
import type { PartsOf } from './table-parts.ts';
import { columnKind, rowKey, totalKey, type UnderstoodTable } from './understood-table.ts';

/** What an overview row stands for: one table, or several that together are the unit. */
export type Source = {
  readonly tables: readonly UnderstoodTable[];
  /** How many of its units go in one of the overview's: 1, or 1000 where the table is in kroner and the overview is not. */
  readonly ratio: bigint;
  /** By «member|kind»: the cells that together are the figure, and what they come to once their own tables are right. */
  readonly values: ReadonlyMap<string, Quantity>;
};

export type Quantity = { readonly cells: readonly Cell[]; readonly total: Micro };

export const printedTotal = ({ cells }: Quantity): Micro =>
  cells.reduce((total, { value }) => total + (value ?? 0n), 0n);

export type OverviewRow = { readonly row: number; readonly label: string; readonly source: Source | null };

/** A table whose rows stand for other tables, and what each of its columns stands for in them. */
export type Overview = {
  readonly table: UnderstoodTable;
  readonly rows: readonly OverviewRow[];
  /** By column index: «member|kind». */
  readonly keys: ReadonlyMap<number, string>;
};

export const cellKey = (member: string, kind: string): string => `${member}|${kind}`;

/** What a source can stand for, before it is known in which unit. */
type Offer = Omit<Source, 'ratio'> & {
  /** Its figures in a ratio, and those of them that are sums of several. */
  readonly offered: (ratio: bigint) => ReadonlySet<Micro>;
  readonly sums: (ratio: bigint) => ReadonlySet<Micro>;
};

type SourceOf = (tables: readonly UnderstoodTable[]) => Offer;

/** Every table is asked about for every overview there may be; what it offers is worked out once. */
function sourcesOf(repaired: Overlay): SourceOf {
  const known = new Map<string, Offer>();
  return (tables) => {
    const name = tables.map(({ view }) => view.table.ordinal).join(' ');
    const found = known.get(name) ?? sourceOf(tables, repaired);
    known.set(name, found);
    return found;
  };
}

function sourceOf(tables: readonly UnderstoodTable[], repaired: Overlay): Offer {
  const values = new Map<string, Quantity>();
  for (const table of tables)
    for (const row of table.view.rows) {
      const seen = new Set<string>();
      for (const column of table.view.columns) {
        if (column.isPercent) continue;
        const cell = table.view.cellAt(row.index, column.index);
        if (cell === undefined || cell.state === 'text' || row.cells.every(({ value }) => value === null))
          continue;
        const key = cellKey(rowKey(table, row.index), columnKind(table, column));
        if (seen.has(key)) continue;
        seen.add(key);
        const before = values.get(key) ?? { cells: [], total: 0n };
        values.set(key, { cells: [...before.cells, cell], total: before.total + figureIn(cell, repaired) });
      }
    }
  const all = [...values.values()];
  return {
    tables,
    values,
    offered: inEachRatio(all),
    sums: inEachRatio(all.filter(({ cells }) => cells.length > 1)),
  };
}

/** Worked out once for each ratio that is asked for. */
function inEachRatio(quantities: readonly Quantity[]): (ratio: bigint) => ReadonlySet<Micro> {
  const known = new Map<bigint, ReadonlySet<Micro>>();
  return (ratio) => {
    const found = known.get(ratio) ?? printable(quantities, ratio);
    known.set(ratio, found);
    return found;
  };
}

/** Within half a unit of the overview: rounding up or down from the middle are both seen. */
export const agrees = (printed: Micro, exact: Micro, ratio: bigint): boolean =>
  absolute(printed * ratio - exact) * 2n <= (ratio === 1n ? 0n : ratio * micro);

const written = (table: UnderstoodTable, row: number): readonly Micro[] =>
  table.view.columns
    .flatMap(({ index, isPercent }) => (isPercent ? [] : (table.view.valueAt(row, index) ?? [])))
    .filter((value) => value !== 0n);

const likeness = (values: readonly Micro[], offered: ReadonlySet<Micro>): number =>
  values.filter((value) => offered.has(value)).length;

/** The figures of a source as an overview may print them: as they are, or in thousands of them. */
function printable(quantities: readonly Quantity[], ratio: bigint): ReadonlySet<Micro> {
  const exact = quantities.map(({ total }) => total).filter((value) => value !== 0n);
  if (ratio === 1n) return new Set(exact);
  // Half a unit may have been rounded either way.
  return new Set(
    exact.flatMap((value) => [
      roundedTo(value, ratio * micro) / ratio,
      roundedTo(value - (value < 0n ? -1n : 1n), ratio * micro) / ratio,
    ]),
  );
}

/** Every table, and every run of tables in a chapter that has no total table of its own. */
function candidatesIn(
  chapter: readonly UnderstoodTable[],
  wholes: ReadonlySet<UnderstoodTable>,
  sourceOf: SourceOf,
): readonly Offer[] {
  const single = chapter.map((table) => sourceOf([table]));
  if (chapter.some((table) => wholes.has(table)) || chapter.length < 2) return single;
  return [...single, sourceOf(chapter)];
}

function bestSource(values: readonly Micro[], candidates: readonly Offer[]) {
  let best: { source: Source; matched: number } | null = null;
  for (const source of candidates)
    for (const ratio of [1n, 1000n]) {
      const matched = likeness(values, source.offered(ratio));
      // Several tables are the unit together only if some figure is their sum, and not merely found in one of them.
      if (source.tables.length > 1 && matched > 0 && likeness(values, source.sums(ratio)) === 0) continue;
      if (best === null || matched > best.matched)
        best = { source: { tables: source.tables, values: source.values, ratio }, matched };
    }
  return best;
}

/** Finds the overviews of a document: at least three rows that chapters of it bear out by name and figures. */
export function overviewsOf(
  tables: readonly UnderstoodTable[],
  {
    paragraphs,
    parts,
    repaired,
  }: {
    readonly paragraphs: readonly Paragraph[];
    readonly parts: readonly PartsOf[];
    /** Figures that their own table shows to be wrong, put right. */
    readonly repaired: Overlay;
  },
): readonly Overview[] {
  const wholes = new Set(parts.map(({ whole }) => whole));
  const headings = headingsOf(paragraphs);
  const sources = sourcesOf(repaired);
  return tables.flatMap((table) => {
    const others = tables.filter((other) => other !== table);
    if (table.view.rows.length < 3 || others.length < 2) return [];
    const rows = table.view.rows.filter(
      ({ label, index }) => label !== '' && written(table, index).length > 0,
    );
    const chapters = chaptersOf(
      rows.map(({ label }) => label),
      { headings, tables: others },
    );
    return overviewOf(table, { rows, chapters, others, wholes, sources }) ?? [];
  });
}

type Setting = {
  readonly rows: readonly { readonly index: number; readonly label: string; readonly saysSum: boolean }[];
  readonly chapters: readonly (readonly UnderstoodTable[])[];
  readonly others: readonly UnderstoodTable[];
  readonly wholes: ReadonlySet<UnderstoodTable>;
  readonly sources: SourceOf;
};

function overviewOf(
  table: UnderstoodTable,
  { rows, chapters, others, wholes, sources }: Setting,
): Overview | null {
  const claimed = new Set<UnderstoodTable>();
  const found = new Map<number, Source>();
  for (const [at, row] of rows.entries()) {
    const best = bestSource(written(table, row.index), candidatesIn(chapters[at] ?? [], wholes, sources));
    if (best === null || best.matched === 0) continue;
    found.set(row.index, best.source);
    for (const each of best.source.tables) claimed.add(each);
  }
  if (found.size < 2) return null;
  const free = others.filter((other) => !claimed.has(other)).map((other) => sources([other]));
  for (const row of rows) {
    if (found.has(row.index)) continue;
    const values = written(table, row.index);
    const best = bestSource(values, free);
    if (best !== null && best.matched >= 3 && best.matched * 3 >= values.length)
      found.set(row.index, best.source);
  }
  const keys = columnKeys(table, found);
  if (found.size < 3 || keys.size === 0) return null;
  const overview: Overview = {
    table,
    keys,
    rows: rows.map(({ index, label }) => ({ row: index, label, source: found.get(index) ?? null })),
  };
  // One column of figures that happen to stand elsewhere makes no overview.
  const sound = soundColumns(overview);
  return sound.size < 2 ? null : overview;
}

/** «Frosta 2025», «Totalt endring»: what a column stands for, in the document's own spelling; null where it is not known. */
export function columnName({ keys, rows }: Overview, column: number): string | null {
  const key = keys.get(column);
  if (key === undefined) return null;
  const bar = key.lastIndexOf('|');
  const [member, kind] = [key.slice(0, bar), key.slice(bar + 1)];
  const printed = rows
    .flatMap(({ source }) => source?.tables ?? [])
    .flatMap(({ view }) => view.rows)
    .find((row) => row.key === member)?.label;
  return `${member === totalKey ? 'Totalt' : (printed ?? member)} ${kind === 'change' ? 'endring' : kind}`;
}

/** Every sum and difference of the table is exact: it was rounded as a whole, where a figure may be rounded away from its nearest. */
const isSettled = ({ equations }: UnderstoodTable): boolean => {
  const linear = equations.filter(({ kind }) => kind === 'linear');
  return linear.length >= 6 && linear.every((equation) => isExact(equation));
};

/**
 * Columns that some chapters bear out; one that none does stands for something else than its neighbours made it seem. Where a garbled table
 * leaves one figure to a column, the other columns of the same member speak for it.
 */
function soundColumns({ table, rows, keys }: Overview): ReadonlyMap<number, string> {
  const counted = [...keys].map(([column, key]) => {
    const shown = rows.flatMap(({ row, source }) => {
      const value = table.view.valueAt(row, column);
      const total = source?.values.get(key)?.total;
      return source === null || value === null || value === 0n || total === undefined
        ? []
        : [agrees(value, total, source.ratio)];
    });
    return { column, key, shown: shown.length, agreeing: shown.filter((one) => one).length };
  });
  const memberOf = (key: string): string => key.slice(0, key.lastIndexOf('|'));
  // A column that names what it counts speaks for itself.
  const isBare = (column: number): boolean =>
    /^[\d\s]*$/.test(table.view.columns.find(({ index }) => index === column)?.header ?? '');
  const byMember = new Map<string, number>();
  for (const { key, agreeing } of counted)
    byMember.set(memberOf(key), (byMember.get(memberOf(key)) ?? 0) + agreeing);
  return new Map(
    counted
      .filter(
        ({ column, key, shown, agreeing }) =>
          agreeing >= 2 ||
          agreeing === shown ||
          (agreeing > 0 && isBare(column) && (byMember.get(memberOf(key)) ?? 0) >= 3),
      )
      .map(({ column, key }) => [column, key]),
  );
}

/** The equations of the cells that are where they belong. */
export function overviewEquations(
  overview: Overview,
  misplaced: ReadonlySet<Cell>,
): readonly LinearEquation[] {
  const { table } = overview;
  const keys = soundColumns(overview);
  const slack = isSettled(table) ? 2n : 1n;
  return overview.rows.flatMap(({ row, source }) => {
    if (source === null) return [];
    const { ratio } = source;
    const equations = [...keys].flatMap(([column, key]): readonly LinearEquation[] => {
      const cell = table.view.cellAt(row, column);
      const sources = source.values.get(key);
      if (cell === undefined || cell.value === null || sources === undefined || misplaced.has(cell))
        return [];
      return [
        {
          kind: 'linear',
          rule: 'overview',
          target: { cell, factor: ratio },
          members: sources.cells.map((each) => ({ cell: each, factor: 1n, sign: 1n })),
          // A difference of rounded figures may lie a whole unit from the rounded difference.
          tolerance: ratio === 1n ? 0n : (ratio * micro * (key.endsWith('|change') ? 3n : slack)) / 2n,
          carries: true,
        },
      ];
    });
    const agreeing = equations.filter(({ target }) =>
      agrees(
        target.cell.value ?? 0n,
        source.values.get(keys.get((target.cell.place.column ?? 0) - 1) ?? '')?.total ?? 0n,
        ratio,
      ),
    ).length;
    return agreeing >= 2 || agreeing * 2 >= equations.length ? equations : [];
  });
}
