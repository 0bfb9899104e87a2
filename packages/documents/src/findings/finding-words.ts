import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';

type Class = CheckReport['findings'][number]['class'];

/** The words of a report around its sentences. */
export type FindingWords = {
  readonly title: (file: string) => string;
  readonly counted: (findings: number, tables: number) => string;
  readonly allWell: string;
  readonly classes: { readonly [C in Class]: string };
  readonly printed: string;
  readonly expected: string;
  readonly difference: string;
  readonly consequences: (count: number) => string;
  readonly confidence: { readonly high: string; readonly medium: string; readonly low: string };
  readonly page: string;
  readonly sheet: string;
  readonly line: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly paragraph: string;
  readonly cell: string;
  readonly reason: string;
  readonly arithmetic: string;
  readonly unit: string;
  readonly toCell: string;
  readonly back: (number: number) => string;
  readonly filter: string;
  /** How far a check is: pages of a file that has them, then the tables. */
  readonly progress: (far: {
    readonly pages: number;
    readonly of: number;
    readonly tables: number | null;
  }) => string;
  readonly extract: (from: number, until: number, all: number) => string;
  readonly marked: string;
  readonly follows: string;
  readonly overview: string;
  readonly roundings: (count: number) => string;
  readonly about: string;
};

/** A sign for each class, so that it is told by more than its colour. */
export const classMarks: { readonly [C in Class]: string } = {
  error: '≠',
  transcription: '⇄',
  garbled: '⇲',
  soft: '¶',
  rounding: '≈',
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const findingWords: { readonly [L in Language]: FindingWords } = {
  nb: {
    title: (file) => `Kontroll av ${file}`,
    counted: (findings, tables) => `${findings} funn i ${plural(tables, 'tabell', 'tabeller')}`,
    allWell: 'Alt som lar seg regne etter, stemmer.',
    classes: {
      error: 'Går ikke opp',
      transcription: 'Avskriftsfeil',
      garbled: 'Forskjøvet eller ødelagt tabell',
      soft: 'Tekst som ikke stemmer med tabellen',
      rounding: 'Avrunding',
    },
    printed: 'Står',
    expected: 'Skulle stått',
    difference: 'Forskjell',
    consequences: (count) => `Følger av denne feilen (${count})`,
    confidence: { high: 'sikkert', medium: 'trolig', low: 'usikkert' },
    page: 'side',
    sheet: 'ark',
    line: 'linje',
    table: 'tabell',
    row: 'rad',
    column: 'kolonne',
    paragraph: 'avsnitt',
    cell: 'celle',
    reason: 'Årsak',
    arithmetic: 'Regnestykke',
    unit: 'Enhet',
    toCell: 'Vis cellen i tabellen',
    back: (number) => `Tilbake til funn ${number}`,
    filter: 'Vis',
    progress: ({ pages, of, tables }) =>
      tables !== null
        ? `${of === 0 ? '' : `${of} sider og `}${plural(tables, 'tabell', 'tabeller')} er lest. Regner etter …`
        : of === 0
          ? 'Leser dokumentet …'
          : `Leser side ${pages} av ${of} …`,
    extract: (from, until, all) => `Rad ${from}–${until} av ${all}`,
    marked: 'funnet',
    follows: 'følge av funnet',
    overview: 'Funnene',
    roundings: (count) => `Avrundinger (${count}), innenfor det tabellene er avrundet til`,
    about:
      'Kontrollen leser tall, overskrifter og oppsett i dokumentet selv. Den kjenner ikke regnskapet bak, og et funn sier at to tall i dokumentet ikke går sammen, ikke hvilket som er sant.',
  },
  nn: {
    title: (file) => `Kontroll av ${file}`,
    counted: (findings, tables) => `${findings} funn i ${plural(tables, 'tabell', 'tabellar')}`,
    allWell: 'Alt som lèt seg rekne etter, stemmer.',
    classes: {
      error: 'Går ikkje opp',
      transcription: 'Avskriftsfeil',
      garbled: 'Forskyvd eller øydelagd tabell',
      soft: 'Tekst som ikkje stemmer med tabellen',
      rounding: 'Avrunding',
    },
    printed: 'Står',
    expected: 'Skulle stått',
    difference: 'Skilnad',
    consequences: (count) => `Følgjer av denne feilen (${count})`,
    confidence: { high: 'sikkert', medium: 'truleg', low: 'usikkert' },
    page: 'side',
    sheet: 'ark',
    line: 'linje',
    table: 'tabell',
    row: 'rad',
    column: 'kolonne',
    paragraph: 'avsnitt',
    cell: 'celle',
    reason: 'Årsak',
    arithmetic: 'Reknestykke',
    unit: 'Eining',
    toCell: 'Vis cella i tabellen',
    back: (number) => `Tilbake til funn ${number}`,
    filter: 'Vis',
    progress: ({ pages, of, tables }) =>
      tables !== null
        ? `${of === 0 ? '' : `${of} sider og `}${plural(tables, 'tabell', 'tabellar')} er lesne. Reknar etter …`
        : of === 0
          ? 'Les dokumentet …'
          : `Les side ${pages} av ${of} …`,
    extract: (from, until, all) => `Rad ${from}–${until} av ${all}`,
    marked: 'funnet',
    follows: 'følgje av funnet',
    overview: 'Funna',
    roundings: (count) => `Avrundingar (${count}), innanfor det tabellane er avrunda til`,
    about:
      'Kontrollen les tal, overskrifter og oppsett i dokumentet sjølv. Han kjenner ikkje rekneskapen bak, og eit funn seier at to tal i dokumentet ikkje går saman, ikkje kva for eit som er sant.',
  },
  en: {
    title: (file) => `Check of ${file}`,
    counted: (findings, tables) =>
      `${plural(findings, 'finding', 'findings')} in ${plural(tables, 'table', 'tables')}`,
    allWell: 'All that can be worked out adds up.',
    classes: {
      error: 'Does not add up',
      transcription: 'Copying',
      garbled: 'Table out of place',
      soft: 'Text that disagrees with its table',
      rounding: 'Rounding',
    },
    printed: 'Printed',
    expected: 'Expected',
    difference: 'Difference',
    consequences: (count) => `Follows from this error (${count})`,
    confidence: { high: 'certain', medium: 'likely', low: 'uncertain' },
    page: 'page',
    sheet: 'sheet',
    line: 'line',
    table: 'table',
    row: 'row',
    column: 'column',
    paragraph: 'paragraph',
    cell: 'cell',
    reason: 'Cause',
    arithmetic: 'Worked out',
    unit: 'Unit',
    toCell: 'Show the cell in its table',
    back: (number) => `Back to finding ${number}`,
    filter: 'Show',
    progress: ({ pages, of, tables }) =>
      tables !== null
        ? `${of === 0 ? '' : `${of} pages and `}${plural(tables, 'table', 'tables')} read. Working out the sums …`
        : of === 0
          ? 'Reading the document …'
          : `Reading page ${pages} of ${of} …`,
    extract: (from, until, all) => `Rows ${from}–${until} of ${all}`,
    marked: 'the finding',
    follows: 'follows from the finding',
    overview: 'The findings',
    roundings: (count) => `Roundings (${count}), within what the tables are rounded to`,
    about:
      'The check reads figures, headings and layout of the document itself. It does not know the accounts behind, and a finding says that two figures of the document do not agree, not which of them is true.',
  },
};

type Place = CheckReport['findings'][number]['place'];

/** The place step by step: page or sheet, line, table, row, column; of a workbook's cell its address first. */
export function placeParts(
  place: Place,
  format: CheckReport['format'],
  words: FindingWords,
): readonly { readonly name: string; readonly value: string }[] {
  const one = (name: string, value: number | null) => (value === null ? [] : [{ name, value: `${value}` }]);
  const isLoose = place.table === null;
  const hasLines = format === 'text' || (format === 'xlsx' && isLoose);
  return [
    ...(place.address === undefined
      ? one(format === 'xlsx' ? words.sheet : words.page, place.page)
      : [{ name: words.cell, value: place.address }]),
    ...(hasLines && place.address === undefined ? one(words.line, place.line) : []),
    ...(isLoose && (format === 'docx' || format === 'html') ? one(words.paragraph, place.line) : []),
    ...(isLoose
      ? []
      : [...one(words.table, place.table), ...one(words.row, place.row), ...one(words.column, place.column)]),
  ];
}

/** `side 12, tabell 5, rad 3, kolonne 2`, or the cell of a workbook. */
export const placeText = (place: Place, format: CheckReport['format'], words: FindingWords): string =>
  place.address ??
  placeParts(place, format, words)
    .map(({ name, value }) => `${name} ${value}`)
    .join(', ');
