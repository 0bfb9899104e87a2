import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblemTexts } from '@samstyr/contract/texts/folder-problems';
import type { Language } from '@samstyr/contract/texts/language';
import { modelProblemTexts } from '@samstyr/contract/texts/model-problems';
import { fileProblemCode, fileProblemSentence } from '@samstyr/contract/texts/problem-sentence';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { writeFolder } from '@samstyr/formats/folder/write-folder';
import { describe, expect, test } from 'vitest';
import { smallFiles, smallFolder } from './small-folder.ts';

type Edits = Parameters<typeof smallFiles>[0];

/** `code file:line [what stands at the column] sentence` of everything that is wrong. */
function problems(edits: Edits, language: Language = 'nb'): readonly string[] {
  const files = smallFiles(edits);
  const read = readFolder(files);
  if (read.ok) return [];
  return read.problems.map((problem) => {
    const { file, line, column } = problem.place;
    const text = new TextDecoder().decode(files.get(file)).split('\n')[line - 1] ?? '';
    const there = /^[^,}\n]*/.exec(text.slice(column - 1))?.[0].trim() ?? '';
    return `${fileProblemCode(problem)} ${file}:${line} [${there}] ${fileProblemSentence(problem, language)}`;
  });
}

const unit = 'units/legevakt/unit.yaml';
const lines = 'units/legevakt/lines.csv';

test('the folder itself is whole and canonical', () => {
  const read = readFolder(smallFiles());
  expect(problems({})).toEqual([]);
  if (read.ok) expect(Object.fromEntries(writeFolder(read.value))).toEqual(smallFolder);
});

