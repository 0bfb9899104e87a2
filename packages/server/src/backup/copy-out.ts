import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { CatalogueTable } from './catalogue.ts';

/**
 * A table's rows as COPY text, in the order of its key, so that the same rows give the same bytes. A walled table is read one cooperation
 * at a time: the owner has no door through the wall that the serving role lacks.
 */
export async function* copyOut(
  client: pg.ClientBase,
  { name, columns, order, walled }: CatalogueTable,
  cooperations: readonly string[],
): AsyncGenerator<Buffer> {
  const query = `copy (select ${columns.join(', ')} from samstyr."${name}" order by ${order.join(', ')}) to stdout`;
  for (const cooperation of walled ? cooperations : ['']) {
    await client.query(`select set_config('samstyr.cooperation', $1, true)`, [cooperation]);
    const rows: AsyncIterable<Buffer> = client.query(copyTo(query));
    yield* rows;
  }
}

/** The cooperations there are, always in the same order. */
export async function cooperationsOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly cooperation_id: string }>(
    'select cooperation_id from samstyr.tenant order by cooperation_id',
  );
  return rows.map(({ cooperation_id }) => cooperation_id);
}
