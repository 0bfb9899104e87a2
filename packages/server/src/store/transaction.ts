import type pg from 'pg';

/**
 * Runs work in one transaction that sees one cooperation and no other: row level security reads the name from the transaction's own
 * setting. Whatever is thrown undoes it all.
 */
export async function withCooperation<T>(
  pool: pg.Pool,
  cooperation: string,
  work: (client: pg.PoolClient) => Promise<T>,
  mode: 'write' | 'snapshot' = 'write',
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(mode === 'write' ? 'begin' : 'begin isolation level repeatable read read only');
    await client.query(`select set_config('samstyr.cooperation', $1, true)`, [cooperation]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