const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
  ['a key of 99,9 %', { [unit]: ['share: 17/20', 'share: 84.9%'] }, ['key.sharesSum']],
  ['a share below 0', { [unit]: ['share: 3/20', 'share: -3/20'] }, ['key.negative']],
  [
    'overlapping validity',
    {
      [unit]: [
        'keys:\n',
        'keys:\n  - id: ny\n    service: legevakt\n    from: 2025-01-01\n    key: equal\n    basis: assumed\n',
      ],
    },
    ['key.overlap'],
  ],
  ['an unknown number', { [unit]: ['party: tydal', 'party: 9999'] }, ['cell.unknownNumber']],
  ['an unknown party', { [unit]: ['party: tydal', 'party: tydalen'] }, ['reference.missing']],
  ['0301 read as a number in the list of parties', { 'parties.csv': ['0301', '301'] }, ['cell.digits']],
  [
    '0301 read as a number where a party is named',
    { [unit]: ['party: oslo', 'party: 301'] },
    ['cell.unknownNumber'],
  ],
  ['art 010 read as a number', { [lines]: ['241,010', '241,10'] }, ['cell.digits']],
  ['a day that does not exist', { 'versions.csv': ['2024-12-15', '29.02.2027'] }, ['cell.day']],
  ['a day in another century', { 'versions.csv': ['2024-12-15', '2206-01-01'] }, ['cell.day']],
  ['a member twice', { [unit]: ['party: selbu', 'party: oslo'] }, ['participation.overlap']],
  [
    'a service that continues itself through another',
    {
      'units/nav/unit.yaml': [
        '    name: Lønn og drift\n  - id: nav/kvp\n    name: Kvalifiseringsprogrammet\n',
        '    name: Lønn og drift\n    continues: nav/kvp\n  - id: nav/kvp\n    name: Kvalifiseringsprogrammet\n    continues: nav/drift\n',
      ],
    },
    ['cycle'],
  ],
  [
    'a version built on itself',
    { 'versions.csv': ['2024,adopted,,', '2024,adopted,2025.recommended,'] },
    ['cycle'],
  ],
  [
    'a technical move in a circle',
    {
      'units/nav/changes.csv': `format: 1
version,service,kind,amount,counterpart,status
2025.recommended,nav/drift,technical,1000.00,nav/kvp,accepted
2025.recommended,nav/kvp,technical,1000.00,nav/drift,accepted
`,
    },
    ['cycle'],
  ],
  ['a negative weight', { 'registers/population.csv': [',,773,', ',,-773,'] }, ['register.negative']],
  ['a line in 1 000 kr among lines in kroner', { [lines]: ['900000.00', '900.00'] }, ['amount.outlier']],
  [
    'an adopted part 1 000 times the others',
    { 'units/legevakt/adopted.csv': ['800000.00', '8000000000.00'] },
    ['amount.outlier'],
  ],
  [
    'a whole service in 1 000 kr beside last year in kroner',
    { [lines]: smallFolder[lines]?.replaceAll('000.00', '.00') ?? '' },
    ['amount.outlier'],
  ],
  ['an amount with its unit in the cell', { [lines]: ['900000.00', '900 tkr'] }, ['cell.thousands']],
  ['an amount that can be read in two ways', { [lines]: ['900000.00', '1.234'] }, ['cell.amount']],
  [
    'wage growth and deflator on one base',
    {
      'units/legevakt/growth.csv': [
        '4.6,2025-05-01,12000000.00,,,\n',
        '4.6,2025-05-01,12000000.00,,,\n,2025.recommended,legevakt,deflator,4.1,2025-01-01,12000000.00,,,\n',
      ],
    },
    ['growth.sameBase'],
  ],
  [
    'a total beside lines that are shared',
    {
      'units/legevakt/totals.csv':
        'format: 1\nversion,service,amount,basis\n2025.recommended,legevakt,14400000.00,published\n',
    },
    ['total.andLines'],
  ],
  [
    'an adopted part of a recommended version',
    { 'units/legevakt/adopted.csv': ['tydal,2024.adopted', 'tydal,2025.recommended'] },
    ['adopted.notAdopted'],
  ],
  ['an unknown column', { [lines]: ['ansvar', 'ansvaret'] }, ['column.unknown']],
  ['an unknown field', { [unit]: ['host: oslo', 'vert: oslo'] }, ['column.unknown']],
  [
    'a missing column, said once',
    {
      [lines]: smallFolder[lines]?.replaceAll(/^([^,\n]*,[^,]*,[^,]*),(?:distribution|shared)/gm, '$1') ?? '',
    },
    ['column.missing'],
  ],
  ['an unknown file in a unit', { 'units/legevakt/linjer.csv': 'format: 1\n' }, ['file.unknown']],
  [
    'a register nobody has named',
    { 'registers/piper.csv': 'format: 1\nparty,date,value,basis\noslo,2024-01-01,5,assumed\n' },
    ['row.unknownRegister'],
  ],
  [
    'a row in the wrong unit',
    { [lines]: ['recommended,legevakt,shared', 'recommended,nav/drift,shared'] },
    ['row.otherUnit'],
  ],
  ['a file without its format', { 'parties.csv': ['format: 1\n', ''] }, ['file.noFormat']],
  ['a file of a later format', { 'parties.csv': ['format: 1\n', 'format: 2\n'] }, ['file.otherFormat']],
  [
    'a unit without its own file',
    { 'units/nav/unit.yaml': null, 'units/nav/2025.nb.md': 'format: 1\n' },
    ['file.missing'],
  ],
  ['anchors and aliases', { [unit]: ['host: oslo', 'host: &vert oslo'] }, ['yaml.anchor']],
  ['a tag', { [unit]: ['host: oslo', 'host: !!str oslo'] }, ['yaml.tag']],
  ['a field twice', { [unit]: ['host: oslo', 'host: oslo\nhost: selbu'] }, ['yaml.twice']],
  ['a name with capitals and æøå', { 'parties.csv': ['selbu,selbu', 'selbu,Selbu Øst'] }, ['cell.slug']],
  ['an id twice', { 'parties.csv': ['tydal,tydal', 'selbu,tydal'] }, ['id.twice']],
  [
    'a number of two parties, and two names at a time',
    {
      'parties.csv': [
        'tydal,tydal,municipality,Tydal,5033,,,,yes,\n',
        'tydal,tydal,municipality,Tydal,5032,,,,yes,\nny,tydal,municipality,Nye Tydal,,,2025-01-01,,yes,\n',
      ],
    },
    ['party.numberTwice', 'party.overlap'],
  ],
  [
    'two looks for one municipality, a colour nobody can read, and a coat of arms that runs something',
    {
      'cooperation.yaml': [
        'registers:',
        'appearances:\n  - id: selbu\n    party: selbu\n    colour: "#E8A33D"\n    arms: arms/selbu.svg\n  - id: selbu-2\n    party: selbu\nregisters:',
      ],
      'arms/selbu.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path onclick="alert(1)"/></svg>',
    },
    ['asset.picture', 'colour.contrast', 'appearance.twice'],
  ],
  [
    'a service named after another unit',
    { 'units/nav/unit.yaml': ['id: nav/kvp', 'id: kvp/nav'] },
    ['service.otherUnit'],
  ],
  [
    'a period that ends before it begins',
    { [unit]: ['party: tydal }', 'party: tydal, from: 2025-07-01, until: 2025-01-01 }'] },
    ['period.reversed'],
  ],
  [
    'a register value twice',
    { 'registers/population.csv': ['tydal,2024-01-01,,773', 'selbu,2024-01-01,,773'] },
    ['register.twice'],
  ],
  [
    'a negative count',
    {
      'units/nav/volumes.csv':
        'format: 1\nversion,service,party,measure,count\n2025.recommended,nav/kvp,oslo,plass,-2\n',
    },
    ['volume.negative'],
  ],
  [
    'two totals of a service',
    {
      'units/nav/totals.csv':
        'format: 1\nversion,service,amount,basis\n2025.recommended,nav/kvp,1000.00,published\n2025.recommended,nav/kvp,2000.00,published\n',
    },
    ['total.twice'],
  ],
  [
    'two adopted parts of a party',
    { 'units/legevakt/adopted.csv': ['legevakt,tydal,700000.00', 'legevakt,selbu,700000.00'] },
    ['adopted.twice'],
  ],
  [
    'a direct line that names nobody, and a shared one that does',
    {
      [lines]: (smallFolder[lines] ?? '')
        .replace('shared,,12', 'shared,oslo,12')
        .replace('shared,,15', 'direct,,15'),
    },
    ['line.partyShared', 'line.noParty'],
  ],
  [
    'what can be avoided, said twice and as more than everything',
    {
      [unit]: `${smallFolder[unit]}avoidable:\n  - { service: legevakt, share: 1/2, amount: 10.00, from: 2025-01-01 }\n  - { service: legevakt, party: oslo, share: 3/2, from: 2025-01-01 }\n`,
    },
    ['avoidable.notOne', 'avoidable.share'],
  ],
  [
    'rounding to nothing',
    { 'cooperation.yaml': ['roundingUnit: 1.00', 'roundingUnit: 0.00'] },
    ['rounding.unit'],
  ],
  ['a value that must be there', { 'parties.csv': ['municipality,Selbu', 'municipality,'] }, ['cell.empty']],
  [
    'values of the wrong kind',
    {
      'cooperation.yaml': ['name: Fjordregionen', 'name: Fjordregionen\naccent: blue'],
      'versions.csv': ['2025,recommended,', '25,innstilt,'],
      'units/nav/unit.yaml': ['order: 2', 'order: to'],
      'registers/population.csv': ['773', '1e3'],
      'parties.csv': ['5033,,,,yes', '5033,,,,kanskje'],
      [unit]: `${smallFolder[unit]}avoidable:\n  - { service: legevakt, share: alt, from: 2025-01-01 }\n`,
    },
    ['cell.colour', 'cell.flag', 'cell.number', 'cell.share', 'cell.integer', 'cell.year', 'cell.choice'],
  ],
  ['a cooperation that is not there', { 'cooperation.yaml': null }, ['file.missing']],
];

