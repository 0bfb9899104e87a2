import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tell } from '@samstyr/contract/texts/tell';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { type Database, openDatabase } from '@samstyr/server/postgres/connect';
import { databaseProblemTexts } from '@samstyr/server/postgres/problems';
import { importFolder } from '@samstyr/server/store/folder';
import { runCommand } from '@samstyr/server/store/run-command';
import { createStore, findCooperation, type Store } from '@samstyr/server/store/store';
import { withCooperation } from '@samstyr/server/store/transaction';
import type { Asked, Failpoint, Written } from './store-process.ts';

/**
 * A Samstyr without its pages, made to be killed: it has the store open as `serve` has, does the commands it is sent on standard input, a
 * line of JSON each, and ends itself or its database with SIGKILL at the failpoint it was told.
 */
const [, , data = '', example = ''] = process.argv;
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

let failpoint: (Failpoint & { pids: readonly number[] }) | null = null;
/** Counts down at the failpoint's moment, and kills there. */
function reached(moment: Failpoint['moment']): void {
  if (failpoint === null || failpoint.moment !== moment) return;
  if (failpoint.skip > 0) {
    failpoint = { ...failpoint, skip: failpoint.skip - 1 };
    return;
  }
  const { target, pids } = failpoint;
  failpoint = null;
  if (target !== 'server') for (const pid of [postmaster(), ...pids]) kill(pid);
  if (target !== 'database') process.kill(process.pid, 'SIGKILL');
  say({ fired: true });
}

const postmaster = (): number =>
  Number.parseInt(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already: the one before took it along.
  }
};

const opened = await openDatabase({ url: null, ownerUrl: null, folder: data, purpose: 'serve' });
if (!opened.ok) {
  say({ refused: opened.problems.map((problem) => tell(databaseProblemTexts, 'nb', problem)) });
  process.exit(1);
}
const database: Database = opened.value;
const store: Store = createStore(database, {
  now: () => {
    reached('inside');
    return new Date();
  },
  afterCommit: async () => reached('after'),
});
const name = 'vaernesregionen';
if ((await findCooperation(store, name)) === null) {
  const imported = await importFolder(store, { files: loadFolder(example), who: 'drill' });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems.slice(0, 3)));
}
const cooperation = (await findCooperation(store, name))?.cooperation ?? '';
say({ ready: true });

/** The audit's entries after a revision: what was written, and the key it was sent with. */
const writtenAfter = (revision: number): Promise<readonly Written[]> =>
  withCooperation(database.serving, cooperation, async (client) => {
    const { rows } = await client.query<{ revision: string; hash: string; key: string }>(
      `select revision, hash, coalesce(command->'args'->>'body', command->'args'->'row'->>'body', '') as key
       from samstyr.audit where revision > $1 order by revision`,
      [revision],
    );
    return rows.map(({ revision: at, hash, key }) => ({ revision: Number.parseInt(at, 10), hash, key }));
  });

async function answer(asked: Asked): Promise<object> {
  switch (asked.ask) {
    case 'command': {
      const { key, who, body } = asked;
      const done = await runCommand(store, { cooperation, who, body, key });
      return done.ok ? { done: done.value } : { refused: done.problems.map(({ code }) => code) };
    }
    case 'arm': {
      const { rows } = await database.serving.query<{ pid: number }>('select pid from pg_stat_activity');
      failpoint = { ...asked.failpoint, pids: rows.map(({ pid }) => pid) };
      return {};
    }
    case 'written':
      return { written: await writtenAfter(asked.after) };
    case 'verify': {
      const { findings, head } = await verifyCooperation(database.serving, cooperation, asked.heads);
      return { findings: findings.map(({ code }) => code), head };
    }
  }
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const asked = JSON.parse(line) as Asked & { readonly id: number };
  answer(asked).then(
    (value) => say({ id: asked.id, ...value }),
    // The database is away: the one who asks tries again.
    (error: unknown) => say({ id: asked.id, away: (error as { code?: string }).code ?? `${error}` }),
  );
});
lines.once('close', () => void database.close().then(() => process.exit(0)));
