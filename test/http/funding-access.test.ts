import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let own: string;
beforeAll(async () => {
  server = await testServer();
  own = await server.cooperation('vaernesregionen');
});
afterAll(() => server.close());

type Tables = {
  readonly withheld: readonly string[];
  readonly tables: { readonly [table: string]: readonly { readonly row: object }[] };
};
it('a grant officer reads who pays of what by which key, and is not told what else there is', async () => {
  const as = await server.actor(own, 'grantOfficer');
  const { status, body } = await server.ask('/cooperations/vaernesregionen/tables', { as });
  expect(status).toBe(200);
  const { tables, withheld } = body as Tables;
  const rows = Object.entries(tables).filter(([, { length }]) => length > 0);
  expect(rows.map(([table]) => table).sort()).toEqual(
    ['cooperation', 'key', 'party', 'register', 'service', 'unit', 'unitGroup', 'version'].sort(),
  );
  expect(tables['key']).toEqual([
    { version: 1, row: expect.objectContaining({ id: 'vann/2025-01-01', service: 'vann' }) },
  ]);
  // What is agreed with the state is all the money there is in it.
  const { key: keys, cooperation, ...names } = tables;
  expect(JSON.stringify(keys)).toContain('400000');
  expect(cooperation).toHaveLength(1);
  expect(JSON.stringify(names)).not.toMatch(/Ore"/);
  expect(withheld).toEqual([]);
});
