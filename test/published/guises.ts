import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { isYear, readPrintedFigure } from '@samstyr/core/control/published/printed-figure';
import { withHeaders } from '@samstyr/formats/published/document-of-blocks';
import { type Block, blocksOf, linesOf } from '@samstyr/formats/published/table-lines';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, type PDFFont, rgb, StandardFonts } from 'pdf-lib';

/** The formats a document of this folder is also made in, from its one source. */
export const guises = ['docx', 'xlsx', 'html', 'tagged.pdf', 'untagged.pdf'] as const;
export type Guise = (typeof guises)[number];

/** The same document in another format: the same tables, headings and sentences in the same order. */
export async function inGuise(text: string, guise: Guise): Promise<Uint8Array> {
  const blocks = withHeaders(blocksOf(linesOf(text))).filter(
    (block) => block.kind === 'table' || block.source.text.trim() !== '',
  );
  if (guise === 'docx') return asDocx(blocks);
  if (guise === 'xlsx') return asXlsx(blocks);
  if (guise === 'html') return strToU8(asHtml(blocks));
  return guise === 'tagged.pdf' ? asTaggedPdf(blocks) : asUntaggedPdf(blocks);
}

const said = (text: string): string => text.replace(/^\s*#+\s*/, '').trim();
const isHeading = (text: string): boolean => /^\s*#/.test(text);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const isFigure = (text: string): boolean => readPrintedFigure(text) !== null && !isYear(text);

function asHtml(blocks: readonly Block[]): string {
  const body = blocks.map((block) => {
    if (block.kind === 'text') {
      const tag = isHeading(block.source.text) ? 'h2' : 'p';
      return `<${tag}>${escaped(said(block.source.text))}</${tag}>`;
    }
    const [head, ...rows] = block.table.rows;
    const cells = (row: typeof head, tag: string): string =>
      `<tr>${(row?.cells ?? []).map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
    return `<table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('\n')}</tbody></table>`;
  });
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Et dokument</title><style>td{padding:2px}</style></head><body>${body.join('\n')}</body></html>`;
}

function asDocx(blocks: readonly Block[]): Uint8Array {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const body = blocks.map((block) => {
    if (block.kind === 'text') {
      const style = isHeading(block.source.text) ? '<w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr>' : '';
      return `<w:p>${style}${run(said(block.source.text))}</w:p>`;
    }
    const rows = block.table.rows.map(
      ({ cells }) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`,
    );
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  });
  const name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(`<w:document ${name}><w:body>${body.join('')}</w:body></w:document>`),
    'word/styles.xml': strToU8(
      `<w:styles ${name}><w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    ),
  });
}

/** Figures become numbers with the format that prints them as they were; what has no such format stays text. */
async function asXlsx(blocks: readonly Block[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Dokument');
  for (const block of blocks) {
    if (block.kind === 'text') {
      sheet.addRow([said(block.source.text)]);
      sheet.addRow([]);
      continue;
    }
    for (const { cells } of block.table.rows) {
      const row = sheet.addRow([]);
      for (const [at, text] of cells.entries()) {
        const cell = row.getCell(at + 1);
        const read = at > 0 && isFigure(text) && !/[`'´]/.test(text) ? readPrintedFigure(text) : null;
        if (read === null) {
          if (text !== '') cell.value = text;
          continue;
        }
        const digits = `${read.value < 0n ? '-' : ''}${(read.value < 0n ? -read.value : read.value) / 1_000_000n}.${`${(read.value < 0n ? -read.value : read.value) % 1_000_000n}`.padStart(6, '0')}`;
        const value = Number.parseFloat(digits);
        const decimals = read.decimals === 0 ? '' : `.${'0'.repeat(read.decimals)}`;
        cell.value = read.isPercent ? value / 100 : value;
        cell.numFmt = read.isPercent ? `0${decimals}%` : `#,##0${decimals}`;
      }
    }
    sheet.addRow([]);
    sheet.addRow([]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const require = createRequire(import.meta.url);
const font = (): Uint8Array =>
  readFileSync(require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'));

const markup = `#let blocks = json(bytes(sys.inputs.blocks))
#set document(title: "Et dokument")
#set text(font: "Source Sans 3", size: 8pt, lang: "nb")
#set page(paper: "a4", flipped: true, margin: 1.5cm, numbering: "1")
#for block in blocks {
  if block.kind == "heading" { heading(level: 1, block.text) }
  else if block.kind == "text" { par(block.text) }
  else {
    let width = block.rows.first().len()
    table(columns: width, table.header(..block.rows.first().map(cell => [#cell])), ..block.rows.slice(1).flatten().map(cell => [#cell]))
  }
}`;

function asTaggedPdf(blocks: readonly Block[]): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [Buffer.from(font())] }] });
  const inputs = blocks.map((block) => {
    if (block.kind === 'text')
      return { kind: isHeading(block.source.text) ? 'heading' : 'text', text: said(block.source.text) };
    const width = Math.max(...block.table.rows.map(({ cells }) => cells.length));
    return {
      kind: 'table',
      rows: block.table.rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? '')),
    };
  });
  const compiled = compiler.compile({ mainFileContent: markup, inputs: { blocks: JSON.stringify(inputs) } });
  const { result } = compiled;
  if (result === null) throw new Error(JSON.stringify(compiled.takeError()));
  return new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }));
}

