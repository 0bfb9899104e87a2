import { posix } from 'node:path';
import { type Files, type Finding, isCode, isTidy, lineAt } from './source-files.ts';

const cited = /\bS-([A-Z]+)-(\d{2})(?:–(\d{2}))?/g;
/** A rule is defined where its number stands in bold first in a table row or a list item, or in a heading. */
const defined = /^(?:\|\s*\*\*|-\s+\*\*|#+\s+)(S-[A-Z]+-\d{2})\b/gm;
/** What a page says its rules are held by: a link, or a path of the packages in code marks. */
const link = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;
const codePath = /`(packages\/[^`\s]+)`/g;

type Rule = { readonly id: string; readonly file: string; readonly line: number };

/**
 * The rules of docs/spec, and what is wrong with how they are written: a number twice, a link to nothing, a rule that neither it nor
 * anything before it on the page says where to find.
 */
export function specRules(files: Files): {
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
} {
  const rules: Rule[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('docs/spec/')) continue;
    const starts = [...text.matchAll(defined)];
    for (const [at, match] of starts.entries()) {
      const [, id = ''] = match;
      const line = lineAt(text, match.index);
      if (rules.some((rule) => rule.id === id))
        findings.push({ file, line, sentence: `${id} is defined twice; a number is never used again` });
      rules.push({ id, file, line });
      const until = starts[at + 1]?.index ?? text.length;
      if (places(text.slice(0, until)).length === 0)
        findings.push({
          file,
          line,
          sentence: `${id} names no file; link the code and the test that hold it`,
        });
    }
    for (const { path, index } of places(text))
      if (!exists(files, path))
        findings.push({ file, line: lineAt(text, index), sentence: `${path} does not exist` });
  }
  return { rules, findings };
}

/** The files a page names, from the root. */
const places = (text: string): readonly { readonly path: string; readonly index: number }[] => [
  ...[...text.matchAll(link)]
    .filter(([, target = '']) => !target.includes('://'))
    .map(({ 1: target = '', index }) => ({ path: posix.normalize(posix.join('docs/spec', target)), index })),
  ...[...text.matchAll(codePath)]
    .filter(([, path = '']) => !/[<>*{]/.test(path))
    .map(({ 1: path = '', index }) => ({ path, index })),
];

function exists(files: Files, path: string): boolean {
  const folder = `${path.replace(/\/$/, '')}/`;
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(folder));
}

/** Rules that code cites and no page has, and what is wrong with the pages. */
export function brokenCitations(files: Files): readonly Finding[] {
  const { rules, findings } = specRules(files);
  const known = new Set(rules.map(({ id }) => id));
  const broken: Finding[] = [];
  for (const [file, text] of files) {
    if (!isCode(file) || isTidy(file)) continue;
    for (const match of text.matchAll(cited)) {
      const [whole, area = '', from = '', until = from] = match;
      for (let number = Number(from); number <= Number(until); number += 1) {
        const id = `S-${area}-${`${number}`.padStart(2, '0')}`;
        if (!known.has(id))
          broken.push({
            file,
            line: lineAt(text, match.index),
            sentence: `${whole}: ${id} is not in docs/spec`,
          });
      }
    }
  }
  return [...findings, ...broken];
}
