import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Example, Services } from '../http/context.ts';
import { withCooperation } from '../store/transaction.ts';
import type { JobFile, JobResult, Wish } from './job-store.ts';

/** A job somebody's worker has taken. */
export type Taken<W extends Wish = Wish> = {
  readonly id: string;
  readonly place: string;
  readonly user: string;
  readonly wish: W;
  readonly input: Uint8Array | null;
};

export type Outside = Pick<Services, 'store' | 'access'> &
  Example & {
    readonly log: Pick<FastifyBaseLogger, 'error'> | null;
  };

/** What came of a job. */
export type Done = {
  readonly files: readonly JobFile[];
  readonly result: JobResult;
  readonly failed: boolean;
  /** What is written in the same transaction as that the job is done: both are there, or neither. */
  readonly also?: (client: pg.ClientBase) => Promise<void>;
};

export const nothing: JobResult = {
  problems: [],
  report: null,
  cooperation: null,
  publication: null,
  questions: [],
};

export const refused = (problems: readonly string[]): Done => ({
  files: [],
  result: { ...nothing, problems },
  failed: true,
});

/** Tells how far a job is; false: cancelled. */
export async function step(
  { access }: Outside,
  job: Taken,
  done: number,
  words: string,
  /** How many steps there are, where that is not known until the job is under way. */
  of: number | null = null,
): Promise<boolean> {
  await access.pool.query('update samstyr.job_queue set seen_at = $2 where id = $1', [job.id, access.now()]);
  return withCooperation(access.pool, job.place, async (client) => {
    const { rowCount } = await client.query(
      `update samstyr.job set done = $3, step = $4, steps = coalesce($5, steps) where cooperation_id = $1 and id = $2 and state = 'running'`,
      [job.place, job.id, done, words, of],
    );
    return rowCount === 1;
  });
}
