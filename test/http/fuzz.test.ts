import { openApi } from '@samstyr/contract/api/openapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { howMany } from '../laws/how-many.ts';
import { fuzz, seldom } from './fuzz.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const requests = howMany(800);
const seed = Number.parseInt(process.env['SAMSTYR_SEED'] ?? '20250105', 10);

it(`answers ${requests} right, spoiled and made-up requests as it says it does, and never with a fault of its own`, async () => {
  const { asked, wrong, routes } = await fuzz(server, { requests, seed });
  expect(wrong).toEqual([]);
  expect(asked).toBe(requests);
  // Six in ten are right. A route is asked ten times or so, so chance alone leaves one of eighty routes with three.
  const few = [...routes].filter(
    ([name, { asked: all, accepted }]) => seldom[name] === undefined && accepted < 0.2 * all,
  );
  expect(few).toEqual([]);
}, 7_200_000);

it('no answer has a schema that lets through what it does not name', () => {
  const open: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, additionalProperties } = value as {
      type?: unknown;
      additionalProperties?: object | boolean;
    };
    const isClosed =
      additionalProperties === false ||
      (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0);
    if (type === 'object' && !isClosed) open.push(path);
    for (const [key, inside] of Object.entries(value)) visit(inside, `${path}/${key}`);
  };
  const { paths, components } = openApi() as { paths: unknown; components: { schemas: unknown } };
  visit(paths, '');
  visit(components.schemas, '');
  expect(open).toEqual([]);
});
