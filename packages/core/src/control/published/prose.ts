import { labelKey } from './labels.ts';
import { absolute, roundedTo } from './printed-figure.ts';
import { amountDeviations } from './prose-amounts.ts';
import { type ChangeClaim, changeClaims, withinClaims } from './prose-claims.ts';
import { companionDeviations } from './prose-companion.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { listDeviations } from './prose-list.ts';
import { restDeviations } from './prose-rest.ts';
import { sameDeviations } from './prose-same.ts';
import { mentionsMember, startsWithName, type TablesNear, tablesNear } from './prose-tables.ts';
import { type Cell, type Micro, micro, type Paragraph } from './published-document.ts';
import type { Cause } from './published-finding.ts';
import { slipBetween } from './slips.ts';
import { columnKind, type UnderstoodTable } from './understood-table.ts';

/** The old and new figure a claim is about. */
type Pair = {
  readonly table: UnderstoodTable;
  /** The row is no sum: the sentence names it. */
  readonly isNamed: boolean;
  readonly rowLabel: string;
  readonly from: Micro;
  readonly to: Micro;
};

/** «fra 2023 til 2024»: the years a sentence says it is between; null where it says none. */
type ToldYears = readonly [number, number] | null;

function yearsTold(sentence: string): ToldYears {
  const said =
    /(?<!\p{L})(?:fra|frå|from)\s(?:\p{L}+\s){0,2}(20\d\d)\s(?:til|to)\s(?:\p{L}+\s){0,2}(20\d\d)(?!\d)/iu.exec(
      sentence,
    );
  return said === null ? null : [Number.parseInt(said[1] ?? '', 10), Number.parseInt(said[2] ?? '', 10)];
}

type YearColumn = UnderstoodTable['view']['columns'][number];

/** The two last years; where one has several columns («Budsjett 2024», «Regnskap 2024»), the two of the same name, if only they are. */
function twoYears(columns: readonly YearColumn[], told: ToldYears): readonly (YearColumn | undefined)[] {
  if (told !== null) {
    const pair = told.map((year) => columns.filter((column) => column.year === year));
    return pair.every(({ length }) => length === 1) ? pair.flat() : [];
  }
  const [from, to] = columns.slice(-2);
  if (from?.year !== to?.year) return [from, to];
  const nameOf = ({ header }: YearColumn): string => labelKey(header.replace(/(?:19|20)\d\d/g, ''));
  const pairs = columns.flatMap((later) =>
    columns.flatMap((earlier) =>
      later.year === to?.year && (earlier.year ?? 0) + 1 === later.year && nameOf(earlier) === nameOf(later)
        ? [[earlier, later]]
        : [],
    ),
  );
  return pairs.length === 1 ? (pairs[0] ?? []) : [];
}

/** Last year's and this year's figure of a row: the two last years before a change column, in kroner. */
function pairOf(table: UnderstoodTable, row: number, told: ToldYears): Pair | null {
  const { view, unit } = table;
  const years = view.columns
    .filter(
      (column) => column.year !== null && !column.isPercent && columnKind(table, column) === `${column.year}`,
    )
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const [from, to] = twoYears(years, told);
  if (from === undefined || to === undefined || from.year === to.year) return null;
  const [old, now] = [view.cellAt(row, from.index), view.cellAt(row, to.index)];
  if (old === undefined || now === undefined || (old.value === null && now.value === null)) return null;
  const crowns = (cell: Cell): Micro => (cell.value ?? 0n) * unit.factor;
  const isNamed = row !== table.totalRow;
  return { table, isNamed, rowLabel: view.rows[row]?.label ?? '', from: crowns(old), to: crowns(now) };
}

const speaksOfWhole =
  /budsjett(?:et|forslag|forslaget|ramma|rammen)?\b|\bramm(?:en|a)\b|\bsamlet\b|\btotalt?\b|\bsamla\b|tjenesten totalt|\bbudget\b|\bin total\b|\boverall\b/i;

