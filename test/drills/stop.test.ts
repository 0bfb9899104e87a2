import { expect, it } from 'vitest';
import { stopDrill } from '../../drills/stop.ts';

it('a server that is told to stop answers who has asked, keeps what it acknowledged, and the next one finishes its jobs', async () => {
  const { acknowledged, open, answered, exitCode, jobs, faults } = await stopDrill({ writes: 30 });
  expect(faults).toEqual([]);
  expect(exitCode).toBe(0);
  expect(answered).toBe(open);
  // It says something only when some were waiting.
  expect(open).toBeGreaterThan(5);
  expect(acknowledged).toBeGreaterThan(30);
  expect(jobs.every((job) => job.includes('done'))).toBe(true);
});
