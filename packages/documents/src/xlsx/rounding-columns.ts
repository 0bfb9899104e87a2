import * as exact from '@samstyr/core/fraction/fraction';
import { addressOf, columnName, putNumber } from './cells.ts';
import { excelFraction, excelNumber } from './excel-number.ts';
import type { KeyTable } from './key-block.ts';
import { exactParts, toDivide } from './key-plan.ts';
import { formats, look } from './look.ts';

type Columns = {
  readonly heads: readonly string[];
  readonly lastColumn: number;
  /** Columns whose sum says nothing. */
  readonly unsummed: readonly number[];
  readonly amountFormula: (party: string) => string | null;
};

/**
 * The exact sum, each one's share of it, and the rounding in columns one can follow. Sums are cut at a millionth of a krone, so that what a
 * spreadsheet's binary numbers add behind the sixth decimal never moves an øre.
 */
export function roundingColumns(table: KeyTable, first: number, partColumns: readonly number[]): Columns {
  const { book, sheet, plan, parties, firstRow, budget } = table;
  const { head } = book.texts;
  const exactColumn = first;
  const shareColumn = first + 1;
  const lastRow = firstRow + parties.length - 1;
  const rowOf = (party: string): number => firstRow + parties.indexOf(party);
  const exactRange = `${columnName(exactColumn)}$${firstRow}:${columnName(exactColumn)}$${lastRow}`;
  const parts = exactParts(plan);
  for (const party of plan.members) {
    const at = rowOf(party);
    const part = parts.get(party) ?? exact.zeroFraction;
    putNumber(sheet, addressOf(exactColumn, at), excelFraction(part, 100n), {
      formula: `ROUND(${partColumns.map((column) => addressOf(column, at)).join('+')},6)`,
      format: formats.exact,
    });
    const whole = toDivide(plan);
    putNumber(
      sheet,
      addressOf(shareColumn, at),
      exact.isZero(whole) ? 0 : 100 * excelFraction(exact.divide(part, whole)),
      {
        formula: `IF(SUM(${exactRange})=0,0,100*${addressOf(exactColumn, at)}/SUM(${exactRange}))`,
        format: formats.percent,
      },
    );
  }
  const isHost = budget.rounding.mode === 'hostTakesRest' && budget.rounding.host !== null;
  const rounded = isHost
    ? hostTakesRest(table, exactColumn, first + 2)
    : largestRemainder(table, exactColumn, first + 2);
  const ownColumn = rounded.lastColumn + 1;
  const hasOwn = plan.own.size > 0;
  for (const [party, own] of plan.own)
    putNumber(sheet, addressOf(ownColumn, rowOf(party)), excelNumber(exact.roundToOre(own)), {
      format: own.n % (own.d * 100n) === 0n ? formats.kroner : formats.withOre,
    });
  return {
    heads: [head.byKey, head.shareOfSum, ...rounded.heads, ...(hasOwn ? [head.own] : [])],
    lastColumn: rounded.lastColumn + (hasOwn ? 1 : 0),
    unsummed: rounded.unsummed,
    amountFormula: (party) => {
      const byKey = rounded.amountFormula(party);
      const own = plan.own.has(party) ? addressOf(ownColumn, rowOf(party)) : null;
      const terms = [byKey, own].filter((term) => term !== null);
      return terms.length === 0 ? null : terms.join('+');
    },
  };
}

/** What is divided, to the øre. */
const totalOf = ({ inputs }: KeyTable): string => `ROUND(${inputs.divided},2)`;

