import { type Files, type Finding, lineAt, withoutComments } from './source-files.ts';

/** A code that is a member of a union: `readonly code: 'budget.noKey'`, also several with `|`. */
const coded = /\breadonly code:\s*((?:\|?\s*'[a-zA-Z]+(?:\.[a-zA-Z]+)?'\s*)+)/g;
const code = /'([a-zA-Z]+(?:\.[a-zA-Z]+)?)'/g;

/** Codes that only wrap another problem, whose own text is told. */
const wrapping: ReadonlySet<string> = new Set(['model', 'key.invalid', 'cell.key', 'cell.edits']);

/** Every code somebody can be told has an entry in a table of texts. The compiler says the same for each table; this says it of all. */
export function codesWithoutTexts(files: Files): readonly Finding[] {
  const texts = [...files]
    .filter(([file]) => file.startsWith('packages/contract/src/texts/') && !file.endsWith('.test.ts'))
    .map(([, text]) => text)
    .join('\n');
  const findings: Finding[] = [];
  for (const [file, source] of files) {
    if (!/^packages\/(?:core|contract)\/src\/.*\.ts$/.test(file) || file.endsWith('.test.ts')) continue;
    if (file.startsWith('packages/contract/src/texts/')) continue;
    const text = withoutComments(source);
    for (const match of text.matchAll(coded))
      for (const [, name = ''] of (match[1] ?? '').matchAll(code)) {
        const entry = new RegExp(`^\\s*'?${name.replace('.', '\\.')}'?:`, 'm');
        if (!wrapping.has(name) && !entry.test(texts))
          findings.push({
            file,
            line: lineAt(text, match.index),
            sentence: `${name} has no sentence; add it to packages/contract/src/texts`,
          });
      }
  }
  return findings;
}
