import { setTimeout as sleep } from 'node:timers/promises';
import { askAs, drillFolder, type Person, type Served, startServed } from './served.ts';

export type StopFigures = {
  readonly acknowledged: number;
  /** Requests that were open when the server was told to stop, and how many of them were answered well. */
  readonly open: number;
  readonly answered: number;
  readonly exitCode: number | null;
  /** Jobs that were in the middle of something when their server stopped, or was killed, and what became of them. */
  readonly jobs: readonly string[];
  readonly faults: readonly string[];
};

const at = '/cooperations/vaernesregionen';
const clients = 16;
const formats = ['html', 'xlsx', 'data'] as const;

type Job = {
  readonly id: string;
  readonly state: string;
  readonly files: readonly { readonly name: string }[];
  readonly problems: readonly string[];
};

/**
 * The real server told to stop (SIGTERM) while sixteen write and it makes a document: who has asked is answered, it ends with 0, and started
 * again it has every acknowledged comment once and finishes the document. Then it is killed (SIGKILL) in the middle of another, which the next
 * one finishes too. (S-STORE-64, S-HTTP-07)
 */
export async function stopDrill({ writes }: { readonly writes: number }): Promise<StopFigures> {
  const folder = drillFolder();
  const faults: string[] = [];
  const jobs: string[] = [];
  let served = await startServed(folder.path);
  try {
    let person = await served.logIn(0);
    let first = '';
    const load = await stoppedUnderLoad(served, person, { writes, faults }, async () => {
      first = await runningJob(served, person, 'stop-job-000000000001');
    });
    served = await startServed(folder.path);
    person = await served.logIn(0);
    faults.push(...(await missing(served, person, load.acknowledged)));
    jobs.push(`told to stop: ${await finished(served, person, first, faults)}`);

    const second = await runningJob(served, person, 'stop-job-000000000002');
    process.kill(served.pid, 'SIGKILL');
    await served.ended;
    served = await startServed(folder.path);
    person = await served.logIn(0);
    jobs.push(`killed: ${await finished(served, person, second, faults)}`);
    const { open, answered, exitCode } = load;
    return { ...{ open, answered, exitCode, jobs, faults }, acknowledged: load.acknowledged.length };
  } finally {
    await served.stop();
    folder.remove();
  }
}

async function stoppedUnderLoad(
  served: Served,
  person: Person,
  { writes, faults }: { readonly writes: number; readonly faults: string[] },
  begin: () => Promise<void>,
) {
  const acknowledged: string[] = [];
  let [isLast, number, waiting, answered, open] = [false, 0, 0, 0, 0];
  let stopped: Promise<number | null> | null = null;
  let beginning: Promise<void> | null = null;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isLast) {
        number += 1;
        const mark = `melding-${number}`;
        const key = `stop-${`${number}`.padStart(16, '0')}`;
        waiting += 1;
        const reply = await askAs(served.address, person, `${at}/comments`, {
          ...{ body: { unit: 'nav', about: null, body: mark }, key },
        }).catch((error: unknown) => ({
          status: 0,
          text: `${(error as { cause?: unknown }).cause ?? error}`,
        }));
        waiting -= 1;
        if (reply.status === 201) acknowledged.push(mark);
        else faults.push(`${mark}: ${reply.status} ${reply.text.slice(0, 200)}`);
        if (stopped !== null) answered += reply.status === 201 ? 1 : 0;
        // Nobody asks any more; one answer later everything that was asked has long been read, and the server is told.
        else if (isLast) [stopped, open] = [served.stop(), waiting];
        else if (acknowledged.length >= writes && beginning === null) {
          beginning = begin();
          await beginning;
          isLast = true;
        }
      }
    }),
  );
  const exitCode = await (stopped ?? served.stop());
  if (exitCode !== 0) faults.push(`It ended with ${exitCode}: ${served.complaints().slice(-500)}`);
  return { acknowledged, open, answered, exitCode };
}

/** A document that is being made. */
async function runningJob(served: Served, person: Person, key: string): Promise<string> {
  const body = { year: 2025, language: 'nb', formats, audience: 'public' };
  const made = await askAs(served.address, person, `${at}/documents`, { body, key });
  if (made.status !== 202) throw new Error(`${made.status} ${made.text}`);
  const { id } = JSON.parse(made.text) as Job;
  while ((await jobOf(served, person, id)).state === 'waiting') await sleep(5);
  return id;
}

const jobOf = async (served: Served, person: Person, id: string): Promise<Job> =>
  JSON.parse((await askAs(served.address, person, `${at}/jobs/${id}`)).text) as Job;

/** Waits for a job to be finished, and says how it went. */
async function finished(served: Served, person: Person, id: string, faults: string[]): Promise<string> {
  for (;;) {
    const { state, files, problems } = await jobOf(served, person, id);
    if (state === 'waiting' || state === 'running') {
      await sleep(20);
      continue;
    }
    const names = files.map(({ name }) => name);
    if (state !== 'done' || names.length === 0 || new Set(names).size !== names.length)
      faults.push(`The job is ${state} with ${names.length} files: ${problems.join()}`);
    return `${state}, ${names.length} files`;
  }
}

async function missing(served: Served, person: Person, acknowledged: readonly string[]) {
  const { text } = await askAs(served.address, person, `${at}/comments`);
  const { comments } = JSON.parse(text) as {
    readonly comments: readonly { readonly row: { readonly body: string } }[];
  };
  const bodies = comments.map(({ row }) => row.body);
  return acknowledged
    .filter((mark) => bodies.filter((body) => body === mark).length !== 1)
    .map((mark) => `${mark} was acknowledged and is not there once`);
}
