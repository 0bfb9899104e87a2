import type pg from 'pg';
import { withCooperation } from '../store/transaction.ts';

/** How far a cooperation's log is come, and the hash of its last entry; 0 and nothing where there is none. */
export async function headOf(
  pool: pg.Pool,
  cooperation: string,
): Promise<{ readonly revision: number; readonly head: string }> {
  const { rows } = await withCooperation(pool, cooperation, (client) =>
    client.query<{ readonly revision: string; readonly head: string }>(
      'select revision, head from samstyr.tenant where cooperation_id = $1',
      [cooperation],
    ),
  );
  return { revision: Number.parseInt(rows[0]?.revision ?? '0', 10), head: rows[0]?.head ?? '' };
}
