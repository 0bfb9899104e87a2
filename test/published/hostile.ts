import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** A file nobody should have to wait for, and the code it is refused with; null where it may be read, if only it is quick. */
export type Hostile = {
  readonly what: string;
  readonly file: string;
  readonly code: string | null;
  readonly bytes: () => Uint8Array;
};

const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const types = (main: string): Uint8Array =>
  strToU8(
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  );
const word = (body: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': types('wordprocessingml.document'), 'word/document.xml': strToU8(body) });
const excel = (sheet: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': types('spreadsheetml.sheet'),
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
const bombOf = (main: string, name: string): Uint8Array =>
  zipSync({ '[Content_Types].xml': types(main), [name]: new Uint8Array(10_000_000) });
const office = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
const locked = (): Uint8Array => joined(office, new Uint8Array(600), [...'EncryptedPackage'].join('\u0000'));

/** A zip in a zip in a zip, each of ten copies: opened to the bottom it would be a thousand files. */
function nestedZips(): Uint8Array {
  let inner: Uint8Array = zipSync({ 'null.bin': new Uint8Array(1_000_000) });
  for (let depth = 0; depth < 3; depth += 1)
    inner = zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at}.zip`, inner])));
  return inner;
}

const pdf = (...objects: readonly string[]): string =>
  `%PDF-1.4\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}`;
const pages = '<</Type/Catalog/Pages 2 0 R>>';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

export const hostileFiles: readonly Hostile[] = [
  { what: 'no bytes at all', file: 'tom.pdf', code: 'published.empty', bytes: () => new Uint8Array() },
  {
    what: 'blanks only',
    file: 'blank.txt',
    code: 'published.empty',
    bytes: () => strToU8(' \n'.repeat(1000)),
  },
  {
    what: 'a Word file that unpacks to a thousand times its size',
    file: 'bombe.docx',
    code: 'published.bomb',
    bytes: () => bombOf('wordprocessingml.document', 'word/document.xml'),
  },
  {
    what: 'a workbook that unpacks to a thousand times its size',
    file: 'bombe.xlsx',
    code: 'published.bomb',
    bytes: () => bombOf('spreadsheetml.sheet', 'xl/workbook.xml'),
  },
  { what: 'zips in zips', file: 'nestet.docx', code: 'published.binary', bytes: nestedZips },
  {
    what: 'a line of 100 MB',
    file: 'linje.txt',
    code: 'published.tooLarge',
    bytes: () => new Uint8Array(100_000_000).fill(65),
  },
  {
    what: 'a line of 15 MB',
    file: 'linje.md',
    code: 'published.lineTooLong',
    bytes: () => new Uint8Array(15_000_000).fill(49),
  },
  { what: 'a Word file under a password', file: 'last.docx', code: 'published.encrypted', bytes: locked },
  { what: 'a workbook under a password', file: 'last.xlsx', code: 'published.encrypted', bytes: locked },
  {
    what: 'a PDF under a password',
    file: 'last.pdf',
    code: 'published.encrypted',
    bytes: () =>
      strToU8(
        `${pdf(pages, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>', `<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>`)}trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF`,
      ),
  },
  {
    what: 'a PDF with a part of 120 MB',
    file: 'bombe.pdf',
    code: 'published.bomb',
    bytes: () =>
      joined(
        '%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n',
        deflateSync(Buffer.alloc(120_000_000)),
        '\nendstream endobj',
      ),
  },
  {
    what: 'a PDF whose pages go round in a ring',
    file: 'ring.pdf',
    code: 'published.noText',
    bytes: () =>
      strToU8(`${pdf(pages, '<</Type/Pages/Kids[2 0 R]/Count 9000000>>')}trailer<</Root 1 0 R>>\n%%EOF`),
  },
  {
    what: 'a Word file with 100 000 elements in each other',
    file: 'dyp.docx',
    code: 'published.bomb',
    bytes: () => word(`${'<w:p>'.repeat(100_000)}${'</w:p>'.repeat(100_000)}`),
  },
  {
    what: 'a page with 100 000 tags in each other',
    file: 'dyp.html',
    code: 'published.broken',
    bytes: () => strToU8(`<!doctype html><body>${'<div>'.repeat(100_000)}x`),
  },
  {
    what: 'tables in tables, a thousand deep',
    file: 'tabeller.html',
    code: 'published.broken',
    bytes: () => strToU8(`<!doctype html>${'<table><tr><td>1'.repeat(1000)}`),
  },
  {
    what: 'a workbook with cells in every row there can be',
    file: 'stor.xlsx',
    code: null,
    bytes: () =>
      excel(
        `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
      ),
  },
  {
    what: 'a page whose cells span 400 by 400',
    file: 'spenn.html',
    code: null,
    bytes: () =>
      strToU8(
        `<!doctype html><table>${'<tr>'}${'<td colspan=400 rowspan=400>1</td>'.repeat(200)}</tr>${'<tr><td>2</td></tr>'.repeat(400)}</table>`,
      ),
  },
  {
    what: 'a Word file called a workbook',
    file: 'feil.xlsx',
    code: 'published.wrongName',
    bytes: () => word('<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>'),
  },
  {
    what: 'a picture called a PDF',
    file: 'bilde.pdf',
    code: 'published.binary',
    bytes: () => joined(Uint8Array.of(0x89), 'PNG\r\n'),
  },
  {
    what: 'a table of 30 000 rows',
    file: 'rader.md',
    code: 'published.tooManyCells',
    bytes: () =>
      strToU8(
        `| Navn | 2024 | 2025 |\n|---|---|---|\n${lines(30_000, (at) => `| Rad ${at} | ${at * 7} | ${at * 9} |`)}\n| Sum | 1 | 2 |`,
      ),
  },
  {
    what: 'a table of 20 000 rows',
    file: 'mange.md',
    code: null,
    bytes: () =>
      strToU8(
        `| Navn | 2024 | 2025 |\n|---|---|---|\n${lines(20_000, (at) => `| Rad ${at} | ${at * 7} | ${at * 9} |`)}`,
      ),
  },
  {
    what: 'a table of 300 columns',
    file: 'kolonner.md',
    code: null,
    bytes: () =>
      strToU8(
        lines(
          40,
          (row) =>
            `| Rad ${row} | ${Array.from({ length: 300 }, (_, at) => `${row * at + 1000}`).join(' | ')} |`,
        ),
      ),
  },
  {
    what: 'nothing but figures in running text',
    file: 'tall.md',
    code: null,
    bytes: () => strToU8(lines(40, () => `økning på ${'1 000 kr til '.repeat(12_000)}.`)),
  },
  {
    what: 'running text of 5 MB',
    file: 'prosa.txt',
    code: null,
    bytes: () =>
      strToU8(
        lines(
          40_000,
          (at) =>
            `Budsjettet for ${'abcdefghij'[at % 10]}${'klmnoprst'[at % 9]}${'uvwxyzæøå'[at % 7]}${at.toString(26).replace(/\d/g, 'q')} er på ${at} mill. kroner, en økning på ${at % 90} prosent.\n`,
        ),
      ),
  },
];
