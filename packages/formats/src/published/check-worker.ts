import { parentPort, workerData } from 'node:worker_threads';
import type { Language } from '@samstyr/contract/texts/language';
import { checkBytes } from './check-bytes.ts';

/** What a check in a worker is given. */
export type CheckOrder = { readonly bytes: Uint8Array; readonly file: string; readonly language: Language };

/** Runs one check apart from the main thread, where memory and time can be limited; the answer is posted once. */
const { bytes, file, language } = workerData as CheckOrder;
parentPort?.postMessage(await checkBytes(bytes, file, language));
