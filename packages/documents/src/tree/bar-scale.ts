import type { DocumentTree, TableNode } from './node.ts';

/** A bar's place on the one scale of its column, in per cent of the cell. */
export type BarScale = { readonly zero: number; readonly perUnit: number };

/** For lengths only: a drawing has no øre. */
export const barSize = (figure: string, { figures }: DocumentTree): number => {
  const value = figures.get(figure)?.value ?? null;
  return value === null ? 0 : Number(value.n / value.d);
};

export function barScale(table: TableNode, tree: DocumentTree): BarScale {
  const sizes = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.cell === 'bar'
        ? [barSize(cell.figure, tree), ...(cell.tick === null ? [] : [barSize(cell.tick, tree)])]
        : [],
    ),
  );
  const high = Math.max(0, ...sizes);
  const low = Math.min(0, ...sizes);
  const span = high - low;
  return span === 0 ? { zero: 0, perUnit: 0 } : { zero: (-low / span) * 98 + 1, perUnit: 98 / span };
}
