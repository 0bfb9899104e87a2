import type { EnvelopeProblem } from '@samstyr/contract/command/problems';
import type { Cell } from '@samstyr/contract/tables/column';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableOf } from '@samstyr/contract/tables/tables';
import { type Result, unless } from '@samstyr/core/result/result';
import type { RowChange } from '@samstyr/core/scenario/row-change';
import { readCell } from '@samstyr/formats/cell/read-cell';
import { readEdits } from '@samstyr/formats/cell/read-edits';
import { cellText } from '@samstyr/formats/cell/write-cell';

/**
 * Changed rows as a folder would hold them: texts in NFC without spaces at the ends. Refused is what no folder could hold: an invisible
 * character, a day outside the calendar's window, an id that is no slug. What comes in by the API is held to what comes in by a file, so
 * that what is exported can always be read again. (S-STORE-12)
 */
export function cleanChanges(changes: readonly RowChange[]): Result<readonly RowChange[], EnvelopeProblem> {
  const problems: EnvelopeProblem[] = [];
  const clean = changes.map((change) => {
    const { table, id, after } = change;
    if (after === null) return change;
    const row = after as unknown as AnyRow;
    const cells = Object.entries(tableOf(table).columns).map(([field, { cell }]) => {
      const value = row[field];
      const report = (problem: Extract<EnvelopeProblem, { code: 'command.cell' }>['problem']): void => {
        problems.push({ code: 'command.cell', table, id, field, problem });
      };
      return [field, cleanValue(cell, value, { field, table, report })] as const;
    });
    return { ...change, after: { ...row, ...Object.fromEntries(cells) } } as RowChange;
  });
  return unless(problems, () => clean);
}

type In = {
  readonly field: string;
  readonly table: string;
  readonly report: (problem: Extract<EnvelopeProblem, { code: 'command.cell' }>['problem']) => void;
};

/** A value as its file would give it back. A key is held to its own rules when the model is. */
function cleanValue(cell: Cell, value: unknown, context: In): unknown {
  if (value === null || cell.kind === 'key') return value;
  if (cell.kind === 'list')
    return (value as readonly unknown[]).map((item) => cleanValue(cell.of, item, context));
  const text = cellText(cell, value);
  if (text === '') return value;
  const { field, table, report } = context;
  if (cell.kind === 'edits') {
    const read = readEdits(text, {
      column: field,
      place: { file: table, line: 1, column: 1 },
      parties: null,
    });
    if ('value' in read) return read.value;
    read.problems.forEach(report);
    return value;
  }
  const read = readCell(cell, text, {
    column: field,
    place: { file: table, line: 1, column: 1 },
    parties: null,
  });
  if ('problem' in read) report(read.problem);
  return (cell.kind === 'text' || cell.kind === 'prose') && 'value' in read ? read.value : value;
}
