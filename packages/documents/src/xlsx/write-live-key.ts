import { divide, type Fraction, fraction, multiply } from '@samstyr/core/fraction/fraction';
import { ore } from '@samstyr/core/money/ore';
import type { Worksheet } from 'exceljs';
import type { DocumentTexts } from '../texts/document-texts.ts';
import type { DocumentTree, LiveKey } from '../tree/node.ts';
import { plainText } from '../tree/walk.ts';
import { borders, colours, fill, fonts, formats } from './cell-style.ts';
import { excelFraction, excelNumber } from './excel-number.ts';
import type { PlacedTable } from './plan.ts';
import { address, columnLetters } from './sheet-name.ts';

const kroner = (amount: Fraction): number => excelFraction({ n: amount.n, d: amount.d * 100n });

/**
 * A key that divides its cost again when somebody changes a yellow cell, and gives the same øre as the budget. Every step is a column: the
 * parts, the exact sum, what it is rounded down to, the rest, the place in the queue, and what is paid. Rows stand in tie order, so that
 * between equals the upper one gets the odd unit, as in the agreement's rule. (S-ALLOC)
 */
export function writeLiveKey(
  sheet: Worksheet,
  placed: PlacedTable,
  live: LiveKey,
  tree: DocumentTree,
  { sheet: words, row: rowWords, head }: DocumentTexts,
): void {
  const start = placed.liveRow ?? 0;
  const put = (
    row: number,
    column: number,
    value: string | number | { formula: string; result: number | string },
    format?: string,
  ): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.font = fonts.body;
    cell.border = borders.row;
    if (format !== undefined) cell.numFmt = format;
  };
  const change = (row: number, column: number): void => {
    const cell = sheet.getCell(row, column);
    cell.fill = fill(colours.yellow);
    cell.font = fonts.change;
  };
  sheet.getCell(start, 1).value = words.live;
  sheet.getCell(start, 1).font = fonts.caption;
  sheet.getCell(start + 1, 1).value = words.tryIt;
  sheet.getCell(start + 1, 1).font = fonts.muted;

  const toDivide = tree.figures.get(live.cost)?.value ?? fraction(0n);
  const cost = { n: toDivide.n + live.externalOre * toDivide.d, d: toDivide.d };
  const [costRow, externalRow, divideRow] = [start + 2, start + 3, start + 4];
  put(costRow, 1, words.cost);
  put(costRow, 2, kroner(cost), formats.ore);
  change(costRow, 2);
  put(externalRow, 1, words.external);
  put(externalRow, 2, excelNumber(ore(live.externalOre)), formats.ore);
  change(externalRow, 2);
  put(divideRow, 1, words.toDivide);
  put(divideRow, 2, { formula: `B${costRow}-B${externalRow}`, result: kroner(toDivide) }, formats.ore);
  const shareRow = (nr: number): number => divideRow + 1 + nr;
  for (const [nr, { name, share }] of live.parts.entries()) {
    put(shareRow(nr), 1, words.partShare(name));
    const isLast = nr === live.parts.length - 1;
    const others = live.parts
      .slice(0, -1)
      .map((_, at) => `-B${shareRow(at)}`)
      .join('');
    put(
      shareRow(nr),
      2,
      isLast ? { formula: `1${others}`, result: excelFraction(share) } : excelFraction(share),
      '0.0%',
    );
    if (!isLast) {
      change(shareRow(nr), 2);
      sheet.getCell(shareRow(nr), 2).dataValidation = {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 1],
        allowBlank: false,
        showErrorMessage: true,
      };
    }
  }
  const unitRow = shareRow(live.parts.length);
  put(unitRow, 1, words.roundingUnit);
  put(unitRow, 2, excelNumber(ore(live.unitOre)), formats.ore);

  const headRow = unitRow + 2;
  const first = headRow + 1;
  const last = first + live.order.length - 1;
  const byParts = live.parts.flatMap((part, nr) => (part.weights === null ? [] : [{ part, nr }]));
  const weightColumn = (nr: number): number => 2 + byParts.findIndex((one) => one.nr === nr);
  const partColumn = (nr: number): number => 2 + byParts.length + nr;
  const exact = 2 + byParts.length + live.parts.length;
  const [down, rest, rank, pays] = [exact + 1, exact + 2, exact + 3, exact + 4];
  const heads: readonly (readonly [number, string])[] = [
    [1, head.municipality],
    ...byParts.map(({ part, nr }) => [weightColumn(nr), words.weight(part.name)] as const),
    ...live.parts.map(({ name }, nr) => [partColumn(nr), words.part(name)] as const),
    [exact, words.exact],
    [down, words.down],
    [rest, words.rest],
    [rank, words.rank],
    [pays, words.result],
  ];
  for (const [column, name] of heads) {
    const cell = sheet.getCell(headRow, column);
    cell.value = name;
    cell.font = fonts.bold;
    cell.border = borders.head;
    cell.alignment = { horizontal: column === 1 ? 'left' : 'right', wrapText: true };
  }
  const unit = `$B$${unitRow}`;
  const total = `$B$${divideRow}`;
  const range = (column: number): string =>
    `$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`;
  const results = stepsOf(live, toDivide);
  const isHost = live.mode === 'hostTakesRest';
  for (const [nr, index] of live.order.entries()) {
    const row = first + nr;
    const at = (column: number): string => address(row, column);
    const step = results[nr];
    if (step === undefined) continue;
    put(row, 1, plainText(placed.table.rows[index]?.header ?? [], tree));
    for (const { part, nr: which } of byParts)
      put(row, weightColumn(which), excelFraction(part.weights?.[index] ?? fraction(0n)), '#,##0.####');
    for (const [which, part] of live.parts.entries()) {
      const formula =
        part.weights === null
          ? `${total}*$B$${shareRow(which)}/ROWS(${range(1)})`
          : `${total}*$B$${shareRow(which)}*${at(weightColumn(which))}/SUM(${range(weightColumn(which))})`;
      put(
        row,
        partColumn(which),
        { formula, result: kroner(step.parts[which] ?? fraction(0n)) },
        formats.ore,
      );
    }
    put(
      row,
      exact,
      { formula: live.parts.map((_, which) => at(partColumn(which))).join('+'), result: kroner(step.exact) },
      formats.ore,
    );
    const steps = `ROUND(${at(exact)}/${unit},6)`;
    const isRest = isHost && index === live.host;
    const floor = isHost ? `ROUND(${steps},0)*${unit}` : `TRUNC(${steps})*${unit}`;
    put(row, down, { formula: isRest ? '0' : floor, result: kroner(fraction(step.down)) }, formats.ore);
    put(
      row,
      rest,
      {
        formula: isHost ? `${at(exact)}-${at(down)}` : `ABS(ROUND(${steps}-TRUNC(${steps}),6))`,
        result: step.rest,
      },
      isHost ? formats.ore : '0.000000',
    );
    const above =
      nr === 0 ? '' : `+COUNTIF($${columnLetters(rest)}$${first}:${address(row - 1, rest)},${at(rest)})`;
    put(
      row,
      rank,
      isHost
        ? { formula: isRest ? '1' : '0', result: isRest ? 1 : 0 }
        : { formula: `COUNTIF(${range(rest)},">"&${at(rest)})+1${above}`, result: step.rank },
      formats.count,
    );
    // What is left goes out one unit at a time, and a part of a unit last.
    const left = `ROUND(ABS(${total}-SUM(${range(down)})),2)`;
    const formula = isHost
      ? `${at(down)}+${at(rank)}*ROUND(${total}-SUM(${range(down)}),2)`
      : `ROUND(${at(down)}+SIGN(${total})*MAX(0,MIN(${unit},${left}-(${at(rank)}-1)*${unit})),2)`;
    put(row, pays, { formula, result: excelNumber(ore(live.resultOre[index] ?? 0n)) }, formats.ore);
    sheet.getCell(row, pays).font = fonts.bold;
  }
  const sumRow = last + 1;
  put(sumRow, 1, rowWords.sum);
  for (const column of [exact, down, pays]) {
    const sum =
      column === exact
        ? kroner(toDivide)
        : column === pays
          ? kroner(toDivide)
          : results.reduce((all, one) => all + Number(one.down) / 100, 0);
    put(
      sumRow,
      column,
      { formula: `SUM(${address(first, column)}:${address(last, column)})`, result: sum },
      formats.ore,
    );
  }
  for (let column = 1; column <= pays; column += 1) {
    sheet.getCell(sumRow, column).border = borders.sum;
    sheet.getCell(sumRow, column).font = fonts.bold;
  }
  put(sumRow + 1, 1, words.check);
  put(sumRow + 1, pays, {
    formula: `IF(ABS(${address(sumRow, pays)}-${total})<0.005,"${words.agrees}","${words.differs}")`,
    result: words.agrees,
  });
}

