import { isSumLabel, labelKey } from '@samstyr/core/control/published/labels';
import { overviewsOf } from '@samstyr/core/control/published/overview';
import { roundedTo } from '@samstyr/core/control/published/printed-figure';
import { type Cell, micro, type PublishedDocument } from '@samstyr/core/control/published/published-document';
import { partsOf } from '@samstyr/core/control/published/table-parts';
import { unitOfTable } from '@samstyr/core/control/published/table-unit';
import { type ColumnView, viewTable } from '@samstyr/core/control/published/table-view';
import {
  captionOf,
  columnKind,
  isLeaf,
  type UnderstoodTable,
  understandRounded,
} from '@samstyr/core/control/published/understood-table';

/** A table with those who pay downwards and two years across: one service of the cooperation. */
export type ShareTable = {
  readonly table: UnderstoodTable;
  readonly unitName: string;
  readonly serviceName: string;
  readonly members: readonly { readonly name: string; readonly before: Cell; readonly now: Cell }[];
  readonly sum: { readonly before: Cell | null; readonly now: Cell | null };
  /** Parts of this table that stand in tables of their own; what they leave is a service too. */
  readonly parts: readonly ShareTable[];
};

export type Shares = {
  readonly year: number;
  readonly before: number;
  readonly tables: readonly ShareTable[];
  /** Tables of members that are sums of others or told twice. */
  readonly leftOut: readonly UnderstoodTable[];
  /** Rows of an overview that no table of members was found for. */
  readonly missing: readonly { readonly name: string; readonly cell: Cell }[];
  /** Tables of the same members that count something small. */
  readonly small: readonly UnderstoodTable[];
};

const memberHeader = /kommune|deltak|deltager|betal|\bpart(?:er)?\b|eier|member|municipality|payer/i;

/** The tables that say who pays what, and for which two years; null when there is none. */
export function sharesOf(document: PublishedDocument): Shares | null {
  const tables = document.tables.flatMap((table) => {
    const view = viewTable(table);
    return view === null ? [] : [understandRounded(view, unitOfTable(view, document.paragraphs))];
  });
  const years = yearsOf(tables);
  if (years === null) return null;
  const [before, year] = years;
  const names = memberNames(tables, years);
  const candidates = tables.flatMap((table) => {
    const columns = [before, year].map((each) => yearColumn(table, each));
    const [old, now] = columns;
    if (old === undefined || now === undefined) return [];
    const leaves = table.view.rows.filter(({ index, key }) => isLeaf(table, index) && key !== '');
    const known = leaves.filter(({ key }) => names.has(key));
    return known.length >= 2 && known.length * 3 >= leaves.length * 2 ? [{ table, old, now, known }] : [];
  });
  if (candidates.length === 0) return null;
  const parts = partsOf(tables);
  const wholes = new Set(parts.map(({ whole }) => whole));
  const { names: unitNames, rows: overviewRows } = unitNamesOf(document, tables, parts);
  const seen = new Set<string>();
  const leftOut: UnderstoodTable[] = [];
  const found: ShareTable[] = [];
  for (const { table, old, now, known } of candidates) {
    const figures = known
      .map(
        ({ index, key }) =>
          `${key} ${inThousands(table, index, old.index)} ${inThousands(table, index, now.index)}`,
      )
      .join('|');
    if (wholes.has(table) || seen.has(figures)) {
      leftOut.push(table);
      continue;
    }
    seen.add(figures);
    const cells = (row: number) => ({
      before: table.view.cellAt(row, old.index) ?? null,
      now: table.view.cellAt(row, now.index) ?? null,
    });
    const own = withoutUnit(captionOf(table));
    found.push({
      table,
      unitName: unitNames.get(table) ?? (own === '' ? `Enhet ${found.length + 1}` : own),
      serviceName: own,
      members: known.flatMap(({ index, label }) => {
        const { before: was, now: is } = cells(index);
        return was === null || is === null ? [] : [{ name: label, before: was, now: is }];
      }),
      sum: table.totalRow === null ? { before: null, now: null } : cells(table.totalRow),
      parts: [],
    });
  }
  const small = tables.filter((table) =>
    isSmallCount(
      table,
      names,
      candidates.map((each) => each.table),
    ),
  );
  if (found.length === 0) return null;
  const grouped = withRemainders(found, (share) => unitNames.has(share.table));
  const covered = new Set(grouped.map(({ unitName }) => labelKey(unitName)));
  const missing = overviewRows.filter(({ name }) => !covered.has(labelKey(name)));
  return { year, before, tables: grouped, leftOut, missing, small };
}

/**
 * Tables that no overview knows, right after one that it does, and never more than it for anybody: parts of it. What they leave is not
 * printed, and is theirs all the same.
 */
function withRemainders(
  found: readonly ShareTable[],
  isKnown: (share: ShareTable) => boolean,
): readonly ShareTable[] {
  const out: ShareTable[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const whole = found[at];
    if (whole === undefined) break;
    const parts: ShareTable[] = [];
    for (let next = at + 1; isKnown(whole); next += 1) {
      const part = found[next];
      if (part === undefined || isKnown(part) || !isWithin([...parts, part], whole)) break;
      parts.push(part);
    }
    out.push({ ...whole, parts });
    at += parts.length;
  }
  return out;
}

