import { fileProblemCode, fileProblemLine } from '@samstyr/contract/texts/problem-sentence';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallFiles, smallFolder } from './small-folder.ts';

type Edits = Parameters<typeof smallFiles>[0];

const problems = (edits: Edits): readonly string[] => {
  const read = readFolder(smallFiles(edits));
  return read.ok
    ? []
    : read.problems.map(
        (problem) =>
          `${fileProblemCode(problem)} ${problem.place.file}:${problem.place.line}:${problem.place.column}`,
      );
};
const parties = smallFolder['parties.csv'] ?? '';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What the folder is written as again after the edits. */
function written(edits: Edits): { readonly [path: string]: string } {
  const read = readFolder(smallFiles(edits));
  if (!read.ok) throw new Error(read.problems.map((problem) => fileProblemLine(problem, 'nb')).join('\n'));
  return Object.fromEntries([...writeFolder(read.value)].map(([path, content]) => [path, `${content}`]));
}

describe('what a spreadsheet does to a file is taken, and written back in canonical form:', () => {
  test.each([
    ['a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(parties)])],
    ['CRLF line ends', utf8(parties.replaceAll('\n', '\r\n'))],
    ['CR line ends', utf8(parties.replaceAll('\n', '\r'))],
    ['semicolons', utf8(parties.replaceAll(',', ';'))],
    [
      'the first line with separators',
      utf8(parties.replace('format: 1', 'format: 1;;;;;;;;;').replaceAll(',', ';')),
    ],
    [
      'every cell in quotes',
      utf8(parties.replaceAll(/[^,\n]+/g, '"$&"').replace('"format: 1"', 'format: 1')),
    ],
    ['space round cells', utf8(parties.replaceAll(',', ' , ').replace('format: 1', 'format: 1'))],
    ['empty lines', utf8(parties.replaceAll('\n', '\n\n'))],
    [
      'columns in another order',
      utf8(
        'format: 1\ncolumn,kommunenummer,name,kind,party\nja,0301,Oslo,municipality,oslo\nyes,5032,Selbu,municipality,selbu\nyes,5033,Tydal,municipality,tydal\n',
      ),
    ],
    ['letters as letter and mark', utf8(parties.normalize('NFD'))],
  ])('%s', (_, bytes) => {
    expect(written({ 'parties.csv': bytes })).toEqual(smallFolder);
  });

  test('Norwegian amounts, days and numbers, and parties by number', () => {
    const lines = (smallFolder['units/legevakt/lines.csv'] ?? '')
      .replace('12000000.00', '12\u00a0000\u202f000')
      .replace('1500000.00', '1.500.000')
      .replace('900000.00', '"900 000,00 kr"');
    expect(
      written({
        'units/legevakt/lines.csv': lines,
        'versions.csv': ['2024-12-15', '15.12.2024'],
        'registers/population.csv': ['selbu,2024-01-01,,4161', '5032,1.1.2024,,4 161'],
        'units/legevakt/growth.csv': ['4.6,', '"4,60",'],
      }),
    ).toEqual(smallFolder);
  });
});

describe('what cannot be read is refused by name:', () => {
  test.each<[string, Edits, readonly string[]]>([
    [
      'Windows-1252',
      { 'parties.csv': latin(parties.replace('Selbu', 'Sélbu')) },
      ['file.encoding parties.csv:4:27'],
    ],
    ['UTF-16', { 'parties.csv': Uint8Array.from([0xff, 0xfe, 0x66, 0]) }, ['file.encoding parties.csv:1:1']],
    [
      'UTF-16 without a mark',
      { 'parties.csv': Uint8Array.from([...utf8(parties)].flatMap((byte) => [byte, 0])) },
      ['file.encoding parties.csv:1:2'],
    ],
    ['NUL', { 'parties.csv': ['Selbu', 'Sel\u0000bu'] }, ['file.encoding parties.csv:4:29']],
    [
      'a picture',
      { 'parties.csv': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) },
      ['file.encoding parties.csv:1:5'],
    ],
    ['an empty file', { 'parties.csv': '' }, ['file.noFormat parties.csv:1:1']],
    ['a page', { 'parties.csv': '<!doctype html>\n<p>format: 1</p>' }, ['file.noFormat parties.csv:1:1']],
    ['a file with its format alone', { 'cases.csv': 'format: 1' }, ['csv.noHeader cases.csv:2:1']],
    ['a quote inside a cell', { 'parties.csv': ['Selbu', 'Sel"bu'] }, ['csv.strayQuote parties.csv:4:29']],
    ['an unclosed quote', { 'parties.csv': ['Selbu', '"Selbu'] }, ['csv.unclosedQuote parties.csv:4:26']],
    ['a cell too many', { 'parties.csv': ['Selbu', 'Selbu, Tydal'] }, ['csv.cellCount parties.csv:4:1']],
    ['a column twice', { 'parties.csv': ['orgnr', 'name'] }, ['column.twice parties.csv:2:34']],
    [
      'a cell of 1 MB',
      { 'parties.csv': ['Selbu', 'x'.repeat(1024 * 1024)] },
      ['cell.tooLong parties.csv:4:26'],
    ],
    ['a text that turns', { 'parties.csv': ['Selbu', 'Sel\u202ebu'] }, ['cell.character parties.csv:4:26']],
    ['an invisible letter', { 'parties.csv': ['Selbu', 'Sel\u200bbu'] }, ['cell.character parties.csv:4:26']],
    ['double encoding', { 'parties.csv': ['Selbu', 'TromsÃ¸'] }, ['cell.doubleEncoded parties.csv:4:26']],
    [
      'a code as a large number',
      { 'units/legevakt/lines.csv': ['241,010,', '241,010,1.23E+15'] },
      ['cell.exponent units/legevakt/lines.csv:3:91'],
    ],
    [
      'brackets without end',
      { 'units/nav/unit.yaml': `format: 1\nname: ${'['.repeat(100_000)}\n` },
      ['yaml.syntax units/nav/unit.yaml:1:1'],
    ],
    [
      'dashes without end',
      { 'units/nav/unit.yaml': `format: 1\n${'- '.repeat(100_000)}\n` },
      ['yaml.syntax units/nav/unit.yaml:1:1'],
    ],
    [
      'two documents',
      { 'units/nav/unit.yaml': `${smallFolder['units/nav/unit.yaml']}---\na: 1\n` },
      ['yaml.syntax units/nav/unit.yaml:9:1'],
    ],
    [
      'a tab as indentation',
      { 'units/nav/unit.yaml': ['  - id: nav/drift', '\t- id: nav/drift'] },
      ['yaml.syntax units/nav/unit.yaml:5:1'],
    ],
    [
      'a list where fields should be',
      { 'units/nav/unit.yaml': 'format: 1\nservices: nav\nname: NAV\norder: 2\n' },
      ['yaml.shape units/nav/unit.yaml:2:11'],
    ],
    [
      'text above the first heading',
      { 'units/legevakt/2025.nb.md': ['\n## Status', 'Hei\n## Status'] },
      ['narrative.beforeHeading units/legevakt/2025.nb.md:2:1'],
    ],
    [
      'a heading without a title',
      { 'units/legevakt/2025.nb.md': ['## Status {#status}', '## {#status}'] },
      ['narrative.heading units/legevakt/2025.nb.md:3:1'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(problems(edits)).toEqual(expected);
  });
});

test('a title may hold the beginning of an id', () => {
  const text = 'format: 1\n\n## {# {#status}\n\nTekst\n\\## ikke overskrift\n';
  expect(written({ 'units/legevakt/2025.nb.md': text })['units/legevakt/2025.nb.md']).toBe(text);
});

test('a row without an id gets the same one every time, and no other row gets it', () => {
  const bare =
    'format: 1\nversion,service,party,amount\n2024.adopted,legevakt,selbu,8000000.00\n2024.adopted,legevakt,tydal,6000000.00\n';
  const once = written({ 'units/legevakt/adopted.csv': bare })['units/legevakt/adopted.csv'];
  expect(once).toContain('legevakt/2024.adopted/selbu,2024.adopted,legevakt,selbu,8000000.00,,\n');
  expect(once).toBe(written({ 'units/legevakt/adopted.csv': once ?? '' })['units/legevakt/adopted.csv']);
});

test('formulas stay text', () => {
  const formula = '"=HYPERLINK(""http://x"",""y"")"';
  expect(written({ 'parties.csv': ['5032,,,,yes,', `5032,,,,yes,${formula}`] })['parties.csv']).toContain(
    `yes,${formula}\n`,
  );
});

test('whatever happens to the bytes, there is an answer with a place and a sentence, or a model', () => {
  const paths = Object.keys(smallFolder);
  const cut = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(1500),
    take: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom(
          '"',
          ',',
          '\n',
          '{',
          '[ ',
          '- ',
          ': ',
          '&a ',
          '*a',
          '!x ',
          '|',
          '>',
          '#',
          '? ',
          '---\n',
          '\t',
          '%',
          '0',
          '-',
          '',
        )
        .map(utf8),
    ),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const files = new Map(smallFiles());
      for (const { path, at, take, put } of cuts) {
        const bytes = files.get(path) ?? new Uint8Array();
        files.set(path, Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + take)]));
      }
      const read = readFolder(files);
      if (read.ok) {
        const again = writeFolder(read.value);
        const back = readFolder(new Map([...again].map(([path, text]) => [path, fileBytes(text)])));
        expect(back.ok && [...writeFolder(back.value)]).toEqual([...again]);
      } else
        for (const problem of read.problems) {
          expect(problem.place.line).toBeGreaterThan(0);
          expect(problem.place.column).toBeGreaterThan(0);
          for (const language of ['nb', 'nn', 'en'] as const)
            expect(fileProblemLine(problem, language)).not.toMatch(/undefined|NaN|\[object/);
        }
    }),
    { seed: 20250106, numRuns: 1500 },
  );
});
