import { expect, it } from 'vitest';
import { soak } from '../../drills/soak.ts';

it('the server answers 160 mixed requests, sixteen at a time, and none of them with an error', async () => {
  const { requests, writes, errors } = await soak({
    ...{ seed: 20261123, requests: 160, sessions: 4, perSecond: null, together: 16 },
    tell: () => {},
  });
  expect(errors).toEqual([]);
  expect(requests).toBe(160);
  // It says something only when some of them wrote.
  expect(writes).toBeGreaterThan(5);
});
