import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '@samstyr/core/result/result';
import type { Rendered } from '@samstyr/documents/publish/render-all';
import { WrongUse } from '../arguments.ts';
import type { BuildWish } from './prepare.ts';

/** What the process says to the one that shows progress and writes files. */
export type Said =
  | { readonly said: 'step'; readonly what: string }
  | { readonly said: 'done'; readonly result: Result<Rendered, string> }
  | { readonly said: 'wrongUse'; readonly sentence: string };

/** Of what is short-lived: a small space is swept often, and is as fast. */
const youngMegabytes = 4;

/**
 * Everything but the PDF, in a process that has ended when the answer comes: five formats in one held 660 MB, one after the other they hold
 * less than 400, and only a process gives everything back. Where there is no bundle (tests run the sources) the work is done here.
 */
export async function prepareApart(
  wish: BuildWish,
  shown: (what: string) => void,
): Promise<Result<Rendered, string>> {
  const entry = fileURLToPath(new URL('./build-child.js', import.meta.url));
  if (!existsSync(entry)) return (await import('./prepare.ts')).prepare(wish, shown);
  const child = fork(entry, [JSON.stringify(wish)], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, `--max-semi-space-size=${youngMegabytes}`],
    // What its threads give back to one store the others can use.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
  });
  return new Promise((resolve, reject) => {
    let last: Said | null = null;
    child.on('message', (said: Said) => {
      if (said.said === 'step') shown(said.what);
      else last = said;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (last?.said === 'done') resolve(last.result);
      else if (last?.said === 'wrongUse') reject(new WrongUse(last.sentence));
      else reject(new Error(`The process that makes the documents ended with ${signal ?? code}`));
    });
  });
}
