import { createHash } from 'node:crypto';
import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { sentence } from '@samstyr/contract/texts/sentence';
import { tell } from '@samstyr/contract/texts/tell';
import { editionOf } from '@samstyr/documents/publish/edition';
import { formats, render } from '@samstyr/documents/publish/render';
import { checkApart } from '@samstyr/formats/published/check-apart';
import type { FastifyBaseLogger } from 'fastify';
import { setGrants } from '../access/grants.ts';
import type { Services } from '../http/context.ts';
import { importFolder } from '../store/folder.ts';
import { openCooperation } from '../store/store.ts';
import { withCooperation } from '../store/transaction.ts';
import { type JobFile, type JobResult, typeOf, type Wish } from './job-store.ts';
import { filesInZip } from './zip-folder.ts';

/** A job somebody's worker has taken. */
type Taken = {
  readonly id: string;
  readonly place: string;
  readonly user: string;
  readonly wish: Wish;
  readonly input: Uint8Array | null;
};

export type Workers = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** A running job that has not been heard of for this long was left by a server that is gone. */
const abandonedMs = 120_000;
const pollMs = 5_000;

type Outside = Pick<Services, 'store' | 'access'> & { readonly log: Pick<FastifyBaseLogger, 'error'> | null };

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

type Done = { readonly files: readonly JobFile[]; readonly result: JobResult; readonly failed: boolean };
const nothing: JobResult = { problems: [], report: null, cooperation: null };
const refused = (problems: readonly string[]): Done => ({
  files: [],
  result: { ...nothing, problems },
  failed: true,
});

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

/** Tells how far it is; false: cancelled. */
async function step({ access }: Outside, job: Taken, done: number, words: string): Promise<boolean> {
  await access.pool.query('update samstyr.job_queue set seen_at = $2 where id = $1', [job.id, access.now()]);
  return withCooperation(access.pool, job.place, async (client) => {
    const { rowCount } = await client.query(
      `update samstyr.job set done = $3, step = $4 where cooperation_id = $1 and id = $2 and state = 'running'`,
      [job.place, job.id, done, words],
    );
    return rowCount === 1;
  });
}

async function perform(outside: Outside, job: Taken, isStopping: () => boolean): Promise<Done | 'stopped'> {
  const { wish } = job;
  switch (wish.kind) {
    case 'documents':
      return documents(outside, job, wish, isStopping);
    case 'check': {
      await step(outside, job, 0, 'Leser dokumentet');
      const checked = await checkApart({
        bytes: job.input ?? new Uint8Array(),
        file: wish.name,
        language: 'nb',
      });
      return checked.ok
        ? { files: [], result: { ...nothing, report: checked.value.report }, failed: false }
        : refused(checked.problems.map((problem) => tell(publishedProblemTexts, 'nb', problem)));
    }
    case 'import':
      return takeIn(outside, job);
  }
}

async function documents(
  outside: Outside,
  job: Taken,
  wish: Extract<Wish, { kind: 'documents' }>,
  isStopping: () => boolean,
): Promise<Done | 'stopped'> {
  if (!(await step(outside, job, 0, 'Regner ut budsjettet'))) return refused([]);
  const opened = await openCooperation(outside.store, job.place);
  if (opened === null) return refused([]);
  const edition = editionOf(opened.index, {
    year: wish.year,
    rounding: 'agreement',
    audience: wish.audience,
  });
  if (!edition.ok) return refused(edition.problems.map((problem) => sentence(problem, wish.language)));
  const files: JobFile[] = [];
  for (const [at, format] of wish.formats.entries()) {
    if (isStopping()) return 'stopped';
    if (!(await step(outside, job, at + 1, formats[format]))) return refused([]);
    const made = await render(edition.value, format, { language: wish.language, scope: { scope: 'full' } });
    if (!made.ok) return refused(made.problems);
    for (const [name, content] of made.value)
      files.push({
        name: name.replaceAll('/', '-'),
        type: typeOf(name),
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      });
  }
  return { files, result: nothing, failed: false };
}

async function takeIn(outside: Outside, job: Taken): Promise<Done> {
  const { store, access } = outside;
  await step(outside, job, 0, 'Leser mappen');
  const files = await filesInZip(job.input ?? new Uint8Array());
  if (!files.ok) return refused(files.problems);
  const made = await importFolder(store, { files: files.value, who: job.user });
  if (!made.ok)
    return refused(
      made.problems.map((problem) =>
        'place' in problem ? sentence(problem, 'nb') : refusedCommandSentence(problem, 'nb'),
      ),
    );
  const { cooperation, name } = made.value;
  await setGrants(access, {
    cooperation,
    user: job.user,
    grants: [
      { role: 'administrator', units: [], party: null },
      { role: 'controller', units: [], party: null },
    ],
    by: null,
    keepSessions: true,
  });
  return { files: [], result: { ...nothing, cooperation: name }, failed: false };
}
