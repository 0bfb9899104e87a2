import { posix } from 'node:path';
import { type Files, type Finding, isCode, isTidy, lineAt } from './source-files.ts';

/** Areas whose rules are cited before their page is written. An area that has a page is held to it at once. */
export const unwritten: ReadonlySet<string> = new Set(['CONTROL']);

const cited = /\bS-([A-Z]+)-(\d{2})(?:–(\d{2}))?/g;
/** A rule is defined where its number stands in bold first in a table row, or in a heading. */
const defined = /^(?:\|\s*\*\*|#+\s+)(S-([A-Z]+)-\d{2})\b(.*)$/gm;
const link = /\]\(([^)#]+)(?:#[^)]*)?\)/g;

type Rule = { readonly id: string; readonly area: string; readonly file: string; readonly line: number };

/** The rules of docs/spec, and what is wrong with how they are written. */
export function specRules(files: Files): {
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
} {
  const rules: Rule[] = [];
  const findings: Finding[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('docs/spec/')) continue;
    let linked = false;
    for (const match of text.matchAll(defined)) {
      const [, id = '', area = '', rest = ''] = match;
      const line = lineAt(text, match.index);
      if (rules.some((rule) => rule.id === id))
        findings.push({ file, line, sentence: `${id} is defined twice; a number is never used again` });
      rules.push({ id, area, file, line });
      const targets = [...rest.matchAll(link)]
        .map(([, target = '']) => target)
        .filter((t) => !t.includes('://'));
      for (const target of targets) {
        const path = posix.normalize(posix.join('docs/spec', target));
        if (!exists(files, path))
          findings.push({ file, line, sentence: `${id} names ${path}, which does not exist` });
      }
      if (targets.length > 0) linked = true;
      else if (!linked || !/\|\s*samme\b/.test(rest))
        findings.push({
          file,
          line,
          sentence: `${id} names no file; link the code and the test that hold it`,
        });
    }
  }
  return { rules, findings };
}

const exists = (files: Files, path: string): boolean =>
  files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));

/** Rules that code cites and no page has. */
export function brokenCitations(files: Files): readonly Finding[] {
  const { rules, findings } = specRules(files);
  const known = new Set(rules.map(({ id }) => id));
  const areas = new Set(rules.map(({ area }) => area));
  const broken: Finding[] = [];
  for (const [file, text] of files) {
    if (!isCode(file) || isTidy(file)) continue;
    for (const match of text.matchAll(cited)) {
      const [whole, area = '', from = '', until = from] = match;
      if (!areas.has(area) && unwritten.has(area)) continue;
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
