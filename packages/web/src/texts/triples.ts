import type { Language } from '@samstyr/contract/texts/language';

/** A sentence in bokmål, nynorsk and English, beside each other. */
export type Triple = readonly [nb: string, nn: string, en: string];
const places = { nb: 0, nn: 1, en: 2 } as const satisfies { readonly [L in Language]: number };

/** The sentences of one language, out of a list that has all three of each. */
export const inLanguage = <I extends string>(
  triples: { readonly [K in I]: Triple },
  language: Language,
): { readonly [K in I]: string } =>
  Object.fromEntries(
    Object.entries<Triple>(triples).map(([id, triple]) => [id, triple[places[language]]]),
  ) as { readonly [K in I]: string };
