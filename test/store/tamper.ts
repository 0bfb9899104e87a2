import type pg from 'pg';

/** A number from 0 up to, not including, `below`. */
export type Next = (below: number) => number;

/** Tables with rows in the example, and columns somebody might want to change. */
const targets: readonly (readonly [table: string, column: string, change: string])[] = [
  ['line', 'amount_ore', 'amount_ore + 1'],
  ['line', 'note', `coalesce(note, '') || '.'`],
  ['adopted', 'amount_ore', 'amount_ore - 100000'],
  ['adopted', 'sensitive', 'not sensitive'],
  ['change', 'status', `case status when 'rejected' then 'accepted' else 'rejected' end`],
  ['change', 'amount_ore', 'coalesce(amount_ore, 0) + 1'],
  ['participation', 'until', `coalesce("until", '2026-01-01'::date) + 1`],
  ['register_value', 'value', `value || '1'`],
  ['key', 'basis', `case basis when 'assumed' then 'derived' else 'assumed' end`],
  ['text', 'body', `body || ' '`],
  ['party', 'name', `name || 'x'`],
  ['service', 'position', 'position + 1'],
  ['unit', 'row_version', 'row_version + 1'],
  ['published', 'printed', `printed || '0'`],
];

/** Changes one thing behind the program's back, as a superuser who switches the triggers off, and says what it was. */
export async function tamper(superuser: pg.ClientBase, cooperation: string, next: Next): Promise<string> {
  await superuser.query('set local session_replication_role = replica');
  const change = async (what: string, sql: string, values: readonly unknown[]): Promise<string> => {
    const { rowCount } = await superuser.query(sql, [...values]);
    if (rowCount === 0) throw new Error(`nothing was tampered with: ${what}`);
    return what;
  };
  const some = (table: string): string =>
    `(select ctid from samstyr."${table}" where cooperation_id = $1 order by random_order limit 1)`.replace(
      'random_order',
      `md5(ctid::text || '${next(1_000_000)}')`,
    );
  const { rows } = await superuser.query<{ readonly revision: number }>(
    'select max(revision)::int as revision from samstyr.audit where cooperation_id = $1',
    [cooperation],
  );
  const last = rows[0]?.revision ?? 0;
  switch (next(8)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const [table, column, to] = targets[next(targets.length)] ?? ['line', 'amount_ore', 'amount_ore + 1'];
      return change(
        `${table}.${column}`,
        `update samstyr."${table}" set "${column}" = ${to} where cooperation_id = $1 and ctid = ${some(table)}`,
        [cooperation],
      );
    }
    case 4: {
      const table = targets[next(targets.length)]?.[0] ?? 'line';
      return change(`delete from ${table}`, `delete from samstyr."${table}" where ctid = ${some(table)}`, [
        cooperation,
      ]);
    }
    case 5:
      return change(
        'an entry’s author',
        `update samstyr.audit set who = who || 'x' where cooperation_id = $1 and revision = $2`,
        [cooperation, 1 + next(last)],
      );
    case 6:
      return change(
        'a change in an entry',
        `update samstyr.audit_change set row_id = row_id || 'x' where cooperation_id = $1 and ctid = ${some('audit_change')}`,
        [cooperation],
      );
    default: {
      const from = 1 + next(last);
      await superuser.query('delete from samstyr.audit_change where cooperation_id = $1 and revision >= $2', [
        cooperation,
        from,
      ]);
      return change('the tail', 'delete from samstyr.audit where cooperation_id = $1 and revision >= $2', [
        cooperation,
        from,
      ]);
    }
  }
}
