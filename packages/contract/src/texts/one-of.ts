import type { Language } from './language.ts';

export const or = { nb: 'eller', nn: 'eller', en: 'or' } as const;
/** `a, b eller c`. */
export const oneOf = (names: readonly string[], language: Language): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or[language]} ${names.at(-1)}`;
/** A whole number with a no-break space between thousands. */
export const thousands = (n: number): string => `${n}`.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
