import type { Model, TableName, Tables } from '../model/rows.ts';

/**
 * What a command does to one row. The new model, the SQL, the audit trail, a what-if's difference and undo all follow from these.
 * `before` null: the row is new; `after` null: it is taken away.
 */
export type RowChange = {
  readonly [T in TableName]: {
    readonly table: T;
    readonly id: string;
    readonly before: Tables[T] | null;
    readonly after: Tables[T] | null;
  };
}[TableName];

/** The change that writes a row over another, or a new one. The compiler holds table and row together. */
export const write = <T extends TableName>(table: T, before: Tables[T] | null, after: Tables[T]): RowChange =>
  ({ table, id: after.id, before, after }) as RowChange;

/** The change that takes a row away. */
export const remove = <T extends TableName>(table: T, before: Tables[T]): RowChange =>
  ({ table, id: before.id, before, after: null }) as RowChange;

/** The model after the changes. Rows keep their places; new ones come last in their table. */
export function applyChanges(model: Model, changes: readonly RowChange[]): Model {
  const touched = new Map<TableName, Map<string, RowChange>>();
  for (const change of changes) {
    const rows = touched.get(change.table) ?? new Map<string, RowChange>();
    rows.set(change.id, change);
    touched.set(change.table, rows);
  }
  const tables = [...touched].map(([table, byId]) => {
    const known = new Set<string>();
    const kept = model[table].flatMap((row) => {
      known.add(row.id);
      const change = byId.get(row.id);
      return change === undefined ? [row] : change.after === null ? [] : [change.after];
    });
    const added = [...byId.values()].flatMap(({ id, after }) =>
      after === null || known.has(id) ? [] : [after],
    );
    return [table, [...kept, ...added]] as const;
  });
  return { ...model, ...Object.fromEntries(tables) };
}

/** The changes that take back what was done, last first. */
export const inverse = (changes: readonly RowChange[]): readonly RowChange[] =>
  changes
    .toReversed()
    .map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange);
