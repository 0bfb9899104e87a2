import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest begin first, so that none of them runs alone at the end. */
const long = [
  'test/http/fuzz',
  'test/web/flows',
  'test/web/year-flow',
  'test/drills/',
  'test/http/access',
  'test/documents/same-cells',
  'test/documents/page',
  'test/web/pages',
  'test/laws/',
  'test/cli',
  'test/published/own-documents',
  'test/word-cli',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((name) => moduleId.includes(name));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 300_000,
    // Nothing here keeps state in a module: a worker reads what many files import once.
    isolate: false,
    // One more than the two cores of the machine CI has: tests of servers and browsers wait half of their time.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
  },
});
