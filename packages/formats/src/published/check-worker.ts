import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '@samstyr/contract/texts/language';
import { checkBytes } from './check-bytes.ts';
import type { Progress } from './progress.ts';

/** What a check in a worker is given. */
export type CheckOrder = { readonly bytes: Uint8Array; readonly file: string; readonly language: Language };

export type WorkerMessage =
  | { readonly progress: Progress }
  | { readonly result: Awaited<ReturnType<typeof checkBytes>> };

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

/** Runs one check apart from the main thread, where memory and time can be limited; how far it is is posted as it goes, and the answer once. */
const { bytes, file, language } = workerData as CheckOrder;
post({ result: await checkBytes(bytes, file, language, (progress) => post({ progress })) });
