import type { Texts } from '@samstyr/contract/texts/language';
import { tell } from '@samstyr/contract/texts/tell';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { Drawings } from '../charts/drawing.ts';
import type { DocumentTree, ExplainedTree } from '../tree/node.ts';

/** The formats with pages: the heaviest to write, and made of the document alone. */
export type PaperFormat = 'pdf' | 'docx';

/** What a page format is made from; the tree crosses threads, so what may be hidden is a set, and charts are drawn. */
export type PaperJob = {
  readonly format: PaperFormat;
  readonly tree: DocumentTree;
  readonly drawings: Drawings;
  /** Whether the PDF also comes as a copy for the archive (PDF/A-2a). */
  readonly archive: boolean;
};

/** The end of each file's name, and its bytes. */
export type PaperFiles = readonly (readonly [ending: string, bytes: Uint8Array])[];

export type PaperProblem =
  | { readonly code: 'paper.tooMuchMemory'; readonly megabytes: number }
  | { readonly code: 'paper.failed'; readonly message: string }
  | { readonly code: 'paper.stopped' };

export const paperProblemTexts: Texts<PaperProblem> = {
  'paper.tooMuchMemory': {
    nb: ({ megabytes }) => `Dokumentet trengte mer enn ${megabytes} MB minne og ble ikke skrevet.`,
    nn: ({ megabytes }) => `Dokumentet trong meir enn ${megabytes} MB minne og vart ikkje skrive.`,
    en: ({ megabytes }) => `The document needed more than ${megabytes} MB of memory and was not written.`,
  },
  'paper.failed': {
    nb: ({ message }) => `Dokumentet ble ikke skrevet: ${message}`,
    nn: ({ message }) => `Dokumentet vart ikkje skrive: ${message}`,
    en: ({ message }) => `The document was not written: ${message}`,
  },
  'paper.stopped': {
    nb: () => 'Dokumentet ble avbrutt før det var skrevet.',
    nn: () => 'Dokumentet vart avbrote før det var skrive.',
    en: () => 'The document was stopped before it was written.',
  },
};

/** The same tree as plain values that can be sent to another thread: explanations stay, they are on no paper. */
export const sendable = ({
  explanations: _,
  ...tree
}: DocumentTree & Partial<ExplainedTree>): DocumentTree => ({
  ...tree,
  hidden: new Set([...tree.figures.keys()].filter((id) => tree.hidden.has(id))),
});

/** Loads what a format is written with: a thread can do it while the document is still being made. */
export async function preparePaper(format: PaperFormat): Promise<void> {
  if (format === 'pdf') await import('../pdf/render-pdf.ts');
  else await import('../docx/render-word.ts');
}

/** Writes a page format where it is called; a sentence for everything that is wrong. */
export async function writePaper({
  format,
  tree,
  drawings,
  archive,
}: PaperJob): Promise<Result<PaperFiles, string>> {
  if (format === 'docx') {
    const { renderWord } = await import('../docx/render-word.ts');
    return ok([['.docx', await renderWord(tree, { drawings })]]);
  }
  const { renderPdfs } = await import('../pdf/render-pdf.ts');
  const { pdfProblemTexts } = await import('../pdf/problems.ts');
  const pdfs = await renderPdfs(tree, archive ? ['ua-1', 'a-2a'] : ['ua-1'], drawings);
  if (!pdfs.ok) {
    const [first, ...rest] = pdfs.problems;
    return fail(tell(pdfProblemTexts, 'nb', first), ...rest.map((one) => tell(pdfProblemTexts, 'nb', one)));
  }
  const [own, kept] = pdfs.value;
  return ok([
    ...(own === undefined ? [] : [['.pdf', own] as const]),
    ...(kept === undefined ? [] : [['-arkiv.pdf', kept] as const]),
  ]);
}
