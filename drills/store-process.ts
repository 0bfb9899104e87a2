import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer } from '@samstyr/server/store/run-command';
import { root } from './served.ts';

/** Where a process of a drill is to be killed, and which. */
export type Failpoint = {
  /** In the middle of a transaction, or between its commit and the answer. */
  readonly moment: 'inside' | 'after';
  readonly target: 'server' | 'database' | 'both';
  /** How many commands pass it first. */
  readonly skip: number;
};

export type Asked =
  | { readonly ask: 'command'; readonly key: string; readonly who: string; readonly body: unknown }
  | { readonly ask: 'arm'; readonly failpoint: Failpoint }
  | { readonly ask: 'written'; readonly after: number }
  | { readonly ask: 'verify'; readonly heads: readonly string[] };

/** An entry of the audit: its revision and hash, and the key that stands in what was written. */
export type Written = { readonly revision: number; readonly hash: string; readonly key: string };

type Told = {
  readonly done?: Answer;
  readonly refused?: readonly string[];
  /** The database did not answer. */
  readonly away?: string;
  readonly written?: readonly Written[];
  readonly findings?: readonly string[];
  readonly head?: string;
};

/** A Samstyr in a process of its own (`store-child.ts`). */
export type StoreProcess = {
  /** Null when it ended before it answered. */
  readonly ask: (asked: Asked) => Promise<Told | null>;
  /** Null when it is ready; what it said when it would not start. */
  readonly refusal: readonly string[] | null;
  /** How many failpoints it has reached; its end is one. */
  readonly fired: () => number;
  readonly isGone: () => boolean;
  readonly close: () => Promise<void>;
};

/** The bundle of `store-child.ts`: beside this one, or made for a test that runs the sources. */
function childScript(): string {
  const beside = join(import.meta.dirname, 'store-child.js');
  if (existsSync(beside)) return beside;
  const folder = join(root, '.cache', `drill-child-${process.pid}`);
  if (!existsSync(folder))
    spawnSync(process.execPath, [join(root, 'scripts', 'build-drills.mjs'), folder], { stdio: 'inherit' });
  return join(folder, 'store-child.js');
}

export async function startStore(data: string): Promise<StoreProcess> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', childScript(), data, join(root, 'examples', 'vaernesregionen')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const waiting = new Map<number, (told: Told | null) => void>();
  let [number, fired, gone] = [0, 0, false];
  let refusal: readonly string[] | null = null;
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      gone = true;
      fired += 1;
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
      resolve();
    });
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as Told & {
        readonly id?: number;
        readonly ready?: boolean;
        readonly fired?: boolean;
      };
      if (told.fired === true) fired += 1;
      else if (told.id !== undefined) {
        waiting.get(told.id)?.(told);
        waiting.delete(told.id);
      } else {
        if (told.refused !== undefined) refusal = told.refused;
        resolve();
      }
    });
  });
  await Promise.race([ready, ended]);
  if (gone && refusal === null) refusal = ['It ended without a word.'];
  return {
    refusal,
    fired: () => fired,
    isGone: () => gone,
    ask: (asked) =>
      new Promise((resolve) => {
        if (gone) return resolve(null);
        number += 1;
        waiting.set(number, resolve);
        child.stdin.write(`${JSON.stringify({ id: number, ...asked })}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
