import type { Paragraph } from './published-document.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** The tables a paragraph may speak of: the next one if it introduces it, the one before if nothing came between. */
export function tablesNear(
  paragraph: Paragraph,
  tables: readonly UnderstoodTable[],
  headings: readonly number[],
) {
  const line = paragraph.place.line;
  const lineOf = (table: UnderstoodTable): number => table.view.table.place.line;
  const before = tables.filter((table) => lineOf(table) < line).at(-1);
  const after = tables.find((table) => lineOf(table) > line);
  const headingsBetween = (a: number, b: number): number => headings.filter((at) => at > a && at < b).length;
  return {
    before: before !== undefined && headingsBetween(lineOf(before), line) === 0 ? before : null,
    lastBefore: before ?? null,
    after:
      after !== undefined && headingsBetween(line, lineOf(after)) <= 1 && lineOf(after) - line <= 25
        ? after
        : null,
  };
}

export type TablesNear = ReturnType<typeof tablesNear>;

/** The sentence opens with the name: «Selbu betaler», «For Selbu», or what is of it: «Tilskotet frå Bruvoll gjekk opp». */
export const startsWithName = (sentence: string, key: string): boolean =>
  [`${key} `, `for ${key} `, `i ${key} `, `in ${key} `].some((start) => sentence.startsWith(start)) ||
  ofName(sentence, key);

function ofName(sentence: string, key: string): boolean {
  const at = ` ${sentence} `.indexOf(` ${key} `);
  return (
    at > 0 && /^(?:\p{L}+ ){1,2}(?:for|fra|frå|til|i|på|hos|ved|from|of|in|on) $/u.test(sentence.slice(0, at))
  );
}

export const mentionsMember = (sentence: string, tables: readonly UnderstoodTable[]): boolean =>
  tables.some((table) =>
    table.view.rows.some(
      ({ key, saysSum }) => !saysSum && key.length >= 4 && ` ${sentence} `.includes(` ${key} `),
    ),
  );
