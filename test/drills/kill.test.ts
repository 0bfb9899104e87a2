import { expect, it } from 'vitest';
import { killRounds } from '../../drills/kill.ts';

it('ten kills of the server and its database lose no acknowledged write and double none', async () => {
  const figures = await killRounds({ seed: 20261123, rounds: 10, tell: () => {} });
  expect(figures.faults).toEqual([]);
  expect(figures.kinds.size).toBe(6);
  expect(figures.acknowledged).toBeGreaterThanOrEqual(200);
  expect(figures.fewestBetweenKills).toBeGreaterThanOrEqual(20);
  // Ten rounds may draw no lost answer and no second start; the drill of a thousand counts both.
});
