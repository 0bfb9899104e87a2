import type { PublishedDocument } from '@samstyr/core/control/published/published-document';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { documentOf } from './document-of-blocks.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { TellProgress } from './progress.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import type { ReadProblem } from './read-problem.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { kindOf } from './sniff.ts';
import type { Block } from './table-lines.ts';
import { openZip, unlessBroken } from './zip-archive.ts';

/** What a file was read as: it decides what a place is called. */
export type PublishedFormat = 'text' | 'html' | 'docx' | 'xlsx' | 'pdf';
export type PublishedFile = { readonly format: PublishedFormat; readonly document: PublishedDocument };

/** Twenty megabytes of plain text is some ten thousand pages. */
const limitBytes = 20_000_000;
/** A joint budget of a hundred pages has some ten thousand cells in its tables. */
const mostCells = 80_000;

/** A published document's bytes → tables and paragraphs with their places, or why not. The bytes decide what it is; `file` is its name. */
export async function readPublished(
  bytes: Uint8Array,
  file: string,
  tell: TellProgress = () => {},
): Promise<Result<PublishedFile, ReadProblem>> {
  if (bytes.length > limitBytes)
    return fail({ code: 'published.tooLarge', bytes: bytes.length, limit: limitBytes });
  if (bytes.length === 0) return fail({ code: 'published.empty' });
  const kind = kindOf(bytes, file);
  if (!kind.ok) return kind;
  if (kind.value === 'zip') return readOffice(bytes, file);
  const blocks =
    kind.value === 'pdf'
      ? await readPdf(bytes, tell)
      : kind.value === 'html'
        ? unlessBroken('HTML', () => readHtml(bytes))
        : readText(bytes);
  return asFile(kind.value, blocks);
}

function asFile(
  format: PublishedFormat,
  blocks: Result<readonly Block[], ReadProblem>,
): Result<PublishedFile, ReadProblem> {
  if (!blocks.ok) return blocks;
  const document = documentOf(blocks.value);
  const cells = document.tables.reduce(
    (count, { rows }) => count + rows.length * (rows[0]?.cells.length ?? 0),
    0,
  );
  if (cells > mostCells) return fail({ code: 'published.tooManyCells', limit: mostCells });
  return document.tables.length + document.paragraphs.length === 0
    ? fail({ code: 'published.empty' })
    : ok({ format, document });
}

const parts = [
  {
    type: 'wordprocessingml.document.main+xml',
    format: 'docx',
    ending: 'docx',
    kind: 'Word',
    read: readDocx,
  },
  { type: 'spreadsheetml.sheet.main+xml', format: 'xlsx', ending: 'xlsx', kind: 'Excel', read: readXlsx },
] as const;

/** A zip is a Word file or a workbook by what its list of contents says; macros are refused. */
function readOffice(bytes: Uint8Array, file: string): Result<PublishedFile, ReadProblem> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const types = unlessBroken('ZIP', () => ok(zip.value.text('[Content_Types].xml') ?? ''));
  if (!types.ok) return types;
  if (/macroEnabled/i.test(types.value) || zip.value.names.some((name) => /vbaProject\.bin$/i.test(name)))
    return fail({ code: 'published.macros' });
  const part = parts.find(({ type }) => types.value.includes(type));
  if (part === undefined) return fail({ code: 'published.binary', looksLike: 'ZIP' });
  const ending = /\.(docx|xlsx)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending !== undefined && ending !== part.ending)
    return fail({ code: 'published.wrongName', ending: `.${ending}`, is: part.kind });
  return asFile(
    part.format,
    unlessBroken(part.kind, () => part.read(zip.value)),
  );
}
