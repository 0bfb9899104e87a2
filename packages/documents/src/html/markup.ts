/** Markup that is safe to put in a page. Only this file makes it from text. */
export type Markup = { readonly markup: string };

const replaced: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs no browser shows and some refuse: the control signs but tab and line ends, and what is no character at all. */
const unwanted = /[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

/** Any text, from anybody, as text: in an element or in a quoted attribute. */
const escapeText = (text: string): string =>
  text
    .replace(unwanted, (sign) => (/\s/.test(sign) ? sign : ''))
    .replace(/[&<>"']/g, (sign) => replaced[sign] ?? '');

type Value = string | number | Markup | readonly Markup[] | null;

const isMany = (value: Markup | readonly Markup[]): value is readonly Markup[] => Array.isArray(value);

/** html`<td>${text}</td>`: what is put in is escaped, unless it is markup already; null is nothing. */
export function html(literal: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = literal[0] ?? '';
  for (const [at, value] of values.entries()) {
    if (value === null) markup += '';
    else if (typeof value === 'string' || typeof value === 'number') markup += escapeText(`${value}`);
    else if (isMany(value)) for (const one of value) markup += one.markup;
    else markup += value.markup;
    markup += literal[at + 1] ?? '';
  }
  return { markup };
}

/** Constants of this package that are markup by themselves: the style sheet and the script. */
export const trusted = (markup: string): Markup => ({ markup });

/** Data in a script element: no `<` in it can end the element. */
export const json = (value: unknown): Markup =>
  trusted(
    JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  );
