import {
  add,
  type Fraction,
  fraction,
  roundToOre,
  subtract,
  zeroFraction,
} from '@samstyr/core/fraction/fraction';
import type { Figure, FigureRef } from './figure.ts';
import type { Cell, Column, DocumentTree, Row, TableNode } from './node.ts';
import { decimalText } from './number-text.ts';
import type { DocumentPlace, DocumentProblem } from './problems.ts';
import { plainText } from './walk.ts';

type Report = (problem: DocumentProblem) => void;

/** The number a cell prints, as whole units of what it is printed in; null where it prints a sign. */
export function printedValue(figure: Figure, { format, decimals }: FigureRef): Fraction | null {
  if (figure.value === null) return null;
  if (format === 'kr1000') return fraction(figure.thousands ?? roundToOre(figure.value, 100_000n) / 100_000n);
  if (format === 'kr') return fraction(figure.kroner ?? roundToOre(figure.value, 100n) / 100n);
  if (figure.unit === 'count') {
    const scale = 10n ** BigInt(decimals);
    return fraction(roundToOre({ n: figure.value.n * scale, d: figure.value.d }), scale);
  }
  return figure.value;
}

type Read = { readonly value: Fraction } | 'nothing' | 'unknown';

/** A sum takes who is not there, and who pays an unknown amount, as nothing; behind a withheld cell nobody can look. */
function read(cell: Cell | undefined, figures: DocumentTree['figures']): Read {
  if (cell === undefined || cell.cell === 'empty') return 'nothing';
  if (cell.cell === 'sign') return cell.sign === 'withheld' ? 'unknown' : 'nothing';
  if (cell.cell !== 'figure') return 'nothing';
  const figure = figures.get(cell.ref.figure);
  if (figure === undefined) return 'unknown';
  const value = printedValue(figure, cell.ref);
  return value !== null ? { value } : figure.why === 'withheld' ? 'unknown' : 'nothing';
}

const summed = new Set<Column['kind']>(['previous', 'amount', 'later', 'change', 'count']);
const digits = (value: Fraction): string => decimalText(value, value.d === 1n ? 0 : 2);

/** Every table: a unit, full headers, whole rows, sums that are their rows, and changes that are their years. */
export function checkTable(table: TableNode, tree: DocumentTree, place: DocumentPlace, report: Report): void {
  const here = [...place, plainText(table.caption, tree)];
  if (plainText(table.unit, tree).trim() === '') report({ code: 'document.noUnit', place: here });
  const heads = [table.head, ...table.columns.flatMap(({ head }) => (head.length === 0 ? [''] : head))];
  if (heads.some((head) => head.trim() === '')) report({ code: 'document.emptyHeader', place: here });
  for (const row of table.rows) {
    const name = plainText(row.header, tree);
    if (name.trim() === '') report({ code: 'document.emptyHeader', place: here });
    if (row.cells.length !== table.columns.length)
      report({
        code: 'document.cellCount',
        place: [...here, name],
        cells: row.cells.length,
        columns: table.columns.length,
      });
    checkRow(table, row, tree, [...here, name], report);
  }
  for (const [at, column] of table.columns.entries()) {
    if (!summed.has(column.kind)) continue;
    for (const row of table.rows) {
      if (row.kind === 'groupSum' || row.kind === 'sum')
        checkSum(
          table.rows.filter((one) => one.kind === 'row' && (row.kind === 'sum' || one.group === row.group)),
          row,
          at,
          tree,
          [...here, plainText(row.header, tree), column.head.join(' ')],
          report,
        );
    }
  }
}

function checkSum(
  parts: readonly Row[],
  row: Row,
  at: number,
  { figures }: DocumentTree,
  place: DocumentPlace,
  report: Report,
): void {
  const printed = read(row.cells[at], figures);
  const cells = parts.map(({ cells }) => read(cells[at], figures));
  if (typeof printed === 'string' || cells.includes('unknown')) return;
  const computed = cells.reduce<Fraction>(
    (total, cell) => (typeof cell === 'string' ? total : add(total, cell.value)),
    zeroFraction,
  );
  if (subtract(computed, printed.value).n !== 0n)
    report({
      code: 'document.sumDiffers',
      place,
      printed: digits(printed.value),
      computed: digits(computed),
    });
}

function checkRow(
  table: TableNode,
  row: Row,
  { figures }: DocumentTree,
  place: DocumentPlace,
  report: Report,
): void {
  const at = (key: string): Read =>
    read(row.cells[table.columns.findIndex((column) => column.key === key)], figures);
  const amount = (cell: Read): Fraction => (typeof cell === 'string' ? zeroFraction : cell.value);
  for (const { key, head, relation } of table.columns) {
    if (relation === null || relation.op === 'percent') continue;
    const printed = at(key);
    const inputs = relation.op === 'sum' ? relation.of.map(at) : [at(relation.from), at(relation.amount)];
    if (typeof printed === 'string' || inputs.includes('unknown')) continue;
    const values = inputs.map(amount);
    const computed =
      relation.op === 'sum'
        ? values.reduce(add, zeroFraction)
        : subtract(values[0] ?? zeroFraction, values[1] ?? zeroFraction);
    if (subtract(computed, printed.value).n !== 0n)
      report({
        code: 'document.changeDiffers',
        place: [...place, head.join(' ')],
        printed: digits(printed.value),
        computed: digits(computed),
      });
  }
}
