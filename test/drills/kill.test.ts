import { expect, it } from 'vitest';
import { killRounds } from '../../drills/kill.ts';

it('ten kills of the server and its database lose no acknowledged write and double none', async () => {
  const figures = await killRounds({ seed: 20261123, rounds: 10, tell: () => {} });
  expect(figures.faults).toEqual([]);
  expect(figures.kinds.size).toBe(6);
  expect(figures.acknowledged).toBeGreaterThanOrEqual(200);
  expect(figures.fewestBetweenKills).toBeGreaterThanOrEqual(20);
  // It says something only when some answers were lost on the way, and a second start was tried.
  expect(figures.doneAlready).toBeGreaterThan(0);
  expect(figures.secondRefused).toBeGreaterThan(0);
});