type Step = {
  readonly parts: readonly Fraction[];
  readonly exact: Fraction;
  readonly down: bigint;
  readonly rest: number;
  readonly rank: number;
};

/** What the formulas give, computed exactly, for the cells to show before a spreadsheet has recalculated. */
function stepsOf(live: LiveKey, toDivide: Fraction): readonly Step[] {
  const isHost = live.mode === 'hostTakesRest';
  const rows = live.order.map((index) => {
    const parts = live.parts.map(({ share, weights }) => {
      const sum =
        weights === null
          ? fraction(BigInt(live.order.length))
          : weights.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), fraction(0n));
      const own = weights === null ? fraction(1n) : (weights[index] ?? fraction(0n));
      return divide(multiply(multiply(toDivide, share), own), sum);
    });
    const exact = parts.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), fraction(0n));
    const step = exact.d * live.unitOre;
    const whole = exact.n / step;
    const half = (2n * (exact.n < 0n ? -exact.n : exact.n) + step) / (2n * step);
    const rounded = exact.n < 0n ? -half : half;
    const down = isHost ? (index === live.host ? 0n : rounded * live.unitOre) : whole * live.unitOre;
    const lost = fraction(exact.n - whole * step, step);
    return {
      parts,
      exact,
      down,
      rest: isHost
        ? kroner({ n: exact.n - down * exact.d, d: exact.d })
        : Math.abs(Math.round(excelFraction(lost) * 1e6) / 1e6),
    };
  });
  return rows.map((row, at) => ({
    ...row,
    rank: 1 + rows.filter((one, nr) => one.rest > row.rest || (one.rest === row.rest && nr < at)).length,
  }));
}
