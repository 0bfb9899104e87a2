import { labelKey } from './labels.ts';
import { absolute, roundedTo } from './printed-figure.ts';
import type { ProseDeviation } from './prose-deviation.ts';
import { aboutSource, figureSource, looseStep, readFigure, sentencesOf } from './prose-figures.ts';
import { mentionsMember, startsWithName, type TablesNear } from './prose-tables.ts';
import { type Micro, micro, type Paragraph } from './published-document.ts';
import { slipBetween } from './slips.ts';
import { columnKind, type UnderstoodTable } from './understood-table.ts';

const isVerb = 'er på|er|utgjør|utgjer|blir|vert|kommer på|kjem på|is|totals|amounts to';
const amountPattern = new RegExp(
  String.raw`(?<!\p{L})(?:(?:budsjett|ramm)\p{L}*|totalbudsjett\p{L}*|sum(?:men)?|budget|total)(?!\p{L})[^.;:,\d]{0,40}(?:\d{4}[^.;:,\d]{0,25})?\s(?:${isVerb})\s+(?:til sammen |totalt |i alt |samla )?${aboutSource}${figureSource}`,
  'iu',
);
const sharePattern = new RegExp(
  String.raw`\s(?:betal(?:er|ar|te)|dekk(?:er|jer|et|te|a)|dek(?:ket|te)|bærer|ber|bar|st(?:år|od) for|ha(?:r|dde)|pa(?:ys|id)|cover(?:s|ed)|account(?:s|ed) for)\s+${aboutSource}${figureSource}\s+(?:av|of)(?!\p{L})`,
  'iu',
);
const deviationPattern = new RegExp(
  String.raw`(?<!\p{L})(?:(?:mer|meir|mindre)forbruk|oversk(?:udd|ot)|undersk(?:udd|ot)|avvik|deficit|surplus)\p{L}*\s(?:(?:er|var|ble|blei|vart|blir|is|was)\s)?(?:på|of)?\s*(?:til sammen |totalt |i alt |samla )?${aboutSource}${figureSource}`,
  'iu',
);
const wholePattern = new RegExp(
  String.raw`(?<!\p{L})(?:saml(?:et|a|ede)|total(?:t|e)?|combined|overall)\s[^.;:,\d]{4,40}?\s(?:på|var|of|was|${isVerb})\s+${aboutSource}${figureSource}`,
  'iu',
);
/** Words that make the figure one of something else than the row of the table. */
const ofSomethingElse =
  /økning|auke|vekst|reduksjon|nedgang|nedgong|endring|innsparing|herav|hvorav|kvarav|av dette|increase|decrease|reduction|of which/i;
const yearPattern = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

type Told = {
  readonly value: Micro;
  readonly room: Micro;
  readonly text: string;
  readonly isPercent: boolean;
  /** The step of the last printed digit. */
  readonly step: Micro;
  readonly isAbout: boolean;
};
type Shown = { readonly table: UnderstoodTable; readonly rowLabel: string; readonly value: Micro };

/** «Budsjettet for 2025 er på 25,3 mill.» and «Selbu betaler 12 %»: levels and shares against the rows they name. */
export function amountDeviations(
  paragraphs: readonly Paragraph[],
  tablesAt: (paragraph: Paragraph) => TablesNear,
): readonly ProseDeviation[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.isHeading
      ? []
      : sentencesOf(paragraph.text).flatMap((sentence): readonly ProseDeviation[] => {
          if (ofSomethingElse.test(sentence)) return [];
          const years = sentence.match(yearPattern) ?? [];
          const amount = toldIn(amountPattern.exec(sentence));
          const deviation = toldIn(deviationPattern.exec(sentence));
          const share = toldIn(sharePattern.exec(sentence));
          const whole = toldIn(wholePattern.exec(sentence));
          const near = tablesAt(paragraph);
          const tables = [...new Set([near.before, near.after])].filter((table) => table !== null);
          const [year] = years;
          const key = labelKey(sentence);
          if (amount !== null && !amount.isPercent && year !== undefined && years.length === 1)
            return judged(amount, amountsShown(key, tables, year), paragraph);
          if (deviation !== null && isResult(deviation, sentence))
            return judged(deviation, deviationsShown(key, tables), paragraph);
          if (share?.isPercent === true) return judged(share, sharesShown(key, tables, year), paragraph);
          if (whole !== null && !whole.isPercent && years.length === 0)
            return judged(whole, wholesShown(labelKey(whole.text), tables), paragraph);
          return [];
        }),
  );
}

/** A result told in full («71 732»), not a warning or a forecast, and not a round figure that speaks of something like it. */
const isResult = ({ value, step, isAbout, isPercent }: Told, sentence: string): boolean =>
  !isPercent && !isAbout && value >= 100n * step && !forecast.test(sentence);
const forecast =
  /varsl|prognose|forvent|anslå|anslag|styrer mot|kan bli|ventes|ventast|budsjettert|expect|forecast|estimat/i;

function toldIn(match: RegExpExecArray | null): Told | null {
  if (match === null) return null;
  const [text, about, crowns, digits = '', word] = match;
  const read = readFigure(crowns, digits, word);
  if (read === null || !read.hasUnit) return null;
  const room = about === undefined ? read.step : 2n * looseStep(read.value, read.step);
  return {
    value: read.value,
    room,
    text: text.trim(),
    isPercent: read.isPercent,
    step: read.step,
    isAbout: about !== undefined,
  };
}

