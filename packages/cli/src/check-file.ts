import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Language } from '@samstyr/contract/texts/language';
import { type PublishedProblem, publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { fail, type Result } from '@samstyr/core/result/result';
import { type Checked, checkBytes } from '@samstyr/formats/published/check-bytes';
import type { CheckOrder } from '@samstyr/formats/published/check-worker';

const limitSeconds = 30;
const limitMegabytes = 512;
const limitBytes = 20_000_000;

/** What cannot be read, as JSON and as the sentences of it. */
export function refusal(path: string, problems: readonly PublishedProblem[], language: Language) {
  const sentences = problems.map((problem) => tell(publishedProblemTexts, language, problem));
  return {
    text: sentences.join('\n'),
    json: { file: basename(path), problems: problems.map(({ code }, at) => ({ code, text: sentences[at] })) },
  };
}

/**
 * Checks one published document. The work is done in a worker with limits when the bundle holds one, else here (tests run the sources).
 */
export async function checkFile(
  path: string,
  language: Language,
): Promise<Result<Checked, PublishedProblem>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return fail({ code: 'published.noSuchFile', path });
  if (found.size > limitBytes)
    return fail({ code: 'published.tooLarge', bytes: found.size, limit: limitBytes });
  const order = { bytes: await readFile(path), file: basename(path), language };
  const worker = fileURLToPath(new URL('./check-worker.js', import.meta.url));
  return existsSync(worker) ? inWorker(worker, order) : checkBytes(order.bytes, order.file, language);
}

function inWorker(entry: string, order: CheckOrder): Promise<Result<Checked, PublishedProblem>> {
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: limitMegabytes },
    });
    const stop = (): void => {
      void worker.terminate();
      resolve(fail({ code: 'published.tooSlow', seconds: limitSeconds }));
    };
    const timer = setTimeout(stop, limitSeconds * 1000);
    worker.once('message', (result: Result<Checked, PublishedProblem>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    });
    worker.once('error', () => {
      clearTimeout(timer);
      stop();
    });
  });
}
