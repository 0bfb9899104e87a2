import type { Texts } from './language.ts';

/** Why a file could not be read as a published document. `kind`, `is` and `also` are names of formats. */
export type PublishedProblem =
  | { readonly code: 'published.empty' }
  | { readonly code: 'published.binary'; readonly looksLike: string | null }
  | { readonly code: 'published.notUtf8' }
  | { readonly code: 'published.tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'published.lineTooLong'; readonly line: number }
  | { readonly code: 'published.wrongName'; readonly ending: string; readonly is: string }
  | { readonly code: 'published.twoInOne'; readonly is: string; readonly also: string }
  | { readonly code: 'published.encrypted'; readonly kind: string }
  | { readonly code: 'published.broken'; readonly kind: string }
  | { readonly code: 'published.macros' }
  | { readonly code: 'published.oldOffice' }
  | {
      readonly code: 'published.bomb';
      readonly bytes: number;
      readonly unpackedBytes: number | null;
      readonly files: number;
    }
  | { readonly code: 'published.tooManyPages'; readonly pages: number; readonly limit: number }
  | { readonly code: 'published.tooManyCells'; readonly limit: number }
  | { readonly code: 'published.noText'; readonly pages: number }
  | { readonly code: 'published.tooSlow'; readonly seconds: number }
  | { readonly code: 'published.stopped' }
  | { readonly code: 'published.noSuchFile'; readonly path: string };

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000))}`;
const formats = 'docx, xlsx, html, pdf, md, txt';

export const publishedProblemTexts: Texts<PublishedProblem> = {
  'published.empty': {
    nb: () => 'Filen er tom. Det er ingenting å kontrollere.',
    nn: () => 'Fila er tom. Det er ingenting å kontrollere.',
    en: () => 'The file is empty. There is nothing to check.',
  },
  'published.binary': {
    nb: ({ looksLike }) =>
      `Filen ${looksLike === null ? 'er ikke et dokument vi kan lese' : `ser ut til å være ${looksLike}`}. Lagre dokumentet som ${formats}, og prøv igjen.`,
    nn: ({ looksLike }) =>
      `Fila ${looksLike === null ? 'er ikkje eit dokument vi kan lese' : `ser ut til å vere ${looksLike}`}. Lagre dokumentet som ${formats}, og prøv igjen.`,
    en: ({ looksLike }) =>
      `The file ${looksLike === null ? 'is no document we can read' : `seems to be ${looksLike}`}. Save the document as ${formats}, and try again.`,
  },
  'published.notUtf8': {
    nb: () => 'Tegnsettet lot seg ikke lese. Lagre filen som UTF-8, og prøv igjen.',
    nn: () => 'Teiknsettet lét seg ikkje lese. Lagre fila som UTF-8, og prøv igjen.',
    en: () => 'The character set could not be read. Save the file as UTF-8, and try again.',
  },
  'published.tooLarge': {
    nb: ({ bytes, limit }) =>
      `Filen er på ${megabytes(bytes)} MB; grensen er ${megabytes(limit)} MB. Del den opp, og kontroller delene hver for seg.`,
    nn: ({ bytes, limit }) =>
      `Fila er på ${megabytes(bytes)} MB; grensa er ${megabytes(limit)} MB. Del ho opp, og kontroller delane kvar for seg.`,
    en: ({ bytes, limit }) =>
      `The file is ${megabytes(bytes)} MB; the limit is ${megabytes(limit)} MB. Split it, and check the parts one by one.`,
  },
  'published.lineTooLong': {
    nb: ({ line }) =>
      `Linje ${line} er så lang at filen neppe er et dokument. Kontroller at det er riktig fil.`,
    nn: ({ line }) =>
      `Linje ${line} er så lang at fila neppe er eit dokument. Kontroller at det er rett fil.`,
    en: ({ line }) => `Line ${line} is too long for a document. Make sure it is the right file.`,
  },
  'published.wrongName': {
    nb: ({ ending, is }) =>
      `Filen heter ${ending}, men innholdet er ${is}. Gi den riktig navn, og prøv igjen.`,
    nn: ({ ending, is }) => `Fila heiter ${ending}, men innhaldet er ${is}. Gi ho rett namn, og prøv igjen.`,
    en: ({ ending, is }) =>
      `The file is called ${ending}, but holds ${is}. Give it its right name, and try again.`,
  },
  'published.twoInOne': {
    nb: ({ is, also }) => `Filen er ${is} og ${also} i én. Slike filer leses ikke. Lagre dokumentet på nytt.`,
    nn: ({ is, also }) =>
      `Fila er ${is} og ${also} i eitt. Slike filer blir ikkje lesne. Lagre dokumentet på nytt.`,
    en: ({ is, also }) =>
      `The file is ${is} and ${also} in one. Such files are not read. Save the document again.`,
  },
  'published.encrypted': {
    nb: ({ kind }) => `Dokumentet (${kind}) er låst med passord. Lagre det uten passord, og prøv igjen.`,
    nn: ({ kind }) => `Dokumentet (${kind}) er låst med passord. Lagre det utan passord, og prøv igjen.`,
    en: ({ kind }) => `The document (${kind}) is locked by a password. Save it without, and try again.`,
  },
  'published.broken': {
    nb: ({ kind }) =>
      `Filen er skadet eller ufullstendig og kan ikke leses som ${kind}. Hent den på nytt, eller lagre den på nytt.`,
    nn: ({ kind }) =>
      `Fila er skadd eller ufullstendig og kan ikkje lesast som ${kind}. Hent ho på nytt, eller lagre ho på nytt.`,
    en: ({ kind }) =>
      `The file is damaged or incomplete and cannot be read as ${kind}. Fetch it or save it again.`,
  },
  'published.macros': {
    nb: () =>
      'Filen har makroer (program). Lagre den som vanlig docx eller xlsx uten makroer, og prøv igjen.',
    nn: () => 'Fila har makroar (program). Lagre ho som vanleg docx eller xlsx utan makroar, og prøv igjen.',
    en: () => 'The file has macros (programs). Save it as plain docx or xlsx without them, and try again.',
  },
  'published.oldOffice': {
    nb: () =>
      'Filen er i det gamle Office-formatet (doc, xls). Lagre den som docx eller xlsx, og prøv igjen.',
    nn: () => 'Fila er i det gamle Office-formatet (doc, xls). Lagre ho som docx eller xlsx, og prøv igjen.',
    en: () => 'The file is in the old Office format (doc, xls). Save it as docx or xlsx, and try again.',
  },
  'published.bomb': {
    nb: ({ bytes, unpackedBytes, files }) =>
      `Filen er på ${megabytes(bytes)} MB, men pakker seg ut til ${unpackedBytes === null ? 'mye mer enn et dokument trenger' : `${megabytes(unpackedBytes)} MB i ${files} deler`}. Den blir ikke åpnet. Kontroller hvor den kommer fra.`,
    nn: ({ bytes, unpackedBytes, files }) =>
      `Fila er på ${megabytes(bytes)} MB, men pakkar seg ut til ${unpackedBytes === null ? 'mykje meir enn eit dokument treng' : `${megabytes(unpackedBytes)} MB i ${files} delar`}. Ho blir ikkje opna. Kontroller kvar ho kjem frå.`,
    en: ({ bytes, unpackedBytes, files }) =>
      `The file is ${megabytes(bytes)} MB but unpacks to ${unpackedBytes === null ? 'far more than a document needs' : `${megabytes(unpackedBytes)} MB in ${files} parts`}. It is not opened. Find out where it comes from.`,
  },
  'published.tooManyPages': {
    nb: ({ pages, limit }) =>
      `Dokumentet har ${pages} sider; grensen er ${limit}. Del det opp, og kontroller delene hver for seg.`,
    nn: ({ pages, limit }) =>
      `Dokumentet har ${pages} sider; grensa er ${limit}. Del det opp, og kontroller delane kvar for seg.`,
    en: ({ pages, limit }) =>
      `The document has ${pages} pages; the limit is ${limit}. Split it, and check the parts one by one.`,
  },
  'published.tooManyCells': {
    nb: ({ limit }) =>
      `Tabellene har mer enn ${limit} celler. Ta ut arkene eller sidene som skal kontrolleres, og prøv igjen.`,
    nn: ({ limit }) =>
      `Tabellane har meir enn ${limit} celler. Ta ut arka eller sidene som skal kontrollerast, og prøv igjen.`,
    en: ({ limit }) =>
      `The tables have more than ${limit} cells. Take out the sheets or pages to be checked, and try again.`,
  },
  'published.noText': {
    nb: ({ pages }) =>
      `Dokumentet har ${pages} sider, men ingen tekst: sidene er bilder. Kjør tekstgjenkjenning (OCR), eller finn originalen.`,
    nn: ({ pages }) =>
      `Dokumentet har ${pages} sider, men ingen tekst: sidene er bilete. Køyr tekstattkjenning (OCR), eller finn originalen.`,
    en: ({ pages }) =>
      `The document has ${pages} pages but no text: the pages are pictures. Run text recognition (OCR), or find the original.`,
  },
  'published.stopped': {
    nb: () => 'Kontrollen ble stoppet.',
    nn: () => 'Kontrollen vart stoppa.',
    en: () => 'The check was stopped.',
  },
  'published.tooSlow': {
    nb: ({ seconds }) =>
      `Kontrollen ble stanset etter ${seconds} sekunder eller fordi den brukte for mye minne. Del filen opp, og prøv igjen.`,
    nn: ({ seconds }) =>
      `Kontrollen vart stansa etter ${seconds} sekund eller fordi han brukte for mykje minne. Del fila opp, og prøv igjen.`,
    en: ({ seconds }) =>
      `The check was stopped after ${seconds} seconds or because it used too much memory. Split the file, and try again.`,
  },
  'published.noSuchFile': {
    nb: ({ path }) => `Fant ikke filen ${path}.`,
    nn: ({ path }) => `Fann ikkje fila ${path}.`,
    en: ({ path }) => `Found no file ${path}.`,
  },
};
