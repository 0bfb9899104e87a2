import { fail, ok, type Result } from '@samstyr/core/result/result';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadProblem } from '../read-problem.ts';
import type { Block } from '../table-lines.ts';
import { blocksOfLines, type Range } from './line-tables.ts';
import { linesOf, runsOf } from './page-text.ts';
import { isPdfBomb } from './streams.ts';
import { blocksOfTags, hasTable, type TagNode } from './tagged-page.ts';

const mostPages = 1500;

/**
 * A PDF → blocks in reading order, with page. A page whose structure names its tables is read by it; any other by where its text stands.
 * `line` is counted through the whole file. A password, damage, a bomb, too many pages or pictures of text alone is a problem.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<readonly Block[], ReadProblem>> {
  if (isPdfBomb(bytes))
    return fail({ code: 'published.bomb', bytes: bytes.length, unpackedBytes: null, files: 1 });
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      return fail({ code: 'published.tooManyPages', pages: document.numPages, limit: mostPages });
    const blocks: Block[] = [];
    let line = 1;
    let columns: readonly Range[] | null = null;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true });
      const runs = runsOf(content, page.getViewport({ scale: 1 }).transform as number[]);
      const tree = runs.some(({ mark }) => mark !== null)
        ? ((await page.getStructTree()) as TagNode | null)
        : null;
      const at = { page: number, firstLine: line };
      if (tree !== null && hasTable(tree)) {
        const tagged = blocksOfTags(tree, runs, at);
        blocks.push(...tagged.blocks);
        line += tagged.lines;
      } else {
        const lines = linesOf(runs);
        const found = blocksOfLines(lines, { ...at, before: columns });
        blocks.push(...found.blocks);
        columns = found.open;
        line += lines.length;
      }
      page.cleanup();
    }
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
