import { parentPort, workerData } from 'node:worker_threads';
import { checkBytes } from './check-bytes.ts';

/** Runs one check apart from the main thread, where memory and time can be limited; the answer is posted once. */
const { bytes, file } = workerData as { readonly bytes: Uint8Array; readonly file: string };
parentPort?.postMessage(checkBytes(bytes, file));
