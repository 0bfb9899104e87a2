import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { PdfPage } from './page.ts';
import type { PdfProblem } from './problems.ts';
import { template } from './template.ts';

const require = createRequire(import.meta.url);

/** Every font there is: a sign they lack stops the document instead of being taken from the machine it is made on. */
const fontFiles = (): readonly string[] => [
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
];

/** PDF/UA-1 (ISO 14289-1) to read, PDF/A-2a (ISO 19005-2) to keep in an archive. */
export type PdfStandard = 'ua-1' | 'a-2a';

/** The page through Typst, laid out once, with each standard as a gate: tagged PDFs in the order asked for, or what is wrong. */
export function compilePdfs(
  page: PdfPage,
  standards: readonly PdfStandard[],
): Result<readonly Uint8Array[], PdfProblem> {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }],
  });
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { document: JSON.stringify(page) },
  });
  const error = compiled.takeError();
  const { result } = compiled;
  if (error !== null || result === null)
    return refused('ua-1', error === null ? [] : messagesOf(compiler, error));
  const pdfs: Uint8Array[] = [];
  for (const standard of standards) {
    try {
      pdfs.push(compiler.pdf(result, { pdfStandard: standard }));
    } catch (thrown) {
      return refused(standard, [thrown instanceof Error ? thrown.message : `${thrown}`]);
    }
  }
  return ok(pdfs);
}

function messagesOf(compiler: NodeCompiler, error: NodeError): readonly string[] {
  return compiler
    .fetchDiagnostics(error)
    .map((one: unknown) =>
      typeof one === 'object' && one !== null && 'message' in one ? `${one.message}` : JSON.stringify(one),
    );
}

function refused(standard: PdfStandard, messages: readonly string[]): Result<never, PdfProblem> {
  const [first = '?', ...rest] = [...new Set(messages)];
  const problem = (message: string): PdfProblem => ({ code: 'pdf.refused', standard, message });
  return fail(problem(first), ...rest.map(problem));
}
