import { WrongUse } from '../arguments.ts';
import type { Said } from './apart.ts';
import { type BuildWish, prepare } from './prepare.ts';

/** Makes the documents of a folder, says how it goes, and ends when it has said so or nobody listens any more. */
process.on('disconnect', () => process.exit());
const say = (said: Said): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(said, () => resolve());
  });
const last = async (): Promise<Said> => {
  try {
    const wish = JSON.parse(process.argv[2] ?? '') as BuildWish;
    return { said: 'done', result: await prepare(wish, (what) => void say({ said: 'step', what })) };
  } catch (error) {
    if (error instanceof WrongUse) return { said: 'wrongUse', sentence: error.message };
    throw error;
  }
};
await say(await last());
process.exit();
