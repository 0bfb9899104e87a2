import type { Inline } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import type { Context } from './context.ts';
import type { UnitGroup } from './groups.ts';

/** What the model's owner wrote, which has no other language than bokmål. */
export const inBokmal = ({ language }: Context, words: string): readonly Inline[] =>
  language === 'nb' || words === ''
    ? [text(words)]
    : [{ inline: 'language', language: 'nb', content: [text(words)] }];

/** What a group of units is called in the document's language; null where nobody has said. */
export function groupName(
  {
    source,
    language,
  }: { readonly source: Pick<Context['source'], 'model'>; readonly language: Context['language'] },
  name: string,
): string | null {
  if (language === 'nb') return name;
  const row = source.model.unitGroup.find((one) => one.name === name);
  return (language === 'nn' ? row?.nameNn : row?.nameEn) ?? null;
}

/** The same in a sentence: without a name in the language it is in bokmål, and says so to a screen reader. (S-EDI-10) */
export function groupInline(context: Context, name: string): readonly Inline[] {
  const own = groupName(context, name);
  return own === null ? inBokmal(context, name) : [text(own)];
}

/** A name in a sentence, in the quotation marks of the language. */
export const quoted = (name: string, language: Context['language']): string =>
  language === 'en' ? `“${name}”` : `«${name}»`;

/** «Sum helse og velferd»: the group's name inside the row's, with a small first letter. */
export function sumOfGroup(context: Context, { name }: Pick<UnitGroup, 'name'>): readonly Inline[] {
  const { t, language } = context;
  const own = groupName(context, name);
  if (own !== null) return [text(t.row.sumOf(own))];
  const small = `${name.slice(0, 1).toLocaleLowerCase(language)}${name.slice(1)}`;
  return [text(t.row.sumOf('')), ...inBokmal(context, small)];
}