/** Everybody to the nearest unit, halves away from zero; the host takes what is left, as a member or as one who is no member. */
function hostTakesRest(table: KeyTable, exactColumn: number, first: number): Columns {
  const { book, sheet, plan, parties, firstRow, inputs, budget } = table;
  const { host, unitOre } = budget.rounding;
  const rowOf = (party: string): number => firstRow + parties.indexOf(party);
  const lastRow = firstRow + parties.length - 1;
  const nearestRange = `${columnName(first)}$${firstRow}:${columnName(first)}$${lastRow}`;
  const parts = exactParts(plan);
  const nearest = new Map(
    plan.members.map((party) => [party, exact.roundToOre(parts.get(party) ?? exact.zeroFraction, unitOre)]),
  );
  for (const party of plan.members)
    putNumber(sheet, addressOf(first, rowOf(party)), excelNumber(nearest.get(party) ?? unitOre), {
      formula: `ROUND(${addressOf(exactColumn, rowOf(party))}/${inputs.unit},0)*${inputs.unit}`,
      format: formats.kroner,
      font: look.quiet,
    });
  const hostRow = host !== null && parties.includes(host) ? rowOf(host) : null;
  if (hostRow !== null && host !== null) {
    const rest = exact.subtract(
      { n: exact.roundToOre(exact.sumFractions(parts.values())), d: 1n },
      exact.sumFractions([...nearest.values()].map(exact.ofOre)),
    );
    putNumber(sheet, addressOf(first + 1, hostRow), excelFraction(rest, 100n), {
      formula: `ROUND(${totalOf(table)}-SUM(${nearestRange}),2)`,
      format: formats.kroner,
      font: look.quiet,
    });
  }
  const isMember = new Set(plan.members);
  return {
    heads: [book.texts.head.nearest, book.texts.head.rest],
    lastColumn: first + 1,
    unsummed: [],
    amountFormula: (party) => {
      const cells = [
        ...(isMember.has(party) ? [addressOf(first, rowOf(party))] : []),
        ...(party === host ? [addressOf(first + 1, rowOf(party))] : []),
      ];
      return cells.length === 0 ? null : cells.join('+');
    },
  };
}

/** Whole units nearer to 0, what was lost, the rank of it (between equals the earlier row), and the units that are left, one each. */
function largestRemainder(table: KeyTable, exactColumn: number, first: number): Columns {
  const { book, sheet, plan, parties, firstRow, inputs, budget } = table;
  const { head } = book.texts;
  const { unitOre } = budget.rounding;
  const rowOf = (party: string): number => firstRow + parties.indexOf(party);
  const lastRow = firstRow + parties.length - 1;
  const range = (column: number): string =>
    `${columnName(column)}$${firstRow}:${columnName(column)}$${lastRow}`;
  const [cut, lost, rank, extra] = [first, first + 1, first + 2, first + 3];
  const total = totalOf(table);
  const sign = `IF(${total}<0,-1,1)`;
  const left = `ABS(ROUND(${total}-SUM(${range(cut)}),2))`;
  const parts = exactParts(plan);
  const whole = exact.roundToOre(exact.sumFractions(parts.values()));
  const side = whole < 0n ? -1n : 1n;
  const rows = plan.members.map((party) => {
    const part = parts.get(party) ?? exact.zeroFraction;
    const units = (part.n / (part.d * unitOre)) * unitOre;
    const missing = exact.subtract(part, { n: units, d: 1n });
    return { party, units, missing: { n: side * missing.n, d: missing.d } };
  });
  const order = rows.toSorted(
    (a, b) => exact.compare(b.missing, a.missing) || rowOf(a.party) - rowOf(b.party),
  );
  let remaining = side * (whole - rows.reduce((sum, { units }) => sum + units, 0n));
  const given = new Map(
    order.map(({ party }) => {
      const step = remaining < unitOre ? remaining : unitOre;
      remaining -= step;
      return [party, side * step] as const;
    }),
  );
  for (const { party, units, missing } of rows) {
    const at = rowOf(party);
    const put = (column: number, value: number, formula: string, format: string) =>
      putNumber(sheet, addressOf(column, at), value, { formula, format, font: look.quiet });
    const lostCell = addressOf(lost, at);
    const rankCell = addressOf(rank, at);
    const before = `${columnName(lost)}$${firstRow}:${lostCell}`;
    put(
      cut,
      excelFraction({ n: units, d: 100n }),
      `TRUNC(${addressOf(exactColumn, at)}/${inputs.unit})*${inputs.unit}`,
      formats.kroner,
    );
    put(
      lost,
      excelFraction(missing, 100n),
      `ROUND(${sign}*(${addressOf(exactColumn, at)}-${addressOf(cut, at)}),6)`,
      formats.exact,
    );
    put(
      rank,
      order.findIndex((row) => row.party === party) + 1,
      `SUMPRODUCT((${range(lost)}>${lostCell})*1)+COUNTIF(${before},${lostCell})`,
      formats.year,
    );
    put(
      extra,
      excelFraction({ n: given.get(party) ?? 0n, d: 100n }),
      `${sign}*MAX(0,MIN(${inputs.unit},ROUND(${left}-(${rankCell}-1)*${inputs.unit},2)))`,
      formats.kroner,
    );
  }
  const isMember = new Set(plan.members);
  return {
    heads: [head.cut, head.lost, head.rank, head.extra],
    lastColumn: extra,
    unsummed: [rank],
    amountFormula: (party) =>
      isMember.has(party) ? `${addressOf(cut, rowOf(party))}+${addressOf(extra, rowOf(party))}` : null,
  };
}