const page = { width: 842, height: 595, margin: 40, line: 13, size: 8 };

/** What an office suite without tags prints: figures flush right in their columns, names flush left, a page number at the foot. */
async function asUntaggedPdf(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const letters = await document.embedFont(StandardFonts.Helvetica);
  let sheet = document.addPage([page.width, page.height]);
  let y = page.height - page.margin;
  const down = (by: number): void => {
    y -= by;
    if (y > page.margin + page.line) return;
    sheet.drawText(`${document.getPageCount()}`, { x: page.width / 2, y: 20, size: 7, font: letters });
    sheet = document.addPage([page.width, page.height]);
    y = page.height - page.margin;
  };
  const draw = (text: string, x: number, size: number): void => {
    if (text !== '') sheet.drawText(text, { x, y, size, font: letters, color: rgb(0, 0, 0) });
  };
  for (const block of blocks) {
    if (block.kind === 'text') {
      const size = isHeading(block.source.text) ? 12 : page.size;
      if (isHeading(block.source.text)) down(page.line);
      for (const line of wrapped(latin(said(block.source.text)), letters, size)) {
        draw(line, page.margin, size);
        down(page.line);
      }
      continue;
    }
    const widths = columnWidths(
      block.table.rows.map(({ cells }) => cells.map(latin)),
      letters,
    );
    down(4);
    for (const { cells } of block.table.rows) {
      let x = page.margin;
      for (const [at, width] of widths.entries()) {
        const text = latin(cells[at] ?? '');
        const own = letters.widthOfTextAtSize(text, page.size);
        draw(text, at > 0 && !/\p{L}{3}/u.test(text) ? x + width - own : x, page.size);
        x += width + 10;
      }
      down(page.line);
    }
    down(page.line);
  }
  return document.save();
}

/** The standard letters of a PDF have no minus sign and no narrow space. */
const latin = (text: string): string =>
  text
    .replaceAll('−', '-')
    .replace(/[\u202f\u2009\t]/g, ' ')
    .trim();

const columnWidths = (rows: readonly (readonly string[])[], letters: PDFFont): readonly number[] =>
  Array.from({ length: Math.max(...rows.map((cells) => cells.length)) }, (_, at) =>
    Math.max(...rows.map((cells) => letters.widthOfTextAtSize(cells[at] ?? '', page.size))),
  );

function wrapped(text: string, letters: PDFFont, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && letters.widthOfTextAtSize(longer, size) < page.width - 2 * page.margin)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
