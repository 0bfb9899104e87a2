import { labelKey, similarLabel } from './labels.ts';
import type { Paragraph } from './published-document.ts';
import type { UnderstoodTable } from './understood-table.ts';

const tokensOf = (text: string): readonly string[] =>
  labelKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');

const sameToken = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) ||
  similarLabel(a, b);

/** Words most labels share («VR», «avdeling») tell nothing apart. */
function commonTokens(labels: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const label of labels)
    for (const token of new Set(tokensOf(label))) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= 3 && count * 2 > labels.length).map(([token]) => token),
  );
}

/** How well a heading names what a label names, 0 to 1: every telling word of the label must stand in it. */
function naming(label: string, heading: string, common: ReadonlySet<string>): number {
  const wanted = tokensOf(label).filter((token) => !common.has(token));
  const offered = tokensOf(heading.replace(/\(.*?\)/g, ' ')).filter((token) => !common.has(token));
  if (wanted.length === 0 || offered.length === 0) return 0;
  const matched = wanted.filter((token) => offered.some((other) => sameToken(token, other))).length;
  if (matched < wanted.length) return 0;
  return matched / Math.max(offered.length, wanted.length);
}

/** For each label, the tables of the chapter it names; an empty list where no heading does. */
export function chaptersOf(
  labels: readonly string[],
  {
    paragraphs,
    tables,
  }: { readonly paragraphs: readonly Paragraph[]; readonly tables: readonly UnderstoodTable[] },
): readonly (readonly UnderstoodTable[])[] {
  const common = commonTokens(labels);
  const headings = paragraphs.filter(({ isHeading }) => isHeading);
  const named = headings.flatMap((heading) => {
    const scores = labels.map((label) => naming(label, heading.text, common));
    const best = Math.max(...scores);
    return best >= 0.3 ? [{ line: heading.place.line, label: scores.indexOf(best), score: best }] : [];
  });
  return labels.map((_, label) => {
    const own = named
      .filter((heading) => heading.label === label)
      .toSorted((a, b) => b.score - a.score || a.line - b.line);
    for (const heading of own) {
      const end =
        named.find((next) => next.line > heading.line && next.label !== label)?.line ??
        Number.POSITIVE_INFINITY;
      const inside = tables.filter(
        ({ view }) => view.table.place.line > heading.line && view.table.place.line < end,
      );
      if (inside.length > 0) return inside;
    }
    return [];
  });
}
