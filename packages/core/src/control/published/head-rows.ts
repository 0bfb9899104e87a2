import { absolute } from './printed-figure.ts';
import { micro } from './published-document.ts';
import type { TableView } from './table-view.ts';

/** A row that carries the sum of the rows right below it: «A. Anleggsmidler» over its four kinds. */
export type HeadRow = { readonly row: number; readonly members: readonly number[] };

/** How a reading of rows fits: in how many telling columns, of how many. */
type Fit = { readonly fits: number; readonly exact: number; readonly tried: number };

/** «A.», «12.», «IV.», and words in capitals: what heads of one table have in common. */
function styleOf(label: string): string {
  const mark = /^(?:\p{Lu}|\d{1,2}|[IVX]{1,4})[.)]\s/u.exec(label)?.[0] ?? '';
  if (mark !== '') return /^\d/.test(mark) ? '1' : 'A';
  return /\p{Lu}{2}/u.test(label) && label === label.toUpperCase() ? 'CAPITALS' : '';
}

const farthest = 40;

/**
 * Sums that stand before what they add up, one group after the other. One such group may be chance; two that fit in every column are how
 * the table is made, and then a row that heads the next group in the same style is a sum too, though a column of it fails.
 */
export function headRows(
  view: TableView,
  fitOf: (row: number, members: readonly number[]) => Fit,
): readonly HeadRow[] {
  const { rows } = view;
  const found: (HeadRow & { readonly isWhole: boolean })[] = [];
  const mayHead = (row: number): boolean =>
    rows[row]?.saysOfWhich === false && rows[row].saysRatio === false && rows[row].label !== '';
  const groupAt = (row: number, wanted: (fit: Fit) => boolean): readonly number[] | null => {
    const members: number[] = [];
    const totals = view.columns.map(() => 0n);
    const targets = view.columns.map(({ index }) => view.valueAt(row, index));
    if (targets.every((target) => target === null || target === 0n)) return null;
    // A look at the totals as they grow: equations are made only where some column comes near.
    const comesNear = (at: number): boolean => {
      let near = false;
      for (const [column, { index }] of view.columns.entries()) {
        const total = (totals[column] ?? 0n) + (view.valueAt(at, index) ?? 0n);
        totals[column] = total;
        const target = targets[column];
        if (target == null || target === 0n || members.length < 2) continue;
        if (absolute(total - target) <= BigInt(members.length) * micro) near = true;
      }
      return near;
    };
    for (let at = row + 1; at < rows.length && members.length < farthest; at += 1) {
      if (rows[at]?.saysSum === true) break;
      if (rows[at]?.saysRatio === true) continue;
      members.push(at);
      if (comesNear(at) && wanted(fitOf(row, members))) return members;
    }
    return null;
  };
  const isWhole = ({ fits, exact, tried }: Fit): boolean => tried >= 2 && fits === tried && exact > 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (!mayHead(row)) continue;
    const members = groupAt(row, isWhole);
    if (members === null) continue;
    found.push({ row, members, isWhole: true });
    row = members.at(-1) ?? row;
  }
  const [first] = found;
  if (first === undefined) return [];
  const style = styleOf(rows[first.row]?.label ?? '');
  const taken = new Set(found.flatMap(({ row, members }) => [row, ...members]));
  for (const { index, label, saysSum } of rows) {
    if (saysSum || taken.has(index) || !mayHead(index) || style === '' || styleOf(label) !== style) continue;
    const members = groupAt(index, ({ fits, tried }) => fits > 0 && fits * 2 >= tried);
    if (members === null || members.some((member) => taken.has(member))) continue;
    found.push({ row: index, members, isWhole: false });
    for (const member of [index, ...members]) taken.add(member);
  }
  return found.length < 2 ? [] : found.toSorted((a, b) => a.row - b.row);
}
