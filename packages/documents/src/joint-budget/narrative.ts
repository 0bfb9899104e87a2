import type { TextRow } from '@samstyr/core/model/rows';
import type { NumberFormat } from '../tree/figure.ts';
import type { Block, Inline } from '../tree/node.ts';
import type { NumberLanguage } from '../tree/number-text.ts';
import type { DocumentPlace } from '../tree/problems.ts';
import { ref, strong, text } from '../tree/say.ts';
import type { Context } from './context.ts';

/**
 * The closed Markdown subset of narratives: paragraphs, lists (`- ` or `1. `), **strong**, and figures by name, `{{id | format}}`.
 * Anything else is text as it stands: a link, a heading or HTML in it is words, never markup.
 */

const formats: { readonly [name: string]: NumberFormat } = {
  kr: 'kr',
  '1000kr': 'thousand',
  kr1000: 'thousand',
  mill1: 'mill1',
  auto: 'auto',
  ore: 'ore',
  percent1: 'percent1',
  share2: 'share2',
  count: 'count',
};

export type NarrativeSection = { readonly row: TextRow; readonly isForeign: boolean };

/** A unit's text of a section in the document's language, else in bokmål and marked as such. */
export function sectionOf(
  { source, language, year }: Context,
  unit: string,
  section: string,
): NarrativeSection | null {
  const found = (wanted: string): TextRow | undefined =>
    source.model.text.find(
      (row) => row.unit === unit && row.year === year && row.section === section && row.language === wanted,
    );
  const own = found(language);
  if (own !== undefined) return { row: own, isForeign: false };
  const bokmal = found('nb');
  return bokmal === undefined ? null : { row: bokmal, isForeign: true };
}

/** Sections a unit has written besides those the chapter has its own places for, in the order of the file. */
export function otherSections(
  { source, year, language }: Context,
  unit: string,
  known: readonly string[],
): readonly string[] {
  const rows = source.model.text.filter(
    (row) => row.unit === unit && row.year === year && !known.includes(row.section),
  );
  const own = rows.filter((row) => row.language === language);
  const all = [...own, ...rows.filter((row) => row.language === 'nb')];
  return [...new Set(all.map(({ section }) => section))];
}

/** The blocks of a narrative. What cannot be read, and figures that do not exist, are reported with their place. */
export function narrative(
  context: Context,
  { row, isForeign }: NarrativeSection,
  prefix: string | null,
): readonly Block[] {
  const place = [context.index.unit.get(row.unit)?.name ?? row.unit, row.title];
  const inline = (line: string): readonly Inline[] => {
    if (!isForeign) return readInline(context, line, place, null);
    const content = readInline(context, line, place, 'nb');
    return [{ inline: 'language', language: 'nb', content }];
  };
  return row.body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part): readonly Block[] => {
      const lines = part.split('\n').map((line) => line.trim());
      const items: string[] = [];
      const before: string[] = [];
      for (const line of lines) {
        const item = /^(?:[-*]|\d{1,3}[.)])\s+(.*)$/.exec(line);
        if (item !== null) items.push(item[1] ?? '');
        else if (items.length > 0) items[items.length - 1] += ` ${line}`;
        else before.push(line);
      }
      return [
        ...(before.length > 0 ? [{ node: 'paragraph' as const, content: inline(before.join(' ')) }] : []),
        ...(items.length > 0 ? [{ node: 'list' as const, prefix, items: items.map(inline) }] : []),
      ];
    });
}

/** `spoken` is the language of a text that stands in a document in another: its numbers are written as the text is. */
function readInline(
  context: Context,
  line: string,
  place: DocumentPlace,
  spoken: NumberLanguage | null,
): readonly Inline[] {
  const content: Inline[] = [];
  for (const part of line.split(/(\{\{.*?\}\}|\*\*.+?\*\*)/)) {
    if (part === '') continue;
    if (part.startsWith('{{') && part.endsWith('}}'))
      content.push(
        ...figureIn(context, part, place).map((one) =>
          one.inline === 'figure' && spoken !== null ? { ...one, language: spoken } : one,
        ),
      );
    else if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
      content.push(strong(...readInline(context, part.slice(2, -2), place, spoken)));
    else if (part.includes('{{') || part.includes('}}')) {
      context.report({ code: 'document.unreadableText', place, text: part.trim() });
    } else content.push(text(part));
  }
  return content;
}

function figureIn(context: Context, part: string, place: DocumentPlace): readonly Inline[] {
  const [name = '', format = 'auto', ...more] = part
    .slice(2, -2)
    .split('|')
    .map((word) => word.trim());
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (more.length > 0) {
    context.report({ code: 'document.unreadableText', place, text: part });
    return [];
  }
  if (known === undefined) {
    context.report({ code: 'document.unknownFormat', place, format });
    return [];
  }
  const id = context.resolve(name);
  if (id === null) {
    context.report({ code: 'document.missingFigure', place, figure: name });
    return [];
  }
  // A number in a text always has its unit; those of tables have it above.
  const isBare = (known === 'kr' || known === 'ore') && context.store.get(id)?.unit === 'ore';
  return isBare ? [ref(id, known), text('\u00a0kr')] : [ref(id, known)];
}
