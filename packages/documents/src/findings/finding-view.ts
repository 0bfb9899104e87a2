import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import { printedNumber } from '@samstyr/contract/texts/published-findings';
import type { PublishedTable } from '@samstyr/core/control/published/published-document';
import { headerCount } from '@samstyr/core/control/published/table-view';
import { findingWords, placeParts, placeText } from './finding-words.ts';

type Finding = CheckReport['findings'][number];

/** A cell as it is printed. `mark`: what is told about, or a figure that is wrong because of it. */
export type ShownCell = {
  readonly text: string;
  readonly isFigure: boolean;
  readonly mark: 'hit' | 'trail' | null;
};

/** A table, or the rows of a long one around the finding. */
export type ShownTable = {
  readonly label: string;
  readonly caption: string;
  /** Which rows are shown, in words; null where all are. */
  readonly extract: string | null;
  readonly head: readonly (readonly ShownCell[])[];
  readonly body: readonly (readonly ShownCell[])[];
};

type Told = { readonly place: string; readonly sentence: string };

/** A cause with everything a page says of it, in words and printed figures. Two pages show it, and are to say the same. */
export type FindingView = {
  readonly number: number;
  readonly class: Exclude<Finding['class'], 'rounding'>;
  readonly confidence: Finding['confidence'];
  readonly sentence: string;
  readonly reason: string;
  readonly arithmetic: string;
  readonly place: string;
  /** The place step by step: page, line, table, row and column, with the names the document has for them. */
  readonly steps: readonly { readonly name: string; readonly value: string }[];
  /** Printed, expected and the difference, as figures of one unit. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly unit: string;
  readonly followers: readonly Told[];
  readonly table: ShownTable | null;
};

export type FindingViews = {
  readonly findings: readonly FindingView[];
  readonly roundings: readonly Told[];
};

/** The order of the classes, gravest first. */
export const classOrder = ['error', 'transcription', 'garbled', 'soft'] as const;
const shownRows = 14;

/** What a report says, laid out for a page. `tables` are those of the document. */
export function findingViews(
  report: CheckReport,
  tables: readonly PublishedTable[],
  language: Language,
): FindingViews {
  const words = findingWords[language];
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const told = ({ place, sentence }: Finding): Told => ({
    place: placeText(place, report.format, words),
    sentence,
  });
  const causes = report.findings.filter(({ causeOf }) => causeOf === null);
  const ordered = classOrder.flatMap((kind) =>
    causes.flatMap((finding) => (finding.class === kind ? [{ kind, finding }] : [])),
  );
  const findings = ordered.map(({ kind, finding }, at): FindingView => {
    const followers = finding.consequences.flatMap((id) => byId.get(id) ?? []);
    const table = tables.find(({ ordinal }) => ordinal === finding.place.table);
    const names = new Map([
      [words.table, table === undefined ? '' : nameOf(table)],
      [words.row, finding.names.row],
      [words.column, finding.names.column],
    ]);
    return {
      number: at + 1,
      class: kind,
      confidence: finding.confidence,
      sentence: finding.sentence,
      reason: finding.reason,
      arithmetic: finding.arithmetic,
      place: placeText(finding.place, report.format, words),
      steps: placeParts(finding.place, report.format, words).map(({ name, value }) => {
        const title = names.get(name) ?? '';
        return { name, value: title === '' ? value : `${value} · ${title}` };
      }),
      figures: [
        { name: words.printed, decimal: finding.printed },
        { name: words.expected, decimal: finding.expected },
        { name: words.difference, decimal: finding.difference },
      ].flatMap(({ name, decimal }) => (decimal === null ? [] : [{ name, value: figure(decimal) }])),
      unit: unitOf(finding.unit),
      followers: followers.map(told),
      table: table === undefined ? null : shownTable(finding, followers, table, language),
    };
  });
  return { findings, roundings: report.findings.filter(({ class: kind }) => kind === 'rounding').map(told) };
}

const noBreakSpace = '\u00a0';

const unitOf = (unit: Finding['unit']): string =>
  unit === null
    ? ''
    : unit === '1000 kr'
      ? `1${noBreakSpace}000${noBreakSpace}kr`
      : unit.replace(' ', noBreakSpace);

/** Decimal text of the report → as Norwegians print it. */
function figure(decimal: string): string {
  const [whole = '0', decimals = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(`${whole}${decimals.padEnd(6, '0').slice(0, 6)}`);
  return printedNumber(decimal.startsWith('-') ? -value : value);
}

const nameOf = ({ captions }: PublishedTable): string =>
  captions.find(({ kind, isRepeated }) => kind !== 'text' && !isRepeated)?.text ?? '';

function shownTable(
  finding: Finding,
  followers: readonly Finding[],
  table: PublishedTable,
  language: Language,
): ShownTable {
  const words = findingWords[language];
  const headers = Math.min(headerCount(table.rows), 4);
  const isAt = (one: Finding, row: number, column: number): boolean =>
    one.place.table === table.ordinal &&
    one.place.row === row + 1 &&
    (one.place.column === column + 1 || one.place.column === null);
  const [from, until] = windowOf(table.rows.length, headers, (finding.place.row ?? 1) - 1);
  const columns = [...(table.rows[0]?.cells.keys() ?? [])];
  const body = table.rows.slice(headers);
  const ofFigures = new Set(
    columns.filter(
      (column) => body.filter(({ cells }) => cells[column]?.state === 'number').length * 2 >= body.length,
    ),
  );
  const line = (row: number): readonly ShownCell[] =>
    columns.map((column) => {
      const isBody = row >= headers && column > 0;
      const isHit = isBody && isAt(finding, row, column);
      const isTrail = isBody && followers.some((each) => isAt(each, row, column));
      return {
        text: table.rows[row]?.cells[column]?.raw ?? '',
        isFigure: column > 0 && ofFigures.has(column),
        mark: isHit ? 'hit' : isTrail ? 'trail' : null,
      };
    });
  const name = nameOf(table);
  const isCut = from > headers || until < table.rows.length;
  const label = `${words.table} ${table.ordinal}`;
  return {
    label: name === '' ? label : `${label}: ${name}`,
    caption: name === '' ? label : name,
    extract: isCut ? words.extract(from + 1, until, table.rows.length) : null,
    head: Array.from({ length: headers }, (_, row) => line(row)),
    body: Array.from({ length: until - from }, (_, at) => line(from + at)),
  };
}

/** A table as it is, or the rows around the finding when it is long. */
function windowOf(rows: number, headers: number, marked: number): readonly [number, number] {
  if (rows - headers <= shownRows * 2) return [headers, rows];
  const from = Math.max(headers, Math.min(marked - shownRows / 2, rows - shownRows));
  return [from, Math.min(rows, from + shownRows)];
}
