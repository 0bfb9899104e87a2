import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckReport } from '@samstyr/contract/check-findings';
import type { PublishedProblem } from '@samstyr/contract/texts/published-problems';
import { fail, type Result } from '@samstyr/core/result/result';
import { checkBytes } from '@samstyr/formats/published/check-bytes';

const limitSeconds = 30;
const limitMegabytes = 512;

/** Checks a document somebody has sent in a thread with limits of time and memory; without the bundle (tests), here. */
export function checkApart(bytes: Uint8Array, file: string): Promise<Result<CheckReport, PublishedProblem>> {
  const entry = fileURLToPath(new URL('./check-worker.js', import.meta.url));
  if (!existsSync(entry)) return Promise.resolve(checkBytes(bytes, file));
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: { bytes, file },
      resourceLimits: { maxOldGenerationSizeMb: limitMegabytes },
    });
    const finish = (result: Result<CheckReport, PublishedProblem>): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(
      () => finish(fail({ code: 'published.tooSlow', seconds: limitSeconds })),
      limitSeconds * 1000,
    );
    worker.once('message', finish);
    worker.once('error', () => finish(fail({ code: 'published.tooSlow', seconds: limitSeconds })));
  });
}
