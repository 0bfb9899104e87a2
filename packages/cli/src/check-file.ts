import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckReport } from '@samstyr/contract/check-findings';
import { bokmalPublishedProblem, type PublishedProblem } from '@samstyr/contract/texts/published-problems';
import { fail, type Result } from '@samstyr/core/result/result';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { checkText } from './check-text.ts';

const limitSeconds = 30;
const limitMegabytes = 512;
const limitBytes = 20_000_000;

/**
 * Checks one published document. Exit code 1 when something is wrong or the file is refused; roundings alone are no fault. The work is
 * done in a worker with limits when the bundle holds one, else here (tests run the sources).
 */
export async function checkFile(
  path: string,
  { json }: { readonly json: boolean },
): Promise<{ text: string; json: unknown; exitCode: 0 | 1 }> {
  const result = await reportOn(path);
  if (!result.ok) {
    const sentences = result.problems.map(sentenceOf);
    return {
      text: sentences.join('\n'),
      json: {
        file: basename(path),
        problems: result.problems.map(({ code }, at) => ({ code, text: sentences[at] })),
      },
      exitCode: 1,
    };
  }
  const wrong = result.value.findings.some(({ severity }) => severity !== 'info');
  return { text: json ? '' : checkText(result.value), json: result.value, exitCode: wrong ? 1 : 0 };
}

function sentenceOf(problem: PublishedProblem): string {
  const text = bokmalPublishedProblem[problem.code] as (problem: PublishedProblem) => string;
  return text(problem);
}

async function reportOn(path: string): Promise<Result<CheckReport, PublishedProblem>> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return fail({ code: 'published.noSuchFile', path });
  if (found.size > limitBytes)
    return fail({ code: 'published.tooLarge', bytes: found.size, limit: limitBytes });
  const bytes = await readFile(path);
  const worker = fileURLToPath(new URL('./check-worker.js', import.meta.url));
  return existsSync(worker) ? inWorker(worker, bytes, basename(path)) : checkBytes(bytes, basename(path));
}

function inWorker(
  entry: string,
  bytes: Uint8Array,
  file: string,
): Promise<Result<CheckReport, PublishedProblem>> {
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: { bytes, file },
      resourceLimits: { maxOldGenerationSizeMb: limitMegabytes },
    });
    const stop = (): void => {
      void worker.terminate();
      resolve(fail({ code: 'published.tooSlow', seconds: limitSeconds }));
    };
    const timer = setTimeout(stop, limitSeconds * 1000);
    worker.once('message', (result: Result<CheckReport, PublishedProblem>) => {
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
