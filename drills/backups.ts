import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { backup } from '@samstyr/server/backup/backup';
import type { Manifest } from '@samstyr/server/backup/manifest';
import { restore } from '@samstyr/server/backup/restore';
import { runCommand } from '@samstyr/server/store/run-command';
import { createStore, openCooperation, type Store } from '@samstyr/server/store/store';
import { withCooperation } from '@samstyr/server/store/transaction';
import type pg from 'pg';
import { type Random, random } from '../test/laws/random.ts';
import { type OwnStore, ownStore, textCommand } from './own-store.ts';

export type BackupFigures = {
  readonly damaged: number;
  /** By kind of damage, how many were tried. */
  readonly kinds: ReadonlyMap<string, number>;
  /** By what was told. */
  readonly told: ReadonlyMap<string, number>;
  /** Connections the damaged ones asked the database for. */
  readonly connections: number;
  /** Backups taken while four wrote, and put back. */
  readonly taken: number;
  /** Writes acknowledged between the first backup's beginning and the last one's end. */
  readonly meanwhile: number;
  readonly faults: readonly string[];
};

const blockSizes = [16, 512, 4096] as const;

/** Ways a file is damaged: on a disk, on the way, by somebody who opened it. Each gives other bytes, or null where it would not. */
const damages: { readonly [kind: string]: (whole: Buffer, draw: Random) => Buffer } = {
  'bits flipped': (whole, { whole: number }) => {
    const bytes = Buffer.from(whole);
    for (let times = number(1, 8); times > 0; times -= 1) {
      const at = number(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << number(0, 7));
    }
    return bytes;
  },
  cut: (whole, { whole: number }) => whole.subarray(0, number(0, whole.length - 1)),
  'a block of zeros': (whole, { whole: number, pick }) => {
    const bytes = Buffer.from(whole);
    const at = number(0, bytes.length - 1);
    bytes.fill(0, at, at + pick(blockSizes));
    return bytes;
  },
  'two blocks swapped': (whole, { whole: number, pick }) => {
    const bytes = Buffer.from(whole);
    const size = Math.min(pick(blockSizes), Math.floor(bytes.length / 4));
    const first = number(0, bytes.length / 2 - size);
    const second = number(bytes.length / 2, bytes.length - size);
    whole.copy(bytes, first, second, second + size);
    whole.copy(bytes, second, first, first + size);
    return bytes;
  },
  'a block gone': (whole, { whole: number, pick }) => {
    const at = number(0, whole.length - 1);
    return Buffer.concat([whole.subarray(0, at), whole.subarray(at + pick(blockSizes))]);
  },
  'something after it': (whole, { whole: number }) =>
    Buffer.concat([whole, Buffer.from('\n'.repeat(number(1, 600)))]),
  'a byte of the rows, and a new digest over all': (whole, { whole: number }) => {
    const closing = 12 + 1 + 64 + 1;
    const length = Number.parseInt(whole.subarray(-closing).toString('latin1', 0, 12), 10);
    // Past the heading and gzip's own, where a byte says nothing of the rows; before the manifest.
    const at = number(40, whole.length - closing - length - 9);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << number(0, 7));
    const digest = createHash('sha256').update(bytes.subarray(0, -closing)).digest('hex');
    bytes.write(`${digest}\n`, bytes.length - 65, 'latin1');
    return bytes;
  },
};

/**
 * Backups taken while four people write, each put back and held against its own audit; and damaged ones, each refused before the database is
 * so much as asked for a connection. (S-STORE-51, S-STORE-62)
 */
export async function backupDrill({
  seed,
  damaged,
  taken,
}: {
  readonly seed: number;
  readonly damaged: number;
  readonly taken: number;
}): Promise<BackupFigures> {
  const own = await ownStore();
  try {
    const draw = random(seed);
    const faults: string[] = [];
    const files = await takenWhileWriting(own, taken, faults);
    for (const file of files.paths) await putBack(own, file, files.heads, faults);
    await showsWhatStands(own, files.paths[0] ?? '', faults);
    const refused = await allRefused(own, files.paths[0] ?? '', { draw, damaged, faults });
    return { ...refused, damaged, taken, meanwhile: files.meanwhile, faults };
  } finally {
    await own.close();
  }
}

async function takenWhileWriting(own: OwnStore, taken: number, faults: string[]) {
  const { store, cooperation, owner, folder } = own;
  const heads = new Map<number, string>();
  const paths: string[] = [];
  let isDone = false;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let version = 0; !isDone; version += 1) {
      const key = `backup-${writer}-${`${version}`.padStart(12, '0')}`;
      const body =
        version % 5 === 4
          ? { op: 'addComment', args: { unit: 'nav', body: key } }
          : textCommand(`${writer}-${version}`, key, 0);
      const done = await runCommand(store, { cooperation, who: `writer-${writer}`, body, key });
      if (done.ok) heads.set(done.value.revision, done.value.head);
      else faults.push(`${key}: ${done.problems.map(({ code }) => code).join()}`);
    }
  });
  for (let number = 0; number < taken; number += 1) {
    const path = join(folder, `${number}.samstyr`);
    // Some are written between one backup and the next.
    const least = heads.size + 4;
    while (heads.size < least && faults.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const made = await backup(owner, path);
    if (made.ok) paths.push(path);
    else faults.push(`${path}: ${made.problems[0].code}`);
  }
  isDone = true;
  await Promise.all(writers);
  return { paths, heads, meanwhile: heads.size };
}