describe('bad input is refused:', () => {
  test.each(cases)('%s', (_, edits, codes) => {
    expect(problems(edits).map((line) => line.split(' ')[0])).toEqual(codes);
  });
});

test.each(['nb', 'nn', 'en'] as const)(
  'the place and sentence of each bad input, in %s',
  async (language) => {
    const text = cases
      .map(([name, edits]) => `# ${name}\n${problems(edits, language).join('\n')}\n`)
      .join('\n');
    await expect(text).toMatchFileSnapshot(`golden/folder-problems.${language}.txt`);
  },
);

test('an outlier that is confirmed by its note is taken', () => {
  expect(
    problems({ [lines]: ['900000.00,Husleie,241,190,,,', '900.00,Husleie,241,190,,,Bekreftet av utleier'] }),
  ).toEqual([]);
  expect(
    problems({ [lines]: ['900000.00,Husleie,241,190,,,', '900.00,Husleie,241,190,,,Ikke bekreftet'] }),
  ).toHaveLength(1);
});

test('a key that awaits its case, or became known later, may overlap the one in force', () => {
  const withKey = (extra: string): Edits => ({
    [unit]: `${smallFolder[unit]}  - id: ny\n    service: legevakt\n    from: 2025-01-01\n${extra}    key: equal\n    basis: assumed\n`,
    'cases.csv': 'format: 1\nid,title,councils\nny-nokkel,Ny nøkkel,oslo|5032|tydal\n',
  });
  expect(problems(withKey('    case: ny-nokkel\n'))).toEqual([]);
  expect(problems(withKey('    known: 2024-06-01\n'))).toEqual([]);
  expect(problems(withKey(''))).toHaveLength(1);
});

test('everything that is wrong is said at once, file by file', () => {
  const found = problems({
    'parties.csv': ['0301', '301'],
    'versions.csv': ['2024-12-15', '29.02.2027'],
    [lines]: ['12000000.00', 'tolv'],
  });
  expect(found.map((line) => line.split(']')[0])).toEqual([
    'cell.digits parties.csv:3 [301',
    'cell.amount units/legevakt/lines.csv:3 [tolv',
    'cell.day versions.csv:4 [29.02.2027',
  ]);
});

test('every code has a bad folder of its own, here or among the files that cannot be read', () => {
  const unreadable = new Set(
    readFileSync(join(import.meta.dirname, 'folder-nasty-files.test.ts'), 'utf8').match(
      /[a-z]+\.[a-zA-Z]+(?= \S+:\d+:\d+')/g,
    ),
  );
  const seen = new Set([...cases.flatMap(([, , codes]) => codes), ...unreadable]);
  const all = Object.keys({ ...fileProblemTexts, ...modelProblemTexts });
  // A folder has one cooperation.yaml and no files so large in a test; the reader's own limits are what they are.
  expect(all.filter((code) => !seen.has(code))).toEqual(['file.tooLarge', 'cooperation.notOne']);
});
