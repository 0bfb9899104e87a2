import { ok, type Result } from '@samstyr/core/result/result';
import type { Drawings } from '../charts/drawing.ts';
import type { DocumentTree } from '../tree/node.ts';
import { compilePdfs, type PdfStandard } from './compile.ts';
import { documentPage } from './document-page.ts';
import type { PdfProblem } from './problems.ts';
import { withRowHeaders } from './row-headers.ts';

/**
 * The document as a tagged PDF in each standard asked for (PDF/UA-1 to read, PDF/A-2a to keep), or why it is none. The same tree gives the
 * same bytes: its only date is the version's, and its fonts come with the package.
 */
export async function renderPdfs(
  tree: DocumentTree,
  standards: readonly PdfStandard[],
  drawings: Drawings | null = null,
): Promise<Result<readonly Uint8Array[], PdfProblem>> {
  const compiled = compilePdfs(documentPage(tree, drawings ?? (await drawn(tree))), standards);
  if (!compiled.ok) return compiled;
  const pdfs: Uint8Array[] = [];
  for (const pdf of compiled.value) pdfs.push(await withRowHeaders(pdf));
  return ok(pdfs);
}

/** Whoever has the charts drawn already does not load what draws them. */
const drawn = async (tree: DocumentTree): Promise<Drawings> =>
  (await import('../charts/drawings.ts')).drawingsOf(tree);

/** The document as a PDF in one standard. */
export async function renderPdf(
  tree: DocumentTree,
  standard: PdfStandard = 'ua-1',
): Promise<Result<Uint8Array, PdfProblem>> {
  const pdfs = await renderPdfs(tree, [standard]);
  return pdfs.ok ? ok(pdfs.value[0] ?? new Uint8Array()) : pdfs;
}