const rowsSpokenOf = (sentence: string, table: UnderstoodTable): readonly number[] =>
  table.view.rows
    .filter(
      ({ key, saysSum }) =>
        !saysSum && key.length >= 3 && (startsWithName(sentence, key) || sentence.includes(` for ${key} `)),
    )
    .map(({ index }) => index);

function amountsShown(sentence: string, tables: readonly UnderstoodTable[], year: string): readonly Shown[] {
  return tables.flatMap((table) => {
    const named = rowsSpokenOf(sentence, table);
    const whole = table.totalRow === null || mentionsMember(sentence, tables) ? [] : [table.totalRow];
    const isSure = table.unit.evidence === 'stated' || table.unit.evidence === 'roundThousands';
    const scales = isSure || table.unit.factor !== 1n ? [1n] : [1n, 1000n];
    return (named.length > 0 ? named : whole).flatMap((row) =>
      table.view.columns
        .filter((column) => !column.isPercent && columnKind(table, column) === year)
        .flatMap((column) => {
          const value = table.view.valueAt(row, column.index);
          if (value === null) return [];
          const rowLabel = table.view.rows[row]?.label ?? '';
          return scales.map((scale) => ({ table, rowLabel, value: value * table.unit.factor * scale }));
        }),
    );
  });
}

/** «Samlet bokført verdi»: the whole of the one column that is called what is told. A member named makes it another's. */
function wholesShown(told: string, tables: readonly UnderstoodTable[]): readonly Shown[] {
  if (mentionsMember(told, tables)) return [];
  return tables.flatMap((table) => {
    const { totalRow, view, unit } = table;
    const isSure = unit.evidence === 'stated' || unit.evidence === 'roundThousands';
    if (totalRow === null || (!isSure && unit.factor === 1n)) return [];
    return view.columns.flatMap((column) => {
      const name = labelKey(column.header);
      const value = view.valueAt(totalRow, column.index);
      const isTold = name.length >= 4 && told.split(' ').slice(1).join(' ').startsWith(`${name} `);
      if (!isTold || column.isPercent || value === null) return [];
      return [{ table, rowLabel: view.rows[totalRow]?.label ?? '', value: value * unit.factor }];
    });
  });
}

/** The difference of the whole, of the table before or after: what a result is told as. A member named makes it another's. */
function deviationsShown(sentence: string, tables: readonly UnderstoodTable[]): readonly Shown[] {
  if (mentionsMember(sentence, tables)) return [];
  return tables.flatMap((table) => {
    const { totalRow, view, unit } = table;
    const isSure = unit.evidence === 'stated' || unit.evidence === 'roundThousands';
    if (totalRow === null || (!isSure && unit.factor === 1n)) return [];
    return [...table.changeColumns].flatMap((column) => {
      const value = view.valueAt(totalRow, column);
      if (value === null) return [];
      return [{ table, rowLabel: view.rows[totalRow]?.label ?? '', value: value * unit.factor }];
    });
  });
}

const isWhole = (value: Micro | null): boolean => value === 100n * micro;

function sharesShown(
  sentence: string,
  tables: readonly UnderstoodTable[],
  year: string | undefined,
): readonly Shown[] {
  return tables.flatMap((table) => {
    const { totalRow, view } = table;
    if (totalRow === null) return [];
    const isTimeless = view.columns.every((column) => column.year === null);
    const shares = view.columns.filter(
      ({ index, isPercent }) => isPercent && isWhole(view.valueAt(totalRow, index)),
    );
    // A table of one year with a column of shares («Eigardel») says them itself.
    if (isTimeless)
      return rowsSpokenOf(sentence, table).flatMap((row) =>
        shares.flatMap(({ index }) => {
          const value = view.valueAt(row, index);
          return value === null ? [] : [{ table, rowLabel: view.rows[row]?.label ?? '', value }];
        }),
      );
    return rowsSpokenOf(sentence, table).flatMap((row) =>
      view.columns
        .filter(
          (column) =>
            !column.isPercent && column.year !== null && (year === undefined || `${column.year}` === year),
        )
        .filter((column) => columnKind(table, column) === `${column.year}`)
        .flatMap((column) => {
          const [part, total] = [view.valueAt(row, column.index), view.valueAt(totalRow, column.index)];
          if (part === null || total === null || total === 0n) return [];
          const value = roundedTo((part * 1000n * micro) / total, micro) / 10n;
          return [{ table, rowLabel: view.rows[row]?.label ?? '', value }];
        }),
    );
  });
}

/** A level that misses by more than a tenth and by no known slip is taken to be of something else. */
function judged(told: Told, shown: readonly Shown[], paragraph: Paragraph): readonly ProseDeviation[] {
  const distance = ({ value }: Shown): bigint => absolute(absolute(value) - told.value);
  if (shown.some((each) => distance(each) * 2n <= told.room + 2n)) return [];
  const best = shown.toSorted((a, b) => (distance(a) < distance(b) ? -1 : 1))[0];
  if (best === undefined) return [];
  const value = absolute(best.value);
  const slip = told.isPercent ? null : slipBetween(told.value, roundedTo(value, told.room));
  const allowed = told.isPercent ? value / 2n : value / 10n;
  if (slip === null && distance(best) > allowed) return [];
  return [
    {
      rule: told.isPercent ? 'prose.percent' : 'prose.amount',
      cause: slip ?? 'unexplained',
      class: 'soft',
      severity: 'warning',
      confidence: slip === null ? 'medium' : 'high',
      place: paragraph.place,
      text: told.text,
      printed: told.value,
      expected: told.isPercent ? value : roundedTo(value, micro),
      isPercent: told.isPercent,
      table: best.table,
      rowLabel: best.rowLabel,
      values: {},
    },
  ];
}
