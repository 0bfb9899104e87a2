import type { Result } from '@samstyr/core/result/result';
import { ok } from '@samstyr/core/result/result';
import type { DocumentTree } from '../tree/node.ts';
import { compilePdf } from './compile.ts';
import { documentPage } from './document-page.ts';
import type { PdfProblem } from './problems.ts';
import { withRowHeaders } from './row-headers.ts';

/**
 * The document as a tagged PDF after PDF/UA-1, or why it is none. The same tree gives the same bytes: its only date is the version's, and
 * its fonts come with the package.
 */
export async function renderPdf(tree: DocumentTree): Promise<Result<Uint8Array, PdfProblem>> {
  const compiled = compilePdf(documentPage(tree));
  return compiled.ok ? ok(await withRowHeaders(compiled.value)) : compiled;
}
