import { printedStep } from './equation.ts';
import { absolute, largest } from './printed-figure.ts';
import { type Micro, micro, type Paragraph } from './published-document.ts';
import type { TableView } from './table-view.ts';

export type UnitName = 'kr' | '1000 kr' | 'mill. kr' | null;

/** What one printed unit is worth, whether the table is evidently rounded, and how we know. */
export type TableUnit = {
  readonly name: UnitName;
  readonly factor: bigint;
  /** The step the table is rounded to, in printed units; null when it is printed exactly. */
  readonly step: Micro | null;
  readonly evidence:
    | 'stated'
    | 'roundThousands'
    | 'largeFigures'
    | 'decimals'
    | 'otherTable'
    | 'budgetWords'
    | 'none';
};

const thousand =
  /1 ?000 ?kr|kr\.? ?1 ?000|i (?:hele )?(?:1 ?000|tusen)|tusen kroner|\btkr\b|\(1000\)|kr\.? i 1000/i;
const million = /^mill\.|mill\.?(?:ioner)? kr|mill\. kroner|mnok/i;
/** Beside a table only a line about its unit counts: «Beløp i mill. kr», not «økte med 2 mill. kr». */
const unitLine =
  /^\(?(?:(?:alle )?(?:tall|tal|beløp|summer|kr|nok)\b.{0,12}\b(?:i|er)\b|i (?:1 ?000|hele|mill|tusen)|mill|1 ?000|tusen)|\((?:i |tall i |beløp i |kr i )?(?:hele |1 ?000|mill|tusen|kr)[^)]*\)|i 1 ?000 kr/i;
const kroner =
  /\((?:i )?(?:hele )?kr(?:oner)?\.?\)|i hele kroner|(?:beløp|beløpa?|tall?a?|summ[ae]r|alt) (?:er )?i (?:kr|nok)(?!.{0,4}1 ?000)/i;
const moneyWord =
  /budsjett|regnskap|rekneskap|beløp|kostnad|utgift|inntekt|kroner|\bkr\b|tilskudd|tilskot|forbruk|prognose/i;

function amountsOf(view: TableView, withoutChanges = false): readonly { value: Micro; decimals: number }[] {
  return view.columns
    .filter(({ isPercent, saysChange }) => !isPercent && !(withoutChanges && saysChange))
    .flatMap(({ index }) =>
      view.rows.flatMap(({ saysRatio }, row) => {
        const cell = saysRatio ? undefined : view.cellAt(row, index);
        return cell?.value == null || cell.isPercent ? [] : [{ value: cell.value, decimals: cell.decimals }];
      }),
    );
}

/** The largest power of ten (up to 10 000) that nearly every amount is a multiple of: the grain of the rounding. */
function grainOf(values: readonly Micro[]): Micro {
  const written = values.filter((value) => value !== 0n);
  if (written.length < 4) return micro;
  for (const grain of [1000n, 100n]) {
    const whole = written.filter((value) => value % (grain * micro) === 0n).length;
    if (whole === written.length) return grain * micro;
  }
  return micro;
}

/** Reads the unit from the words around the table, else from its figures. */
export function unitOfTable(view: TableView, paragraphs: readonly Paragraph[]): TableUnit {
  const headers = view.table.rows
    .slice(0, 3)
    .flatMap(({ cells }) => cells.filter(({ state }) => state === 'text').map(({ raw }) => raw))
    .join(' ');
  const near = [
    ...view.table.captions.slice(0, 2).map(({ text }) => text),
    ...paragraphs
      .filter(({ place }) => place.line < view.table.place.line && view.table.place.line - place.line <= 4)
      .map(({ text }) => text),
  ].filter((text) => text.length < 120);
  const words = `${headers} ${near.filter((text) => unitLine.test(text)).join(' ')}`;
  // «Tabell 6 Legevakt etter kommune. Kroner»: a caption may end with its unit.
  const caption = view.table.captions
    .slice(0, 1)
    .map(({ text }) => text)
    .filter((text) => text.length < 160)
    .join(' ');
  const saysThousand =
    thousand.test(words) || /(?:^|[.:,(]\s)(?:i )?1 ?000 (?:kr|kroner)(?=$|[.,):])/i.test(caption);
  const saysKroner = kroner.test(words) || /(?:^|[.:,(]\s)(?:i )?(?:hele )?kroner(?=$|[.,):])/i.test(caption);
  const amounts = amountsOf(view);
  const values = amounts.map(({ value }) => value);
  const decimals = Math.max(0, ...amounts.map((amount) => amount.decimals));
  const finest = printedStep(decimals);
  if (saysThousand) return { name: '1000 kr', factor: 1000n, step: finest, evidence: 'stated' };
  if (million.test(words)) return { name: 'mill. kr', factor: 1_000_000n, step: finest, evidence: 'stated' };
  const grain = grainOf(values);
  const greatest = largest(values.map(absolute));
  const isMoney = moneyWord.test(`${words} ${near.join(' ')}`);
  if (saysKroner) return { name: 'kr', factor: 1n, step: grain > micro ? grain : null, evidence: 'stated' };
  if (grain >= 1000n * micro) return { name: 'kr', factor: 1n, step: grain, evidence: 'roundThousands' };
  if (decimals > 0) return { name: null, factor: 1n, step: finest, evidence: 'decimals' };
  if (grain > micro && greatest >= 10_000n * micro)
    return { name: 'kr', factor: 1n, step: grain, evidence: 'roundThousands' };
  if (!isMoney) return { name: null, factor: 1n, step: null, evidence: 'none' };
  const levels = amountsOf(view, true).map(({ value }) => value);
  if (medianOf(levels) >= 100_000n * micro)
    return { name: 'kr', factor: 1n, step: null, evidence: 'largeFigures' };
  return { name: '1000 kr', factor: 1000n, step: micro, evidence: 'budgetWords' };
}

function medianOf(values: readonly Micro[]): Micro {
  const sorted = values
    .filter((value) => value !== 0n)
    .map(absolute)
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor(sorted.length / 2)] ?? 0n;
}
