import type { Language } from './language.ts';

export const or = { nb: 'eller', nn: 'eller', en: 'or' } as const;

/** `a, b eller c`. */
export const oneOf = (names: readonly string[], language: Language): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or[language]} ${names.at(-1)}`;