/** Which rows of which tables the sentence is about; none when it may be about something the tables do not show. */
function pairsFor(claim: ChangeClaim, near: TablesNear): readonly Pair[] {
  const tables = [near.before, near.after, near.lastBefore].filter((table) => table !== null);
  const told = yearsTold(claim.sentence);
  const opening = /^(?:[-*•]\s*)?([^:.]{2,40}):/.exec(claim.paragraph.text)?.[1];
  if (opening !== undefined) {
    const named = rowsNamed(near.before ?? near.lastBefore, labelKey(opening), told);
    if (named.length > 0) return named;
  }
  const sentence = labelKey(claim.sentence);
  const named = [near.before, near.after].flatMap((table) =>
    table === null
      ? []
      : table.view.rows
          .filter(({ key }) => key.length >= 3 && startsWithName(sentence, key))
          .map(({ key }) => ({ table, key })),
  );
  if (named.length > 0) return named.flatMap(({ table, key }) => rowsNamed(table, key, told));
  if (!claim.isSubject && !speaksOfWhole.test(claim.sentence)) return [];
  if (mentionsMember(sentence, tables)) return [];
  const whole = (table: UnderstoodTable | null): readonly Pair[] => {
    if (table === null || table.totalRow === null) return [];
    const pair = pairOf(table, table.totalRow, told);
    return pair === null ? [] : [pair];
  };
  return [...whole(near.after), ...whole(near.before)];
}

function rowsNamed(table: UnderstoodTable | null, key: string, told: ToldYears): readonly Pair[] {
  if (table === null) return [];
  return table.view.rows.flatMap((row) => (row.key === key ? (pairOf(table, row.index, told) ?? []) : []));
}

const percentOf = (change: Micro, base: Micro): Micro | null =>
  base === 0n ? null : roundedTo((change * 100n * micro * 10n) / absolute(base), 10n) / 10n;

type Verdict = {
  readonly fits: boolean;
  readonly expected: Micro;
  readonly cause: Cause;
  readonly isFar: boolean;
};

const near = (claim: ChangeClaim, actual: Micro): boolean =>
  (claim.isAtLeast === true && absolute(actual) >= claim.value) ||
  absolute(absolute(actual) - claim.value) * 2n <= claim.step * (claim.isApproximate ? 2n : 1n) + 2n;

/** The claim against one pair of figures. */
function judge(claim: ChangeClaim, { from, to, isNamed }: Pair, scale: bigint): Verdict | null {
  const change = (to - from) * scale;
  const actual = claim.kind === 'change' ? change : percentOf(to - from, from);
  if (actual === null) return null;
  const sameWay = claim.value === 0n || change === 0n || change > 0n === claim.direction > 0n;
  const shown = claim.kind === 'change' ? actual : roundedTo(actual, micro / 10n);
  if (near(claim, actual)) return { fits: sameWay, expected: shown, cause: 'signWord', isFar: false };
  const onNew = claim.kind === 'percent' ? percentOf(to - from, to) : null;
  if (sameWay && onNew !== null && near(claim, onNew))
    return { fits: false, expected: shown, cause: 'otherBase', isFar: false };
  const cut = absolute(actual) - (absolute(actual) % claim.step);
  if (sameWay && cut === claim.value) return { fits: false, expected: shown, cause: 'cutOff', isFar: false };
  for (const power of [10n, 100n, 1000n, 1_000_000n])
    if (
      claim.kind === 'change' &&
      (near({ ...claim, value: claim.value * power, step: claim.step * power }, actual) ||
        near({ ...claim, value: claim.value / power, step: claim.step / power }, actual))
    )
      return { fits: false, expected: shown, cause: 'magnitude', isFar: false };
  const [small, large] = [absolute(actual), claim.value].toSorted((a, b) => (a < b ? -1 : 1));
  const isFar =
    claim.value !== 0n && (small === undefined || large === undefined || small * 5n < large * 2n || !sameWay);
  // A word for a level has no figure to mistake; said of a named row, the wrong way is the wrong word.
  if (!/\d/.test(claim.text) && isNamed)
    return { fits: false, expected: shown, cause: sameWay ? 'unexplained' : 'signWord', isFar: false };
  return { fits: false, expected: shown, cause: 'unexplained', isFar };
}

