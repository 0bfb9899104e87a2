import { labelKey } from '@samstyr/core/control/published/labels';
import { type Cell, micro, type PublishedDocument } from '@samstyr/core/control/published/published-document';
import type { ColumnView } from '@samstyr/core/control/published/table-view';
import { isLeaf, type UnderstoodTable } from '@samstyr/core/control/published/understood-table';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { RegisterRow, RegisterValueRow } from '@samstyr/core/model/rows';
import { slugFrom } from '@samstyr/core/model/slug';
import { type Day, day, firstDayOf } from '@samstyr/core/period/day';

/** What a document counts for each member («Folketall 1. januar 2024»): a register a key may be read from. */
export type PrintedRegister = {
  readonly register: RegisterRow;
  readonly values: readonly RegisterValueRow[];
  readonly date: Day;
  /** The document does not say of which day: 1 January of the year before was put in. */
  readonly isDateAssumed: boolean;
  readonly heading: string;
  readonly cell: Cell;
};

const population = /folket[ae]l|innb(?:ygg|y?gjar)|befolkning|population|inhabitants/i;
const counted =
  /folket[ae]l|innb(?:ygg|y?gjar)|befolkning|population|inhabitants|\bantal[l]?\b|\btal på\b|elev|\bbarn\b|brukar|bruker|døgn|timer|timar|\bpiper\b|eiendom|eigedom|husstand|husstand|bolig|bustad|abonne|henvend|oppdrag|number of|pupils|properties/i;
const months = ['jan', 'feb', 'mar', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de'] as const;

/** The first day a text names: «1. januar 2024», «01.07.2025», «January 1 2024». */
function dayIn(text: string): Day | null {
  const numbers = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/.exec(text);
  const words =
    /(?<!\d)(\d{1,2})\.?\s?(\p{L}{3,9})\.?\s((?:19|20)\d\d)(?!\d)/u.exec(text) ??
    /(?<!\p{L})(\p{L}{3,9})\s(\d{1,2}),?\s((?:19|20)\d\d)(?!\d)/u.exec(text);
  const [, a = '', b = '', year = ''] = numbers ?? words ?? [];
  if (year === '') return null;
  const [number, name] = /\p{L}/u.test(a) ? [b, a] : [a, b];
  const month = /\d/.test(name)
    ? Number.parseInt(name, 10)
    : months.findIndex((start) => name.toLowerCase().startsWith(start)) + 1;
  const inMonth = Number.parseInt(number, 10);
  if (month < 1 || month > 12 || inMonth < 1 || inMonth > 28 + (month === 2 ? 0 : 2)) return null;
  return day(`${year}-${`${month}`.padStart(2, '0')}-${`${inMonth}`.padStart(2, '0')}`);
}

/**
 * The columns of whole numbers beside the members' names that count something, as registers. `parties` are the members' slugs by the key of
 * their names. A column counts for all members it has a number for; one that lacks most is left alone.
 */
export function printedRegisters(
  document: PublishedDocument,
  tables: readonly UnderstoodTable[],
  {
    parties,
    year,
    file,
  }: { readonly parties: ReadonlyMap<string, string>; readonly year: number; readonly file: string },
): readonly PrintedRegister[] {
  const found = new Map<string, PrintedRegister>();
  for (const table of tables) {
    const rows = table.view.rows.filter(({ key, index }) => parties.has(key) && isLeaf(table, index));
    if (rows.length < 2) continue;
    for (const column of table.view.columns) {
      const printed = registerIn(document, table, column, { rows, parties, year, file });
      if (printed === null) continue;
      const name = `${printed.register.id} ${printed.date}`;
      const known = found.get(name);
      if (known === undefined || known.values.length < printed.values.length) found.set(name, printed);
    }
  }
  return [...found.values()];
}

function registerIn(
  document: PublishedDocument,
  table: UnderstoodTable,
  column: ColumnView,
  {
    rows,
    parties,
    year,
    file,
  }: {
    readonly rows: UnderstoodTable['view']['rows'];
    readonly parties: ReadonlyMap<string, string>;
    readonly year: number;
    readonly file: string;
  },
): PrintedRegister | null {
  const { view } = table;
  const heading = column.header;
  const titles = view.table.captions.slice(0, 1).map(({ text }) => text);
  // «Folketall» may stand above the table, with nothing but years over the columns.
  const bare = heading.replace(/(?:19|20)\d\d/g, '').replace(/[\d.\s]/g, '');
  const name = bare === '' ? titles.join(' ') : heading;
  if (!counted.test(name) || column.isPercent || column.saysChange || column.saysAverage) return null;
  const cells = rows.flatMap(({ index, key }) => {
    const cell = view.cellAt(index, column.index);
    const party = parties.get(key);
    return cell?.value == null || party === undefined ? [] : [{ cell, party, value: cell.value }];
  });
  const [first] = cells;
  if (first === undefined || cells.length * 3 < rows.length * 2) return null;
  if (cells.some(({ cell, value }) => cell.decimals > 0 || value <= 0n || cell.isPercent)) return null;
  const near = document.paragraphs
    .filter(({ place }) => Math.abs(place.line - view.table.place.line) <= 6)
    .map(({ text }) => text)
    .filter((text) => counted.test(text));
  const told = [heading, ...titles, ...near].map(dayIn).find((each) => each !== null) ?? null;
  const date = told ?? firstDayOf(column.year ?? year - 1);
  const isPopulation = population.test(name);
  const id = isPopulation ? 'population' : slugFrom(labelKey(name.replace(/\d/g, '')).replaceAll('/', ' '));
  if (id === '') return null;
  const words = isPopulation ? 'innbyggere' : labelKey(name.replace(/\d+\.?/g, '')).trim();
  return {
    register: {
      id,
      name: isPopulation ? 'Folketall' : name.trim(),
      nameNn: null,
      nameEn: null,
      unit: isPopulation ? 'innbygger' : words,
      units: words,
      source: file,
      note: null,
    },
    values: cells.map(({ party, value }) => ({
      id: `${id}/${date}/${party}`,
      register: id,
      party,
      date,
      group: null,
      value: fraction(value / micro),
      basis: 'published' as const,
      source: file,
      published: null,
      note: null,
    })),
    date,
    isDateAssumed: told === null && column.year === null,
    heading: name.trim(),
    cell: first.cell,
  };
}
