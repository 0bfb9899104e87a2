import { cellPart, emptyDetail, labelsOf, type Naming, type Where } from './finding-parts.ts';
import { expectedIn, type MisplacedBlock } from './misplaced.ts';
import { absolute } from './printed-figure.ts';
import { type Cell, micro } from './published-document.ts';
import type { Finding } from './published-finding.ts';
import type { RowPattern } from './row-patterns.ts';
import { slipBetween } from './slips.ts';

/** One finding for each run of rows pushed the same way, with the rows after it as its consequences. */
export function misplacedFindings(
  blocks: readonly MisplacedBlock[],
  where: (cell: Cell) => Where | null,
  idOf: Naming,
): readonly Finding[] {
  const single = blocks.flatMap((block): readonly Finding[] => {
    const first = block.cells.find(({ cell, expected }) => (cell.value ?? 0n) !== expected);
    if (first === undefined) return [];
    const { table } = block.overview;
    const belongsTo = block.moved.by === 'row' ? (table.view.rows[block.moved.belongsTo]?.label ?? '') : '';
    const last = block.cells.at(-1)?.cell ?? first.cell;
    return [
      {
        ...cellPart(first.cell, where(first.cell)),
        id: idOf('shifted', first.cell),
        rule: 'shifted',
        severity: 'error',
        class: 'garbled',
        expected: first.expected,
        cause: block.moved.by === 'row' ? 'shiftedRow' : 'shiftedColumn',
        causeOf: null,
        consequences: [],
        confidence: block.cells.length >= 3 ? 'high' : 'medium',
        detail: {
          ...emptyDetail,
          ...labelsOf(where(first.cell)),
          against: belongsTo,
          values: block.moved.by === 'column' ? { columns: BigInt(block.moved.columns) * micro } : {},
          texts: {
            until: `${last.place.column ?? ''}`,
            printed: block.cells.map(({ cell }) => cell.raw).join(' | '),
          },
        },
      },
    ];
  });
  const [root, ...rest] = single;
  if (root === undefined) return [];
  return [
    { ...root, consequences: rest.map(({ id }) => id) },
    ...rest.map((each): Finding => ({ ...each, severity: 'warning', causeOf: root.id })),
  ];
}

export function patternFinding(
  pattern: RowPattern,
  where: (cell: Cell) => Where | null,
  idOf: Naming,
): Finding {
  const rule = pattern.kind === 'missing' ? 'row.missing' : 'row.duplicate';
  const twin = pattern.twin === null ? undefined : pattern.table.view.rows[pattern.twin];
  return {
    ...cellPart(pattern.cell, where(pattern.cell)),
    id: idOf(rule, pattern.cell),
    rule,
    severity: 'error',
    class: pattern.kind === 'missing' ? 'error' : 'garbled',
    expected: pattern.expected,
    cause: pattern.kind === 'missing' ? 'missingRow' : 'duplicateRow',
    causeOf: null,
    consequences: [],
    confidence: 'high',
    detail: {
      ...emptyDetail,
      ...labelsOf(where(pattern.cell)),
      against: twin?.label ?? '',
      againstPlace: twin?.cells[0]?.place ?? null,
      values: Object.fromEntries(pattern.lacking.map(({ amount }, at) => [`lacking${at}`, amount])),
    },
  };
}

/** A figure that was misread on its way to the wrong row: it fits neither where it stands nor where it belongs. */
export function misreadIn(
  { overview, moved, cells }: MisplacedBlock,
  where: (cell: Cell) => Where | null,
  idOf: Naming,
): readonly Finding[] {
  if (moved.by !== 'row') return [];
  return cells.flatMap(({ cell }): readonly Finding[] => {
    const belongs = expectedIn(overview, moved.belongsTo, (cell.place.column ?? 0) - 1);
    const slip = cell.value === null || belongs === null ? null : slipBetween(cell.value, belongs);
    if (slip === null || slip === 'magnitude' || absolute((cell.value ?? 0n) - (belongs ?? 0n)) <= micro)
      return [];
    return [
      {
        ...cellPart(cell, where(cell)),
        id: idOf('overview', cell),
        rule: 'overview',
        severity: 'error',
        class: 'transcription',
        expected: belongs,
        cause: slip,
        causeOf: null,
        consequences: [],
        confidence: 'medium',
        detail: {
          ...emptyDetail,
          ...labelsOf(where(cell)),
          rowLabel: overview.table.view.rows[moved.belongsTo]?.label ?? '',
          against: overview.table.view.rows[moved.belongsTo]?.label ?? '',
        },
      },
    ];
  });
}
