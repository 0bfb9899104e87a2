import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askAs, drillFolder, type Person, type Reply, type Served, startServed } from './served.ts';

export type DiskFigures = {
  /** Null: it was done. Else why it could not be, in words. */
  readonly notDone: string | null;
  readonly acknowledged: number;
  readonly refused: number;
  /** What the first who was refused was told. */
  readonly told: string;
  readonly faults: readonly string[];
};

type Message = { readonly key: string; readonly mark: string; readonly text: string };

const at = '/cooperations/vaernesregionen';
const mebibyte = 1024 * 1024;

/**
 * The real server with its data on a small disk of its own, filled up while somebody writes: they are told, in words, that the disk is
 * full; nothing acknowledged is gone; and when there is room again it works again by itself. (S-STORE-63)
 */
export async function diskDrill({
  mebibytes,
  tell,
}: {
  readonly mebibytes: number;
  readonly tell: (line: string) => void;
}): Promise<DiskFigures> {
  const folder = drillFolder();
  const disk = join(folder.path, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'samstyr', disk]);
  if (mounted.status !== 0) {
    folder.remove();
    const why = 'A small disk is made by root on Linux; here that is not allowed.';
    return { notDone: why, acknowledged: 0, refused: 0, told: '', faults: [] };
  }
  try {
    const served = await startServed(disk);
    try {
      return await run(served, disk, tell);
    } finally {
      rmSync(join(disk, 'filler'), { force: true });
      await served.stop();
    }
  } finally {
    spawnSync('umount', ['-l', disk]);
    folder.remove();
  }
}

async function run(served: Served, disk: string, tell: (line: string) => void): Promise<DiskFigures> {
  const person = await served.logIn(0);
  const faults: string[] = [];
  const acknowledged = new Map<string, number>();
  let number = 0;
  const write = async ({ key, mark, text }: Message): Promise<Reply> => {
    const body = { unit: 'nav', about: null, body: text };
    const reply = await askAs(served.address, person, `${at}/comments`, { body, key });
    if (reply.status === 201 || reply.status === 200)
      acknowledged.set(mark, (JSON.parse(reply.text) as { revision: number }).revision);
    return reply;
  };
  const next = (): Message => {
    number += 1;
    const mark = `melding-${number}`;
    // Long, and nothing a database could press together.
    const text = `${mark} ${randomBytes(1_900).toString('hex')}`;
    return { key: `disk-${`${number}`.padStart(12, '0')}`, mark, text };
  };
  for (let first = 0; first < 5; first += 1) {
    const reply = await write(next());
    if (reply.status !== 201 && reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
  }
  fill(join(disk, 'filler'));
  const refused: (Message & { readonly reply: Reply })[] = [];
  for (let tries = 0; refused.length < 12 && tries < 3_000; tries += 1) {
    const sent = next();
    const reply = await write(sent);
    if (reply.status >= 400) refused.push({ ...sent, reply });
  }
  const toldFull = refused.filter(
    ({ reply }) => reply.status === 507 && reply.text.includes('Disken til databasen er full'),
  );
  if (refused.length === 0) faults.push('The disk never was full.');
  else if (toldFull.length === 0)
    faults.push(`Nobody was told that the disk is full: ${refused[0]?.reply.text}`);
  for (const { reply } of refused)
    if (reply.status !== 507 && reply.status !== 503)
      faults.push(`${reply.status} ${reply.text.slice(0, 200)}`);
  tell(
    `full after ${acknowledged.size} writes: ${toldFull.length} of ${refused.length} refused were told that the disk is full`,
  );

  // And should the database end on a full disk, so that it cannot begin again either:
  process.kill(Number.parseInt(readFileSync(postmaster(disk), 'utf8'), 10), 'SIGKILL');
  const last = next();
  const away = await write(last);
  refused.push({ ...last, reply: away });
  if (away.status !== 507 && away.status !== 503) faults.push(`${away.status} ${away.text.slice(0, 200)}`);

  rmSync(join(disk, 'filler'));
  // Whoever was refused sends the same again, until it goes: nobody has touched the server.
  for (const message of refused) {
    let reply = await write(message);
    for (let tries = 0; reply.status >= 400 && tries < 600; tries += 1) {
      await sleep(100);
      reply = await write(message);
    }
    if (reply.status >= 400)
      faults.push(`${message.mark} is still refused: ${reply.status} ${reply.text.slice(0, 200)}`);
  }
  faults.push(...(await missing(served, person, acknowledged)));
  return {
    ...{ notDone: null, acknowledged: acknowledged.size, refused: refused.length, faults },
    told: toldFull[0] === undefined ? '' : (JSON.parse(toldFull[0].reply.text) as { detail: string }).detail,
  };
}

/** What was acknowledged and is not there once. */
async function missing(served: Served, person: Person, acknowledged: ReadonlyMap<string, number>) {
  const { text } = await askAs(served.address, person, `${at}/comments`);
  const { comments } = JSON.parse(text) as {
    readonly comments: readonly { readonly row: { readonly body: string } }[];
  };
  const times = new Map<string, number>();
  for (const { row } of comments) {
    const mark = row.body.split(' ')[0] ?? '';
    times.set(mark, (times.get(mark) ?? 0) + 1);
  }
  return [...acknowledged.keys()]
    .filter((mark) => times.get(mark) !== 1)
    .map((mark) => `${mark} was acknowledged and is there ${times.get(mark) ?? 0} times`);
}

const postmaster = (disk: string): string => join(disk, 'data', 'postgres', 'cluster', 'postmaster.pid');

/** Takes all the room there is but a little. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(mebibyte / 4, 1);
  try {
    for (;;) if (writeSync(file, block) < block.length) break;
  } catch {
    // Full.
  } finally {
    closeSync(file);
  }
  if (statSync(path).size === 0) throw new Error('There was no room to take.');
}
