import type { Queryable } from '../postgres/queryable.ts';

/** A table of Samstyr's as the database describes it. */
export type CatalogueTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the primary key, written so that they sort alike on every machine. */
  readonly order: readonly string[];
  /** Whether its rows are seen one cooperation at a time. */
  readonly walled: boolean;
};

/** Rows that are worth nothing tomorrow, or a danger: who is logged in, doors on their way to be opened, work in a queue. */
const leftOut = ['session', 'login_failure', 'oidc_flow', 'one_time_token', 'job_queue', 'job', 'job_file'];

/**
 * Every table a backup holds, those first that others rest on. Read from the database and not listed here, so that a table somebody adds
 * tomorrow is in tomorrow's backup; only what is left out is named.
 */
export async function catalogue(database: Queryable): Promise<readonly CatalogueTable[]> {
  const { rows } = await database.query<{
    readonly name: string;
    readonly columns: readonly string[];
    readonly order: readonly string[];
    readonly walled: boolean;
    readonly rests_on: readonly string[];
  }>(
    `
    select c.relname as name,
      c.relrowsecurity and c.relname <> 'tenant' as walled,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
          order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary), array[quote_ident(c.relname) || '::text collate "C"']) as order,
      array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and not k.condeferrable and k.confrelid <> c.oid) as rests_on
    from pg_class c
    where c.relnamespace = 'samstyr'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and c.relname <> all ($1)
    order by c.relname collate "C"`,
    [leftOut],
  );
  const sorted: CatalogueTable[] = [];
  const missing = new Map(rows.map((row) => [row.name, row]));
  while (missing.size > 0) {
    const ready = [...missing.values()].filter(({ rests_on }) => !rests_on.some((name) => missing.has(name)));
    if (ready.length === 0) throw new Error('Invariant broken: tables rest on each other in a circle');
    for (const { name, columns, order, walled } of ready) {
      sorted.push({ name, columns, order, walled });
      missing.delete(name);
    }
  }
  return sorted;
}
