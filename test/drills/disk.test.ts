import { apiProblemTexts } from '@samstyr/contract/texts/api-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { expect, it } from 'vitest';
import { diskDrill } from '../../drills/disk.ts';

it('a full disk is told in words, loses nothing acknowledged, and works again by itself when there is room', async () => {
  const said = tell(apiProblemTexts, 'nb', { code: 'api.full' });
  expect(said).toContain('Disken til databasen er full');
  const { notDone, acknowledged, refused, told, faults } = await diskDrill({
    mebibytes: 160,
    tell: () => {},
  });
  expect(faults).toEqual([]);
  if (notDone !== null) return console.log(notDone);
  expect(told).toBe(said);
  expect(refused).toBeGreaterThan(10);
  expect(acknowledged).toBeGreaterThan(refused);
});
