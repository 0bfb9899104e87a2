import { parentPort, workerData } from 'node:worker_threads';
import { type PaperFormat, type PaperJob, preparePaper, writePaper } from './paper.ts';

/** Writes page formats apart from the main thread, one job after the other, for as long as somebody sends them. */
const { format } = workerData as { readonly format: PaperFormat };
const ready = preparePaper(format);
parentPort?.on('message', async (job: PaperJob) => {
  await ready;
  const result = await writePaper(job);
  parentPort?.postMessage(result);
});
