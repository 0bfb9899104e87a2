import type { FigureRef, NumberFormat, SignDisplay } from './figure.ts';
import type { Inline } from './node.ts';

export const text = (content: string): Inline => ({ inline: 'text', text: content });
export const strong = (...content: readonly Inline[]): Inline => ({ inline: 'strong', content });
export const link = (to: string, content: string): Inline => ({
  inline: 'link',
  to,
  content: [text(content)],
});

export const ref = (
  figure: string,
  format: NumberFormat,
  sign: SignDisplay = 'minus',
  decimals = 0,
): FigureRef => ({
  inline: 'figure',
  figure,
  format,
  sign,
  decimals,
});

/** What may stand between the words of a sentence. */
export type Said = string | number | Inline | readonly Inline[];

/** A sentence with figures in it: say`${unit} koster ${amount} i ${year}.` */
export function say(words: TemplateStringsArray, ...between: readonly Said[]): readonly Inline[] {
  const content: Inline[] = [];
  const add = (one: Inline): void => {
    const last = content.at(-1);
    if (one.inline === 'text' && last?.inline === 'text')
      content[content.length - 1] = text(last.text + one.text);
    else if (one.inline !== 'text' || one.text !== '') content.push(one);
  };
  for (const [at, word] of words.entries()) {
    add(text(word));
    const value = between[at];
    if (value === undefined) continue;
    if (typeof value === 'string' || typeof value === 'number') add(text(`${value}`));
    else if (isList(value)) for (const one of value) add(one);
    else add(value);
  }
  return content;
}

const isList = (value: Inline | readonly Inline[]): value is readonly Inline[] => Array.isArray(value);

/** Sentences after one another, with a space between. */
export const sentences = (...all: readonly (readonly Inline[])[]): readonly Inline[] =>
  all.filter((one) => one.length > 0).flatMap((one, at) => (at === 0 ? one : [text(' '), ...one]));