/** Sentences against the tables they speak of. What cannot be tied to a table with certainty is left alone. */
export function proseDeviations(
  paragraphs: readonly Paragraph[],
  tables: readonly UnderstoodTable[],
): readonly ProseDeviation[] {
  const headings = paragraphs.filter(({ isHeading }) => isHeading).map(({ place }) => place.line);
  const found: ProseDeviation[] = [];
  for (const claim of changeClaims(paragraphs)) {
    const pairs = pairsFor(claim, tablesNear(claim.paragraph, tables, headings));
    const verdicts = pairs.flatMap((pair) => {
      const isSure = pair.table.unit.evidence === 'stated' || pair.table.unit.evidence === 'roundThousands';
      const scales = isSure || pair.table.unit.factor !== 1n ? [1n] : [1n, 1000n];
      return scales.flatMap((scale) => {
        const verdict = judge(claim, pair, scale);
        return verdict === null ? [] : [{ pair, verdict }];
      });
    });
    if (verdicts.length === 0 || verdicts.some(({ verdict }) => verdict.fits)) continue;
    const best =
      verdicts.find(({ verdict }) => verdict.cause !== 'unexplained') ??
      verdicts.find(({ verdict }) => !verdict.isFar);
    if (best === undefined) continue;
    found.push(deviationOf(claim, best.pair, best.verdict));
  }
  return [
    ...found,
    ...amountDeviations(paragraphs, (paragraph) => tablesNear(paragraph, tables, headings)),
    ...withinDeviations(paragraphs),
    ...companionDeviations(paragraphs, tables),
    ...listDeviations(paragraphs),
    ...restDeviations(paragraphs),
    ...sameDeviations(paragraphs, tables),
  ];
}

function deviationOf(claim: ChangeClaim, pair: Pair, { cause, expected }: Verdict): ProseDeviation {
  const isPercent = claim.kind === 'percent';
  const isCut = cause === 'cutOff';
  const onNew = isPercent ? percentOf(pair.to - pair.from, pair.to) : null;
  return {
    // «Halvert», «doblet»: a level is told in a word, without a figure.
    rule: !/\d/.test(claim.text) ? 'prose.level' : isPercent ? 'prose.percent' : 'prose.change',
    cause,
    class: isCut ? 'rounding' : 'soft',
    severity: isCut ? 'info' : 'warning',
    confidence: cause === 'unexplained' ? 'medium' : 'high',
    place: claim.paragraph.place,
    text: claim.text,
    printed: claim.value * claim.direction,
    expected,
    isPercent,
    table: pair.table,
    rowLabel: pair.rowLabel,
    values: {
      from: pair.from,
      to: pair.to,
      ...(onNew === null ? {} : { onNew: roundedTo(onNew, micro / 10n) }),
    },
  };
}

function withinDeviations(paragraphs: readonly Paragraph[]): readonly ProseDeviation[] {
  return withinClaims(paragraphs).flatMap((claim): readonly ProseDeviation[] => {
    const actual = claim.isPercent ? percentOf(claim.to - claim.from, claim.from) : claim.to - claim.from;
    if (actual === null || absolute(absolute(actual) - absolute(claim.stated)) * 2n <= claim.step) return [];
    const slip = claim.isPercent ? null : slipBetween(absolute(claim.stated), absolute(actual));
    return [
      {
        rule: 'prose.within',
        cause: slip ?? 'unexplained',
        class: 'soft',
        severity: 'warning',
        confidence: 'medium',
        place: claim.paragraph.place,
        text: claim.text,
        printed: claim.stated,
        expected: claim.isPercent ? roundedTo(actual, micro / 10n) : actual,
        isPercent: claim.isPercent,
        table: null,
        rowLabel: '',
        values: { from: claim.from, to: claim.to },
      },
    ];
  });
}
