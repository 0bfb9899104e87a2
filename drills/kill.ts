import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, random } from '../test/laws/random.ts';
import { textCommand } from './own-store.ts';
import { drillFolder } from './served.ts';
import { type Failpoint, type StoreProcess, startStore } from './store-process.ts';

export type KillFigures = {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Commands whose answer did not come, sent again with the same key. */
  readonly sentAgain: number;
  /** Of these, how many stood in the audit before they were sent again. */
  readonly doneAlready: number;
  /** How many rounds killed what: `server inside`, `both after`. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Second starts that were told, in words, that somebody serves already. */
  readonly secondRefused: number;
  readonly fewestBetweenKills: number;
  /** Empty: nothing lost, nothing doubled, the chain whole. */
  readonly faults: readonly string[];
};

/** What is known of a command outside the system: on disk before it is sent, and before its answer is believed. */
type Journal = { readonly write: (line: string) => void; readonly close: () => void };

function openJournal(path: string): Journal {
  const file = openSync(path, 'a');
  return {
    write: (line) => {
      writeSync(file, `${line}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

const kinds: readonly Omit<Failpoint, 'skip'>[] = (['server', 'database', 'both'] as const).flatMap(
  (target) => (['inside', 'after'] as const).map((moment) => ({ target, moment })),
);

/**
 * Three who write, each after its own answer, over a Samstyr and a database that are killed with SIGKILL: in the middle of a transaction
 * and between a commit and its answer, either or both. Whoever gets no answer sends the same again with the same key. After each round the
 * audit has every acknowledged command once, at the revision its answer said, and nothing nobody sent. (S-STORE-60)
 */
export async function killRounds({
  seed,
  rounds,
  tell,
}: {
  readonly seed: number;
  readonly rounds: number;
  readonly tell: (line: string) => void;
}): Promise<KillFigures> {
  const folder = drillFolder();
  const journal = openJournal(join(folder.path, 'journal'));
  try {
    return await run(join(folder.path, 'data'), journal, { draw: random(seed), rounds, tell });
  } finally {
    journal.close();
    folder.remove();
  }
}

const least = 20;
const writers = 3;

async function run(
  data: string,
  journal: Journal,
  {
    draw,
    rounds,
    tell,
  }: { readonly draw: Random; readonly rounds: number; readonly tell: (line: string) => void },
): Promise<KillFigures> {
  const faults: string[] = [];
  const counts = new Map<string, number>();
  let [acknowledged, sentAgain, doneAlready, secondRefused, number, checkedTo] = [0, 0, 0, 0, 0, 0];
  let fewest = Number.POSITIVE_INFINITY;
  let head = '';
  let store = await startStore(data);
  if (store.refusal !== null) throw new Error(store.refusal.join('\n'));
  checkedTo = (await written(store, 0)).at(-1)?.revision ?? 0;
  /** Acknowledged in this round: the revision the answer gave, by key. */
  let answers = new Map<string, number>();
  let starting: Promise<void> | null = null;
  /** In the audit when a new process started, answered or not. */
  const found = new Set<string>();
  const versions = new Map<number, number>();

  /** A new process after a kill; now and then two at once, of which one must be told that the other serves. */
  const startAgain = async (): Promise<void> => {
    const both = draw.chance(0.3)
      ? await Promise.all([startStore(data), startStore(data)])
      : [await startStore(data)];
    const standing = both.filter(({ refusal }) => refusal === null);
    const refused = both.filter(({ refusal }) => refusal !== null);
    const [first] = standing;
    if (first === undefined || standing.length !== 1) {
      faults.push(
        `${standing.length} of ${both.length} started: ${refused.flatMap((one) => one.refusal).join(' ')}`,
      );
      if (first === undefined) throw new Error(faults.join('\n'));
    }
    for (const { refusal } of refused)
      if (/^Samstyr kjører allerede på disse dataene: prosess \d+/.test(refusal?.join() ?? ''))
        secondRefused += 1;
      else faults.push(`The second was told: ${refusal?.join()}`);
    store = first;
    for (const { key } of await written(store, checkedTo)) found.add(key);
  };

  const write = async (writer: number): Promise<void> => {
    number += 1;
    const key = `kill-${`${number}`.padStart(12, '0')}`;
    const text = draw.chance(0.8);
    const version = versions.get(writer) ?? 0;
    const body = text
      ? textCommand(writer, key, version)
      : { op: 'addComment', args: { unit: 'nav', body: key } };
    journal.write(`sent ${key}`);
    for (let tries = 0; ; tries += 1) {
      if (store.isGone()) {
        starting ??= startAgain().finally(() => {
          starting = null;
        });
        await starting;
      }
      const told = await store.ask({ ask: 'command', who: `writer-${writer}`, key, body });
      if (told?.done !== undefined) {
        journal.write(`acknowledged ${key} ${told.done.revision}`);
        acknowledged += 1;
        answers.set(key, told.done.revision);
        if (text) versions.set(writer, told.done.rows[0]?.version ?? 0);
        if (tries > 0) sentAgain += 1;
        if (tries > 0 && found.has(key)) doneAlready += 1;
        return;
      }
      if (told?.refused !== undefined) {
        faults.push(`${key} was refused after ${tries} tries: ${told.refused.join()}`);
        return;
      }
      if (tries > 500) throw new Error(`${key} got no answer: ${told?.away ?? 'it ended'}`);
      await sleep(told === null ? 0 : 20);
    }
  };

  const check = async (before: number): Promise<void> => {
    const entries = await written(store, checkedTo);
    const seen = new Map<string, number>();
    for (const { key, revision } of entries) {
      if (seen.has(key)) faults.push(`${key} is in the audit twice: ${seen.get(key)} and ${revision}`);
      seen.set(key, revision);
      if (!answers.has(key)) faults.push(`${revision} is in the audit and was never answered: ${key}`);
    }
    for (const [key, revision] of answers)
      if (seen.get(key) !== revision)
        faults.push(`${key} was acknowledged as ${revision} and is at ${seen.get(key) ?? 'no revision'}`);
    if (entries.length !== acknowledged - before)
      faults.push(`${acknowledged - before} acknowledged, ${entries.length} in the audit`);
    const last = entries.at(-1);
    if (last !== undefined) [checkedTo, head] = [last.revision, `${last.revision}:${last.hash}`];
  };

  for (let round = 1; round <= rounds; round += 1) {
    // Each kind once in every six rounds.
    const kind = kinds[(round - 1) % kinds.length] ?? { target: 'both', moment: 'after' };
    const name = `${kind.target} ${kind.moment}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    answers = new Map();
    found.clear();
    const before = acknowledged;
    const quota = least + draw.whole(0, 8);
    const skip = draw.whole(0, 3);
    let armed: Promise<unknown> | null = null;
    const against = store;
    const fired = against.fired();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        while (against.fired() === fired) {
          await write(writer);
          if (acknowledged - before < quota || armed !== null) continue;
          fewest = Math.min(fewest, acknowledged - before);
          armed = against.ask({ ask: 'arm', failpoint: { ...kind, skip } });
          await armed;
        }
      }),
    );
    await check(before);
    if (round % 100 === 0 || round === rounds) {
      const verified = await store.ask({ ask: 'verify', heads: [head] });
      if ((verified?.findings ?? ['no answer']).length > 0)
        faults.push(`verify after round ${round}: ${verified?.findings?.join() ?? 'no answer'}`);
      tell(`${round} rounds: ${acknowledged} acknowledged, ${sentAgain} sent again, ${faults.length} faults`);
    }
  }
  await store.close();
  return {
    ...{ rounds, acknowledged, sentAgain, doneAlready, kinds: counts, secondRefused, faults },
    fewestBetweenKills: fewest,
  };
}

const written = async (store: StoreProcess, after: number) => {
  for (let tries = 0; tries < 500; tries += 1) {
    const told = await store.ask({ ask: 'written', after });
    if (told?.written !== undefined) return told.written;
    await sleep(20);
  }
  throw new Error('The audit could not be read.');
};
