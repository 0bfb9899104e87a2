import { createHash } from 'node:crypto';
import { withCooperation } from '../store/transaction.ts';
import { checkPublished } from './check-published.ts';
import { type Done, type Outside, refused, type Taken } from './job-work.ts';
import { makeDocuments, publish } from './make-documents.ts';
import { draft, takeIn } from './take-in.ts';

export type Workers = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** A running job that has not been heard of for this long was left by a server that is gone. */
const abandonedMs = 120_000;
const pollMs = 5_000;

/** Does the jobs of the queue, one at a time in this process; other processes take others. */
export function startWorkers(outside: Outside): Workers {
  let isStopping = false;
  let waiting: (() => void) | null = null;
  let isAwake = false;
  const wake = (): void => {
    isAwake = true;
    waiting?.();
  };
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, pollMs);
      timer.unref();
      function done(): void {
        clearTimeout(timer);
        waiting = null;
        resolve();
      }
      waiting = done;
      if (isAwake || isStopping) done();
    });
  const running = (async () => {
    while (!isStopping) {
      isAwake = false;
      try {
        const job = await take(outside);
        if (job === null) await rest();
        else await work(outside, job, () => isStopping);
      } catch (error) {
        outside.log?.error({ error: (error as { code?: string }).code ?? 'error' }, 'job');
        await rest();
      }
    }
  })();
  return {
    wake,
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}

/**
 * Puts back what a server that is gone was doing. Only for the one server of a database, when it begins: nobody else can be at it, so there is
 * nothing to wait for.
 */
export async function putBack({ access }: Pick<Outside, 'access'>): Promise<void> {
  await access.pool.query(`update samstyr.job_queue set state = 'waiting' where state = 'running'`);
}

async function take({ access }: Outside): Promise<Taken | null> {
  const { rows } = await access.pool.query<{ readonly id: string; readonly place: string }>(
    `update samstyr.job_queue set state = 'running', seen_at = $1
     where id = (select id from samstyr.job_queue where state = 'waiting' or seen_at < $2 order by made_at for update skip locked limit 1)
     returning id, cooperation_id as place`,
    [access.now(), new Date(access.now().getTime() - abandonedMs)],
  );
  const [found] = rows;
  if (found === undefined) return null;
  const job = await withCooperation(access.pool, found.place, async (client) => {
    const { rows: jobs } = await client.query<Omit<Taken, 'place'>>(
      `update samstyr.job set state = 'running' where cooperation_id = $1 and id = $2 and state in ('waiting', 'running')
       returning id, made_by as user, wish, input`,
      [found.place, found.id],
    );
    return jobs[0] ?? null;
  });
  if (job === null) await access.pool.query('delete from samstyr.job_queue where id = $1', [found.id]);
  return job === null ? null : { ...job, place: found.place };
}

async function work(outside: Outside, job: Taken, isStopping: () => boolean): Promise<void> {
  let done: Done | 'stopped';
  try {
    done = await perform(outside, job, isStopping);
  } catch (error) {
    outside.log?.error({ job: job.id, error: (error as { code?: string }).code ?? 'error' }, 'job');
    done = refused(['Noe gikk galt hos oss. Prøv igjen.']);
  }
  const { access } = outside;
  await withCooperation(access.pool, job.place, async (client) => {
    if (done === 'stopped') {
      // The server goes down: whoever comes next begins again.
      await client.query(
        `update samstyr.job set state = 'waiting', done = 0 where cooperation_id = $1 and id = $2 and state = 'running'`,
        [job.place, job.id],
      );
      await client.query(`update samstyr.job_queue set state = 'waiting' where id = $1`, [job.id]);
      return;
    }
    const { rowCount } = await client.query(
      `update samstyr.job set state = $3, ended_at = $4, step = null, input = null, result = $5, done = case when $3 = 'done' then steps else done end
       where cooperation_id = $1 and id = $2 and state = 'running'`,
      [job.place, job.id, done.failed ? 'failed' : 'done', access.now(), JSON.stringify(done.result)],
    );
    // Cancelled, or done by another meanwhile: nothing comes of it.
    if (rowCount === 1) await done.also?.(client);
    if (rowCount === 1)
      for (const { name, type, content } of done.files)
        await client.query(
          'insert into samstyr.job_file (cooperation_id, job_id, name, type, sha256, content) values ($1, $2, $3, $4, $5, $6)',
          [
            job.place,
            job.id,
            name,
            type,
            createHash('sha256').update(content).digest('hex'),
            Buffer.from(content),
          ],
        );
    await client.query('delete from samstyr.job_queue where id = $1', [job.id]);
  });
}

async function perform(outside: Outside, job: Taken, isStopping: () => boolean): Promise<Done | 'stopped'> {
  const { wish } = job;
  switch (wish.kind) {
    case 'documents':
      return makeDocuments(outside, job, wish, isStopping);
    case 'publication':
      return publish(outside, job, wish, isStopping);
    case 'check':
      return checkPublished(outside, job, wish);
    case 'draft':
      return draft(outside, job, wish);
    case 'import':
      return takeIn(outside, job, wish);
  }
}
