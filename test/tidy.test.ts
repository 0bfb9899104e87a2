import { describe, expect, test } from 'vitest';
import { coreAreas, wrongArrows } from './tidy/arrows.ts';
import { bannedWords, bans } from './tidy/banned-words.ts';
import { codesWithoutTexts } from './tidy/problem-texts.ts';
import { type Files, type Finding, projectFiles } from './tidy/source-files.ts';
import { brokenCitations, specRules } from './tidy/spec-links.ts';

const project = projectFiles();
const told = (findings: readonly Finding[]): string =>
  findings.map(({ file, line, sentence }) => `${file}:${line}: ${sentence}`).join('\n');
const sentences = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ sentence }) => sentence);
const only = (file: string, text: string): Files => new Map([[file, text]]);

describe('the project', () => {
  test('packages and areas import what they rest on, and nothing else', () => {
    expect(told(wrongArrows(project))).toBe('');
  });

  test('no banned words, no long files, no paths of one machine', () => {
    expect(told(bannedWords(project))).toBe('');
  });

  test('every rule that code cites is in docs/spec, and every rule there names files that exist', () => {
    expect(told(brokenCitations(project))).toBe('');
    expect(specRules(project).rules.length).toBeGreaterThan(130);
  });

  test('every code a person can be told has its sentence', () => {
    expect(told(codesWithoutTexts(project))).toBe('');
  });

  test('has been read: the walk finds the code', () => {
    expect(project.has('packages/core/src/money/ore.ts')).toBe(true);
    expect(
      [...project.keys()].filter((file) => file.startsWith('packages/core/src/')).length,
    ).toBeGreaterThan(60);
  });
});

describe('a planted fault is found', () => {
  test.each([
    [
      'packages/core/src/money/ore.ts',
      "import { a } from '../budget/view.ts';",
      'core/money may import: nothing',
    ],
    [
      'packages/core/src/key/divide.ts',
      "import type { A } from '../budget/view.ts';",
      'core/key imports core/budget',
    ],
    ['packages/core/src/budget/cost.ts', "import { readFileSync } from 'node:fs';", 'core may not see Node'],
    ['packages/core/src/budget/cost.ts', "import * as z from 'zod';", 'core has no dependencies'],
    [
      'packages/core/src/weather/rain.ts',
      "import { ore } from '../money/ore.ts';",
      'core/weather is not in the table',
    ],
    [
      'packages/contract/src/edits.ts',
      "import { a } from '@samstyr/formats/yaml/read-yaml';",
      'contract may import: core',
    ],
    [
      'packages/formats/src/folder/a.ts',
      "import { a } from '../../../core/src/money/ore.ts';",
      'leaves the package',
    ],
    [
      'packages/web/src/app.ts',
      "const a = await import('@samstyr/server/http');",
      'web imports @samstyr/server/http',
    ],
  ])('an arrow in %s, %#', (file, text, expected) => {
    expect(sentences(wrongArrows(only(file, text))).join()).toContain(expected);
  });

  test('an arrow that is right, or stands in a comment, is let through', () => {
    const text = "import { ore } from '../money/ore.ts';\n// import { a } from '../scenario/edit.ts';";
    expect(wrongArrows(only('packages/core/src/budget/cost.ts', text))).toEqual([]);
  });

  test.each([
    ['packages/core/src/budget/cost.ts', 'const now = Date.now();'],
    ['packages/core/src/budget/cost.ts', 'const now = new Date();'],
    ['packages/core/src/budget/cost.ts', 'const any = Math.random();'],
    ['packages/documents/src/a.ts', 'const shown = value.toFixed(2);'],
    ['packages/formats/src/a.ts', 'const value = parseFloat(text);'],
    ['packages/contract/src/a.ts', 'const kr = Number(row.amountOre) / 100;'],
    ['packages/core/src/a/a.ts', 'const kr = Number(absolute(totalOre));'],
    ['packages/core/src/a/a.test.ts', "test.only('one', () => {});"],
    ['packages/formats/src/a.ts', 'console.log(text);'],
    ['packages/web/src/a.ts', 'export default function page() {}'],
    ['packages/core/src/a/long.ts', 'const a = 1;\n'.repeat(451)],
    ['docs/a.md', 'Se /home/kari/samstyr.'],
    ['package.json', '"registry": "https://registry.example.org"'],
  ])('a banned word in %s, %#', (file, text) => {
    expect(bannedWords(only(file, text))).toHaveLength(1);
  });

  test('what only looks like one is let through', () => {
    const text = [
      '// Date.now() is not used here.',
      'const year = Number(date.slice(0, 4));',
      'const name = partyNumber(index, party, year);',
      'const link = "https://example.org/home/page";',
    ].join('\n');
    expect(told(bannedWords(only('packages/core/src/budget/cost.ts', text)))).toBe('');
  });

  test('a rule nobody has written, a link to nothing, and a number used twice', () => {
    const spec = (row: string): Files =>
      new Map([
        ['docs/spec/budget.md', row],
        ['packages/core/src/budget/cost.ts', '/** The cost. (S-BUD-01–02) */'],
      ]);
    const rule = (id: string, link: string): string => `| **${id}** | Innhold. | ${link} |`;
    const code = '[cost.ts](../../packages/core/src/budget/cost.ts)';
    expect(sentences(brokenCitations(spec(rule('S-BUD-01', code))))).toEqual([
      'S-BUD-01–02: S-BUD-02 is not in docs/spec',
    ]);
    expect(brokenCitations(spec(`${rule('S-BUD-01', code)}\n${rule('S-BUD-02', 'samme')}`))).toEqual([]);
    expect(sentences(brokenCitations(spec(`${rule('S-BUD-01', '')}\n${rule('S-BUD-02', code)}`)))).toEqual([
      'S-BUD-01 names no file; link the code and the test that hold it',
    ]);
    const gone = '[gone.ts](../../packages/core/src/budget/gone.ts)';
    expect(sentences(brokenCitations(spec(`${rule('S-BUD-01', gone)}\n${rule('S-BUD-01', code)}`)))).toEqual([
      'S-BUD-01 is defined twice; a number is never used again',
      'packages/core/src/budget/gone.ts does not exist',
      'S-BUD-01–02: S-BUD-02 is not in docs/spec',
    ]);
    const items = `- **S-BUD-01 Kostnad.** Innhold.\n  Kode: ${code}.\n- **S-BUD-02** Mer.`;
    expect(brokenCitations(spec(items))).toEqual([]);
  });

  test('a problem without a sentence', () => {
    const files = new Map([
      ['packages/core/src/budget/problems.ts', "type P = { readonly code: 'budget.a' | 'budget.b' };"],
      ['packages/contract/src/texts/budget-problems.ts', "const t = {\n  'budget.a': {},\n};"],
    ]);
    expect(sentences(codesWithoutTexts(files))).toEqual([
      'budget.b has no sentence; add it to packages/contract/src/texts',
    ]);
  });
});

test('every ban says why and what to write instead', () => {
  for (const { why, instead } of bans) expect([why.length > 20, instead.length > 10]).toEqual([true, true]);
  expect(Object.keys(coreAreas)).toContain('core/budget');
});
