// The tests that mutants must get past: core's own beside the code, and a part of the laws. `@samstyr/core` is the sandbox's, whose
// code is mutated; the link in node_modules leads to the code as it is.
import { join } from 'node:path';

const core = join(process.cwd(), 'packages/core/src');

export default {
  resolve: { alias: [{ find: /^@samstyr\/core\/(.*)$/, replacement: `${core}/$1.ts` }] },
  test: {
    include: [
      'packages/core/src/{key,register,allocation}/**/*.test.ts',
      'test/laws/{rounding,year}.laws.test.ts',
    ],
    env: { SAMSTYR_CASES: '0.1%' },
    testTimeout: 20_000,
    silent: true,
  },
};
