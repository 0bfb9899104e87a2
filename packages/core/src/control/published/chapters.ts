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

/** A heading's words, read once: documents have many tables, and each is held against every heading. */
export type Headings = {
  readonly list: readonly { readonly line: number; readonly tokens: readonly string[] }[];
  /** The words of headings that are the same as a word, or near enough. */
  readonly alike: (token: string) => ReadonlySet<string>;
};

export function headingsOf(paragraphs: readonly Paragraph[]): Headings {
  const list = paragraphs
    .filter(({ isHeading }) => isHeading)
    .map(({ place, text }) => ({ line: place.line, tokens: tokensOf(text.replace(/\(.*?\)/g, ' ')) }));
  const all = [...new Set(list.flatMap(({ tokens }) => tokens))];
  const known = new Map<string, ReadonlySet<string>>();
  return {
    list,
    alike: (token) => {
      const found = known.get(token) ?? new Set(all.filter((other) => sameToken(token, other)));
      known.set(token, found);
      return found;
    },
  };
}

/** How well a heading names what a label names, 0 to 1: every telling word of the label must stand in it. */
function naming(
  wanted: readonly string[],
  heading: readonly string[],
  { common, alike }: { readonly common: ReadonlySet<string>; readonly alike: Headings['alike'] },
): number {
  const offered = heading.filter((token) => !common.has(token));
  if (wanted.length === 0 || offered.length === 0) return 0;
  for (const token of wanted) {
    const same = alike(token);
    if (!offered.some((other) => same.has(other))) return 0;
  }
  return wanted.length / Math.max(offered.length, wanted.length);
}

/** For each label, the tables of the chapter it names; an empty list where no heading does. */
export function chaptersOf(
  labels: readonly string[],
  { headings, tables }: { readonly headings: Headings; readonly tables: readonly UnderstoodTable[] },
): readonly (readonly UnderstoodTable[])[] {
  const common = commonTokens(labels);
  const wanted = labels.map((label) => tokensOf(label).filter((token) => !common.has(token)));
  const named = headings.list.flatMap(({ line, tokens }) => {
    const scores = wanted.map((label) => naming(label, tokens, { common, alike: headings.alike }));
    const best = Math.max(...scores);
    return best >= 0.3 ? [{ line, label: scores.indexOf(best), score: best }] : [];
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
