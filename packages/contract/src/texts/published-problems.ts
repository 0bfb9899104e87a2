/** Why a file could not be read, in words. The codes are those of formats/published/read-published. */
export type PublishedProblem =
  | { readonly code: 'published.empty' }
  | { readonly code: 'published.binary'; readonly looksLike: string | null }
  | { readonly code: 'published.notUtf8' }
  | { readonly code: 'published.tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'published.lineTooLong'; readonly line: number }
  | { readonly code: 'published.tooSlow'; readonly seconds: number }
  | { readonly code: 'published.noSuchFile'; readonly path: string };

export const bokmalPublishedProblem: {
  readonly [C in PublishedProblem['code']]: (problem: Extract<PublishedProblem, { code: C }>) => string;
} = {
  'published.empty': () => 'Filen er tom. Det er ingenting å kontrollere.',
  'published.binary': ({ looksLike }) =>
    looksLike === null
      ? 'Filen er ikke tekst. Lagre dokumentet som Markdown eller ren tekst, og prøv igjen.'
      : `Filen ser ut til å være ${looksLike}, ikke tekst. Lagre dokumentet som Markdown eller ren tekst, og prøv igjen.`,
  'published.notUtf8': () => 'Tegnsettet lot seg ikke lese. Lagre filen som UTF-8, og prøv igjen.',
  'published.tooLarge': ({ bytes, limit }) =>
    `Filen er på ${Math.round(bytes / 1_000_000)} MB; grensen er ${Math.round(limit / 1_000_000)} MB. Del den opp, og kontroller delene hver for seg.`,
  'published.lineTooLong': ({ line }) =>
    `Linje ${line} er så lang at filen neppe er et dokument. Kontroller at det er riktig fil.`,
  'published.tooSlow': ({ seconds }) =>
    `Kontrollen ble stanset etter ${seconds} sekunder eller fordi den brukte for mye minne. Del filen opp, og prøv igjen.`,
  'published.noSuchFile': ({ path }) => `Fant ikke filen ${path}.`,
};
