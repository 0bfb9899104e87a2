import { publishedProblemTexts } from '@samstyr/contract/texts/published-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inGuise } from './guises.ts';
import { hostileFiles } from './hostile.ts';

const types = (main: string): Uint8Array =>
  strToU8(
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  );
const word = 'wordprocessingml.document';
const excel = 'spreadsheetml.sheet';
const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const zip = zipSync({ a: strToU8('x') });
const office = [0xd0, 0xcf, 0x11, 0xe0];

const refused: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['a PDF called a workbook', 'a.xlsx', strToU8('%PDF-1.7 …'), 'published.wrongName'],
  ['a page called a table', 'a.csv', strToU8('<!doctype html><p>x'), 'published.wrongName'],
  ['a PDF that is a zip too', 'a.pdf', joined('%PDF-1.7\n', zip), 'published.twoInOne'],
  [
    'a PDF packed twice',
    'a.pdf',
    strToU8('%PDF-1.4\n1 0 obj<</Filter[/FlateDecode /FlateDecode]>>stream\nx\nendstream'),
    'published.bomb',
  ],
  [
    'macros',
    'a.xlsm',
    zipSync({ '[Content_Types].xml': strToU8('macroEnabled'), 'xl/vbaProject.bin': strToU8('x') }),
    'published.macros',
  ],
  [
    'entities in a document',
    'a.docx',
    zipSync({
      '[Content_Types].xml': types(word),
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    }),
    'published.broken',
  ],
  [
    'a workbook without its parts',
    'a.xlsx',
    zipSync({ '[Content_Types].xml': types(excel) }),
    'published.broken',
  ],
  ['any other zip', 'a.docx', zip, 'published.binary'],
  ['the old Office', 'a.xls', joined(new Uint8Array(office), new Uint8Array(600)), 'published.oldOffice'],
  [
    'noise after the first words of a PDF',
    'a.pdf',
    strToU8(`%PDF-1.7\n${'ø§%'.repeat(9000)}`),
    'published.broken',
  ],
];

describe('a file made to keep the reader busy', () => {
  it.each(hostileFiles.filter(({ code }) => code !== null).map((one) => [one.what, one] as const))(
    '%s is refused in words',
    async (_, { file, bytes, code }) => {
      const result = await checkBytes(bytes(), file);
      if (result.ok) throw new Error('it was read');
      expect(result.problems.map((problem) => problem.code)).toEqual([code]);
      for (const language of ['nb', 'nn', 'en'] as const)
        expect(tell(publishedProblemTexts, language, result.problems[0])).toMatch(/^\p{Lu}.{20,}\.$/u);
    },
  );
});

describe('a file that is no document', () => {
  it.each(refused)('%s is refused', async (_, file, bytes, code) => {
    expect(await checkBytes(bytes, file)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('cut anywhere is refused or read, and never a crash', async () => {
    const text = '# A\n\n| Kommune | 2024 | 2025 |\n|---|---|---|\n| Fjellvik | 1 | 2 |\n| Sum | 1 | 2 |\n';
    for (const guise of ['docx', 'xlsx', 'untagged.pdf', 'html'] as const) {
      const whole = await inGuise(text, guise);
      for (let part = 1; part < 8; part += 1) {
        const cut = whole.slice(0, Math.floor((whole.length * part) / 8));
        expect(typeof (await checkBytes(cut, `a.${guise}`)).ok).toBe('boolean');
      }
    }
  });
});
