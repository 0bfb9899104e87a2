import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';

/** How long an answer is kept for who asks again with the same key, and a job with its files for who made it. */
export const keptMs = 7 * 24 * 60 * 60_000;
const everyMs = 60 * 60_000;

/** How many rows of each kind were taken away. */
export type Removed = {
  readonly answers: number;
  readonly jobs: number;
  readonly sessions: number;
  readonly links: number;
  readonly flows: number;
};

/**
 * Takes away what nobody will ask for again: answers of commands and ended jobs older than seven days, sessions that are over, links that
 * were used or ran out seven days ago. The audit, what is published and the log of security are never touched. (S-STORE-44)
 */
export async function upkeep(pool: pg.Pool, now: Date): Promise<Removed> {
  const { rows } = await pool.query<{ readonly what: keyof Removed; readonly removed: string }>(
    'select what, removed from samstyr.upkeep($1, $2)',
    [new Date(now.getTime() - keptMs), now],
  );
  const none: Removed = { answers: 0, jobs: 0, sessions: 0, links: 0, flows: 0 };
  const counted = rows.map(({ what, removed }) => [what, Number.parseInt(removed, 10)] as const);
  return { ...none, ...Object.fromEntries(counted) };
}

/** Keeps house while the server serves: at once, and then every hour. What fails is logged and tried again the next time. */
export function startUpkeep({
  pool,
  now,
  log,
}: {
  readonly pool: pg.Pool;
  readonly now: () => Date;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'info'> | null;
}): { readonly stop: () => Promise<void> } {
  const once = async (): Promise<void> => {
    try {
      log?.info(await upkeep(pool, now()), 'upkeep');
    } catch (error) {
      log?.error({ error: (error as { code?: string }).code ?? 'error' }, 'upkeep');
    }
  };
  let running = once();
  const timer = setInterval(() => {
    running = once();
  }, everyMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
