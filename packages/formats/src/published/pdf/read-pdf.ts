import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { TellProgress } from '../progress.ts';
import type { ReadProblem } from '../read-problem.ts';
import type { Block } from '../table-lines.ts';
import { blocksOfLines, type Range } from './line-tables.ts';
import { linesOf, type Run, runsOf } from './page-text.ts';
import { isPdfBomb } from './streams.ts';
import { blocksOfTags, hasTable, type TagNode } from './tagged-page.ts';

const mostPages = 1500;
const { push } = Array.prototype;

/** The library takes as long to load as ten pages to read, so only a PDF loads it. */
async function open(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
}

type Page = { readonly number: number; readonly runs: readonly Run[]; readonly tree: TagNode | null };

/** A file that names any table by its structure is read by it; one that never does says nothing by it, and is read by its places. */
function blocksOfPages(pages: readonly Page[]): readonly Block[] {
  const isTagged = pages.some(({ tree }) => hasTable(tree));
  const blocks: Block[] = [];
  let line = 1;
  let columns: readonly Range[] | null = null;
  for (const { number, runs, tree } of pages) {
    const at = { page: number, firstLine: line };
    if (isTagged && tree !== null) {
      const tagged = blocksOfTags(tree, runs, at);
      blocks.push(...tagged.blocks);
      line += tagged.lines;
      continue;
    }
    const lines = linesOf(runs);
    const found = blocksOfLines(lines, { ...at, before: columns });
    blocks.push(...found.blocks);
    columns = found.open;
    line += lines.length;
  }
  return blocks;
}

/**
 * A PDF → blocks in reading order, with page. A file whose structure names its tables is read by it; any other by where its text stands.
 * `line` is counted through the whole file. A password, damage, a bomb, too many pages or pictures of text alone is a problem.
 */
export async function readPdf(
  bytes: Uint8Array,
  tell: TellProgress = () => {},
): Promise<Result<readonly Block[], ReadProblem>> {
  if (isPdfBomb(bytes))
    return fail({ code: 'published.bomb', bytes: bytes.length, unpackedBytes: null, files: 1 });
  const task = await open(bytes);
  try {
    const document = await task.promise;
    // Made for old browsers too, the library exchanges push for one in script, a tenth of the time of all that is done after it.
    Object.assign(Array.prototype, { push });
    if (document.numPages > mostPages)
      return fail({ code: 'published.tooManyPages', pages: document.numPages, limit: mostPages });
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const runs = runsOf(content, page.getViewport({ scale: 1 }).transform as number[]);
      const isMarked = runs.some(({ mark }) => mark !== null);
      pages.push({ number, runs, tree: isMarked ? ((await page.getStructTree()) as TagNode | null) : null });
      page.cleanup();
      tell({ pages: number, of: document.numPages, tables: null });
    }
    const blocks = blocksOfPages(pages);
    const isSilent = blocks.every((block) => block.kind === 'text' && block.source.text.trim() === '');
    return isSilent ? fail({ code: 'published.noText', pages: document.numPages }) : ok(blocks);
  } catch (error) {
    const isLocked = (error as Error).name === 'PasswordException';
    return fail(
      isLocked ? { code: 'published.encrypted', kind: 'PDF' } : { code: 'published.broken', kind: 'PDF' },
    );
  } finally {
    await task.destroy();
  }
}
