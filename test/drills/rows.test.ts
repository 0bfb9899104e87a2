import { expect, it } from 'vitest';
import { rowDrill } from '../../drills/rows.ts';

it('sixteen who write eight rows at once lose no accepted text, though more than three of ten come late', async () => {
  const { accepted, conflictPercent, versionsOf, faults } = await rowDrill({ seed: 20261123, writes: 80 });
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThanOrEqual(80);
  expect(versionsOf.size).toBe(8);
  expect(conflictPercent).toBeGreaterThanOrEqual(30);
});
