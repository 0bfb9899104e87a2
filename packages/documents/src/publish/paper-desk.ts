import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { tell } from '@samstyr/contract/texts/tell';
import { fail, type Result } from '@samstyr/core/result/result';
import {
  type PaperFiles,
  type PaperFormat,
  type PaperJob,
  type PaperProblem,
  paperProblemTexts,
  sendable,
  writePaper,
} from './paper.ts';

/** Of the thread's own heap; Typst's memory is outside it. */
const limitMegabytes = 512;
/** Of what is short-lived in it: Word makes much of that, and a larger space is swept less. */
const youngMegabytes = 32;

type Written = Result<PaperFiles, string>;

/** Where one page format is written, again and again; `close` ends its thread, and with it what was under way. */
export type PaperDesk = {
  readonly write: (job: Omit<PaperJob, 'format'>) => Promise<Written>;
  readonly close: () => void;
};

const refused = (problem: PaperProblem): Written => fail(tell(paperProblemTexts, 'nb', problem));

/** The file a desk's thread runs: the bundle has it beside itself. Null where the sources run, and the work is done where it is called. */
export function paperEntry(): string | null {
  const file = fileURLToPath(new URL('./paper-worker.js', import.meta.url));
  return existsSync(file) ? file : null;
}

/**
 * A desk for one page format. With an `entry` (the bundled paper-worker) the work is done in a thread of its own, with a limit on memory,
 * and loads while the caller still computes; without, it is done where it is called. One job at a time.
 */
export function openPaperDesk(
  format: PaperFormat,
  entry: string | null,
  megabytes: number = limitMegabytes,
): PaperDesk {
  if (entry === null) return { write: (job) => writePaper({ ...job, format }), close: () => undefined };
  const worker = new Worker(entry, {
    workerData: { format },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  let ended: PaperProblem | null = null;
  let answer: ((written: Written) => void) | null = null;
  const settle = (written: Written): void => {
    answer?.(written);
    answer = null;
  };
  const end = (problem: PaperProblem): void => {
    ended ??= problem;
    settle(refused(ended));
  };
  worker.on('message', settle);
  worker.on('error', (error: Error & { readonly code?: string }) =>
    end(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? { code: 'paper.tooMuchMemory', megabytes }
        : { code: 'paper.failed', message: error.message },
    ),
  );
  worker.on('exit', () => end({ code: 'paper.stopped' }));
  return {
    write: (job) =>
      new Promise((resolve) => {
        if (ended !== null) {
          resolve(refused(ended));
          return;
        }
        answer = resolve;
        worker.postMessage({ ...job, tree: sendable(job.tree), format });
      }),
    close: () => {
      end({ code: 'paper.stopped' });
      void worker.terminate();
    },
  };
}
