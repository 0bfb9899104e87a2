import { expect, it } from 'vitest';
import { backupDrill } from '../../drills/backups.ts';

it('backups taken while four write are each one moment, and 28 damaged ones are refused before the database is asked for anything', async () => {
  const { faults, connections, told, kinds, meanwhile } = await backupDrill({
    ...{ seed: 20261123, damaged: 28, taken: 2 },
  });
  expect(faults).toEqual([]);
  expect(connections).toBe(0);
  expect(kinds.size).toBe(7);
  expect([...told.keys()].every((code) => /^backup\.(?:damaged|cut|notABackup)$/.test(code))).toBe(true);
  expect(meanwhile).toBeGreaterThan(8);
});
