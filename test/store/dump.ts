import type pg from 'pg';

/**
 * A database's rows as lines of `table json`, as PostgreSQL writes them: no number passes through JavaScript, where the large ones would
 * be rounded. Made for fixtures of older schemas; a backup is another thing.
 */
export async function dumpRows(client: pg.ClientBase): Promise<string> {
  const { rows: tables } = await client.query<{ readonly name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'samstyr'::regnamespace and relkind = 'r' and relname <> 'migration' order by relname`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ readonly line: string }>(
      `select row_to_json(t)::text as line from samstyr."${name}" t order by row_to_json(t)::text collate "C"`,
    );
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Puts the rows of a dump into the tables they came from, as they were; triggers do not run, for what they did is in the rows. */
export async function loadRows(superuser: pg.ClientBase, dump: string): Promise<void> {
  const byTable = new Map<string, string[]>();
  for (const line of dump.split('\n').filter((each) => each !== '')) {
    const space = line.indexOf(' ');
    const table = line.slice(0, space);
    byTable.set(table, [...(byTable.get(table) ?? []), line.slice(space + 1)]);
  }
  await superuser.query('begin');
  await superuser.query('set local session_replication_role = replica');
  for (const [table, rows] of byTable)
    await superuser.query(
      `insert into samstyr."${table}" select * from json_populate_recordset(null::samstyr."${table}", $1::json)`,
      [`[${rows.join(',')}]`],
    );
  await superuser.query('commit');
}
