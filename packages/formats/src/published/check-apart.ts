import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PublishedProblem } from '@samstyr/contract/texts/published-problems';
import { fail, type Result } from '@samstyr/core/result/result';
import type { Checked } from './check-bytes.ts';
import type { CheckOrder, WorkerMessage } from './check-worker.ts';
import type { TellProgress } from './progress.ts';

const limitSeconds = 30;
const limitMegabytes = 512;

/**
 * Checks a document somebody has sent in a thread with limits of time and memory. Where there is no bundle with a worker in it (tests run
 * the sources) the work is done here. `stop` ends the thread and what it was at; `tell` hears how far it is.
 */
export async function checkApart(
  order: CheckOrder,
  stop: AbortSignal | null = null,
  tell: TellProgress = () => {},
): Promise<Result<Checked, PublishedProblem>> {
  const entry = fileURLToPath(new URL('./check-worker.js', import.meta.url));
  if (!existsSync(entry)) {
    const { checkBytes } = await import('./check-bytes.ts');
    return checkBytes(order.bytes, order.file, order.language, tell);
  }
  return new Promise((resolve) => {
    const worker = new Worker(entry, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: limitMegabytes },
    });
    const finish = (result: Result<Checked, PublishedProblem>): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', stopped);
      void worker.terminate();
      resolve(result);
    };
    const tooSlow = (): void => finish(fail({ code: 'published.tooSlow', seconds: limitSeconds }));
    const stopped = (): void => finish(fail({ code: 'published.stopped' }));
    stop?.addEventListener('abort', stopped, { once: true });
    const timer = setTimeout(tooSlow, limitSeconds * 1000);
    worker.on('message', (message: WorkerMessage) => {
      if ('result' in message) finish(message.result);
      else tell(message.progress);
    });
    worker.once('error', tooSlow);
  });
}
