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
  readonly extract: (from: number, until: number, all: number) => string;
  readonly marked: string;
  readonly follows: string;
  readonly overview: string;
  readonly roundings: (count: number) => string;
  readonly about: string;
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
    extract: (from, until, all) => `Rows ${from}–${until} of ${all}`,
    marked: 'the finding',
    follows: 'follows from the finding',
    overview: 'The findings',
    roundings: (count) => `Roundings (${count}), within what the tables are rounded to`,
    about:
      'The check reads figures, headings and layout of the document itself. It does not know the accounts behind, and a finding says that two figures of the document do not agree, not which of them is true.',
  },
};

/** `side 12, tabell 5, rad 3, kolonne 2`, or the cell of a workbook. */
export function placeText(
  place: CheckReport['findings'][number]['place'],
  format: CheckReport['format'],
  words: FindingWords,
): string {
  if (place.address !== undefined) return place.address;
  const page = place.page === null ? [] : [`${format === 'xlsx' ? words.sheet : words.page} ${place.page}`];
  const hasLines = format === 'text' || (format === 'xlsx' && place.table === null);
  const line = hasLines ? [`${words.line} ${place.line}`] : [];
  const isLoose = place.table === null && (format === 'docx' || format === 'html');
  const cell =
    place.table === null
      ? isLoose
        ? [`${words.paragraph} ${place.line}`]
        : []
      : [
          `${words.table} ${place.table}`,
          ...(place.row === null ? [] : [`${words.row} ${place.row}`]),
          ...(place.column === null ? [] : [`${words.column} ${place.column}`]),
        ];
  return [...page, ...line, ...cell].join(', ');
}
