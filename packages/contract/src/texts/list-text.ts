import type { Language } from './language.ts';
import { nearest } from './nearest.ts';

const and: { readonly [L in Language]: string } = { nb: 'og', nn: 'og', en: 'and' };

/** `a, b og c`; of more than `most` the first ones and how many there are besides. */
export function listed(names: readonly (string | number)[], language: Language, most = 12): string {
  const shown = names.length > most ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  const parts = rest === 0 ? shown : [...shown, `${rest} ${more[language]}`];
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and[language]} ${parts.at(-1)}`;
}

const more: { readonly [L in Language]: string } = { nb: 'til', nn: 'til', en: 'more' };

/** What to write instead of a name nobody knows: the nearest known one, else all there are. */
export function suggestion(name: string, known: readonly string[], language: Language): string {
  const near = nearest(name, known);
  const all = listed(known, language);
  switch (language) {
    case 'nb':
      return near === null
        ? known.length === 0
          ? 'Ingen er lagt inn.'
          : `Velg mellom ${all}.`
        : `Mente du «${near}»?`;
    case 'nn':
      return near === null
        ? known.length === 0
          ? 'Ingen er lagde inn.'
          : `Vel mellom ${all}.`
        : `Meinte du «${near}»?`;
    case 'en':
      return near === null
        ? known.length === 0
          ? 'None are entered.'
          : `Choose between ${all}.`
        : `Did you mean “${near}”?`;
  }
}