/** Puts a backup back and asks whether it is one moment: the audit replays to the rows, and each entry has its answer kept. */
async function putBack(
  { owner, store, cooperation }: OwnStore,
  path: string,
  heads: ReadonlyMap<number, string>,
  faults: string[],
): Promise<void> {
  const done = await restore(owner, { path, servingRole: 'samstyr', replace: true });
  if (!done.ok) {
    faults.push(`${path} was not put back: ${done.problems[0].code}`);
    return;
  }
  const said = headIn(done.value);
  const revision = Number.parseInt(said.entries, 10);
  if (heads.has(revision) && heads.get(revision) !== said.hash)
    faults.push(`${path} is at ${said.entries}:${said.hash}, which nobody was answered`);
  const verified = await verifyCooperation(store.database.serving, cooperation, [
    `${said.entries}:${said.hash}`,
  ]);
  if (verified.findings.length > 0)
    faults.push(`${path}: ${verified.findings.map(({ code }) => code).join()}`);
  const { rows } = await withCooperation(store.database.serving, cooperation, (client) =>
    client.query<{ readonly odd: string }>(
      `select count(*) as odd from samstyr.audit a full join samstyr.idempotency i
         on i.cooperation_id = a.cooperation_id and (i.answer->>'revision')::int = a.revision
       where (a.revision is null or i.key is null) and coalesce(a.revision, 0) <> 1`,
    ),
  );
  if (rows[0]?.odd !== '0')
    faults.push(`${path}: ${rows[0]?.odd} entries without their answer, or the other way`);
}

/**
 * A server that stays up while its database is put back by another has revisions in memory which never were. What it shows is what stands,
 * also when the number is the same.
 */
async function showsWhatStands(own: OwnStore, path: string, faults: string[]): Promise<void> {
  const { owner, store, database, cooperation } = own;
  const writing = async (by: Store, body: string): Promise<void> => {
    const back = await restore(owner, { path, servingRole: 'samstyr', replace: true });
    const sent = { cooperation, who: 'writer', body: textCommand('same', body, 0), key: null };
    const done = back.ok ? await runCommand(by, sent) : back;
    if (!done.ok) faults.push(`${body}: ${done.problems[0].code}`);
  };
  store.opened.clear();
  await writing(store, 'Aldri hendt');
  await writing(createStore(database), 'Det som står');
  const shown = (await openCooperation(store, cooperation))?.index.model.text.find(
    ({ id }) => id === 'nav/drill-same',
  );
  if (shown?.body !== 'Det som står') faults.push(`The store shows «${shown?.body}», which is not there.`);
}

const headIn = ({ heads }: Manifest) => heads[0] ?? { entries: '0', hash: '' };

async function allRefused(
  { owner, folder }: OwnStore,
  path: string,
  { draw, damaged, faults }: { readonly draw: Random; readonly damaged: number; readonly faults: string[] },
): Promise<Pick<BackupFigures, 'kinds' | 'told' | 'connections'>> {
  const whole = await readFile(path);
  let connections = 0;
  /** The owner's connections, counted: a backup that is refused in time asks for none. */
  const counted = new Proxy(owner, {
    get: (pool, name) => {
      if (name !== 'connect' && name !== 'query') return Reflect.get(pool, name) as unknown;
      connections += 1;
      return (Reflect.get(pool, name) as (...args: unknown[]) => unknown).bind(pool);
    },
  });
  const before = await contentOf(owner, join(folder, 'before.samstyr'));
  const [kinds, told] = [new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
  const names = Object.keys(damages);
  for (let number = 0; number < damaged; number += 1) {
    const kind = names[number % names.length] ?? '';
    const bytes = damages[kind]?.(whole, draw) ?? whole;
    count(kinds, kind);
    const file = join(folder, 'damaged.samstyr');
    await writeFile(file, bytes);
    const done = await restore(counted, { path: file, servingRole: 'samstyr', replace: true });
    if (done.ok) faults.push(`number ${number} was put back: ${kind}`);
    else count(told, done.problems[0].code);
    if (bytes.equals(whole)) faults.push(`number ${number} was not damaged: ${kind}`);
    await rm(file);
  }
  if ((await contentOf(owner, join(folder, 'after.samstyr'))) !== before)
    faults.push('The database has changed.');
  return { kinds, told, connections };
}

/** Every row of every table, as one digest. */
async function contentOf(owner: pg.Pool, path: string): Promise<string> {
  const made = await backup(owner, path);
  if (!made.ok) throw new Error(made.problems[0].code);
  return made.value.tables.map(({ name, sha256 }) => `${name} ${sha256}`).join();
}