function isWithin(parts: readonly ShareTable[], whole: ShareTable): boolean {
  const { factor } = whole.table.unit;
  return parts
    .flatMap(({ members }) => members.map(({ name }) => name))
    .every((name) => {
      const own = whole.members.find((member) => member.name === name);
      return (['before', 'now'] as const).every((when) => {
        const total = parts.reduce(
          (sum, { members, table }) =>
            sum + (members.find((member) => member.name === name)?.[when].value ?? 0n) * table.unit.factor,
          0n,
        );
        return own !== undefined && total >= 0n && total <= (own[when].value ?? 0n) * factor;
      });
    });
}

/** «Tabell 15 Legevakt etter kommune. Kroner» is about «Legevakt». */
const withoutUnit = (caption: string): string =>
  caption
    .replace(/^(?:tabell|table) \d+[.:]? +/i, '')
    .replace(/[.,:] *(?:beløp i |tall i |i )?(?:1 ?000 kr|kroner|kr)\b.*$/i, '')
    .replace(/ (?:etter|per|fordelt på) (?:kommune[nr]?e?|deltakere?)$/i, '')
    .trim();

/** The same figures in kroner in one table and in thousands in another are the same figures. */
const inThousands = ({ view, unit }: UnderstoodTable, row: number, column: number): string => {
  const value = view.valueAt(row, column);
  return value === null ? '' : `${roundedTo(value * unit.factor, 1000n * micro)}`;
};

const yearColumn = ({ view, ...table }: UnderstoodTable, year: number): ColumnView | undefined =>
  view.columns.find((column) => !column.isPercent && columnKind({ view, ...table }, column) === `${year}`);

/** The two years most tables lay beside each other. */
function yearsOf(tables: readonly UnderstoodTable[]): readonly [number, number] | null {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const years = [
      ...new Set(
        table.view.columns.flatMap((column) =>
          column.year !== null && !column.isPercent && columnKind(table, column) === `${column.year}`
            ? [column.year]
            : [],
        ),
      ),
    ].toSorted((a, b) => a - b);
    for (const [at, year] of years.entries())
      if (years[at + 1] === year + 1) counts.set(`${year}`, (counts.get(`${year}`) ?? 0) + 1);
  }
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  if (best === undefined) return null;
  const before = Number.parseInt(best[0], 10);
  return [before, before + 1];
}

/**
 * Who pays: the names under a heading that says so, else the names that stand in most tables of two years. Names of accounts come back too
 * («Lønn», «Varer»), so a heading outweighs any count.
 */
function memberNames(
  tables: readonly UnderstoodTable[],
  [before, year]: readonly [number, number],
): ReadonlySet<string> {
  const withYears = tables.filter(
    (table) => yearColumn(table, before) !== undefined && yearColumn(table, year) !== undefined,
  );
  const named = withYears.filter(({ view }) => memberHeader.test(view.table.rows[0]?.cells[0]?.raw ?? ''));
  const offering = named.length > 0 ? named : withYears;
  const counts = new Map<string, number>();
  for (const table of offering)
    for (const key of new Set(
      table.view.rows.filter(({ index }) => isLeaf(table, index)).map((row) => row.key),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = named.length > 0 ? 1 : Math.max(2, Math.ceil(offering.length / 5));
  return new Set([...counts].filter(([key, count]) => key.length >= 2 && count >= least).map(([key]) => key));
}

/** What an overview calls the chapter of a table, or the chapter's heading where several parts stand under one. */
function unitNamesOf(
  document: PublishedDocument,
  tables: readonly UnderstoodTable[],
  parts: ReturnType<typeof partsOf>,
): {
  readonly names: ReadonlyMap<UnderstoodTable, string>;
  readonly rows: Shares['missing'];
} {
  const names = new Map<UnderstoodTable, string>();
  const offered: { readonly name: string; readonly cell: Cell }[] = [];
  const overviews = overviewsOf(tables, { paragraphs: document.paragraphs, parts, repaired: new Map() });
  const widest = overviews.toSorted((a, b) => b.keys.size - a.keys.size);
  for (const { table: overview, rows } of widest)
    for (const { row, label, source } of rows) {
      // A sum of chapters names none of them.
      if (isSumLabel(label) || !isLeaf(overview, row)) continue;
      const cell = overview.view.rows[row]?.cells[0];
      if (overview === widest[0]?.table && cell !== undefined) offered.push({ name: label, cell });
      for (const table of source?.tables ?? []) {
        if (!names.has(table)) names.set(table, label);
        for (const { whole, equations } of parts)
          if (whole === table)
            for (const cell of equations.flatMap(({ members }) => members.map((each) => each.cell))) {
              const part = tables.find(({ view }) => view.table.ordinal === cell.place.table);
              if (part !== undefined && !names.has(part)) names.set(part, label);
            }
      }
    }
  return { names, rows: offered };
}

/** Members down, whole numbers under five among them, and no money: applicants, patients, recipients. */
function isSmallCount(
  table: UnderstoodTable,
  names: ReadonlySet<string>,
  shares: readonly UnderstoodTable[],
): boolean {
  if (shares.includes(table) || table.unit.name !== null) return false;
  const rows = table.view.rows.filter(({ key, index }) => names.has(labelKey(key)) && isLeaf(table, index));
  if (rows.length < 2) return false;
  return rows.some(({ index }) =>
    table.view.columns.some((column) => {
      const cell = table.view.cellAt(index, column.index);
      return (
        !column.isPercent &&
        cell?.value != null &&
        cell.decimals === 0 &&
        cell.value > 0n &&
        cell.value < 5_000_000n
      );
    }),
  );
}
