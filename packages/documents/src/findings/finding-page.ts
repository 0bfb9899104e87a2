import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import { printedNumber } from '@samstyr/contract/texts/published-findings';
import type { PublishedTable } from '@samstyr/core/control/published/published-document';
import { headerCount } from '@samstyr/core/control/published/table-view';
import { html, type Markup, trusted } from '../html/markup.ts';
import { contentPolicy } from '../html/policy.ts';
import { findingStyle } from './finding-style.ts';
import { type FindingWords, findingWords, placeText } from './finding-words.ts';

type Finding = CheckReport['findings'][number];

const shownRows = 14;
const order = ['error', 'transcription', 'garbled', 'soft'] as const;

/**
 * A report on a published document as one page that asks for nothing: every finding with its sentence, what is printed and expected, the
 * table it stands in with the cell marked, and what follows from it. `tables` are those of the document.
 */
export function findingPage(
  report: CheckReport,
  tables: readonly PublishedTable[],
  language: Language,
): string {
  const words = findingWords[language];
  const causes = report.findings.filter(
    ({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding',
  );
  const roundings = report.findings.filter(({ class: kind }) => kind === 'rounding');
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const numbered = order.flatMap((kind) => causes.filter((finding) => finding.class === kind));
  const numbers = new Map(numbered.map((finding, at) => [finding.id, at + 1]));
  const context = { report, tables, words, byId, numbers };
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ style: findingStyle, script: '' })}">
<title>${words.title(report.file)}</title>
<style>${trusted(findingStyle)}</style>
</head>
<body>
<main>
<h1>${words.title(report.file)}</h1>
<p class="lead">${words.counted(causes.length, report.tables)}${causes.length === 0 ? `. ${words.allWell}` : '.'}</p>
<p class="about">${words.about}</p>
${causes.length === 0 ? null : html`<nav aria-label="${words.overview}"><ol class="contents">${numbered.map((finding) => contentsLine(finding, context))}</ol></nav>`}
${order.flatMap((kind) => {
  const own = numbered.filter((finding) => finding.class === kind);
  return own.length === 0
    ? []
    : [
        html`<section><h2>${words.classes[kind]}</h2>${own.map((finding) => article(finding, context))}</section>`,
      ];
})}
${
  roundings.length === 0
    ? null
    : html`<details><summary>${words.roundings(roundings.length)}</summary><ul>${roundings.map(
        (finding) => html`<li>${placeText(finding.place, report.format, words)}: ${finding.sentence}</li>`,
      )}</ul></details>`
}
</main>
</body>
</html>
`;
  return page.markup;
}

type Context = {
  readonly report: CheckReport;
  readonly tables: readonly PublishedTable[];
  readonly words: FindingWords;
  readonly byId: ReadonlyMap<string, Finding>;
  readonly numbers: ReadonlyMap<string, number>;
};

const anchor = (finding: Finding, { numbers }: Context): string => `f${numbers.get(finding.id) ?? 0}`;

function contentsLine(finding: Finding, context: Context): Markup {
  const place = placeText(finding.place, context.report.format, context.words);
  return html`<li><a href="#${anchor(finding, context)}"><b>${place}</b> <span>${shorter(finding.sentence)}</span></a></li>`;
}

/** The first statement of a sentence: what is where, without the reasons. */
const shorter = (sentence: string): string => {
  const first = sentence.split(/(?<=[^\d]): (?=[^«])/)[0] ?? sentence;
  return sentence.length <= 140 ? sentence : `${(first.length > 40 ? first : sentence).slice(0, 140)} …`;
};

function article(finding: Finding, context: Context): Markup {
  const { words, report, byId } = context;
  const followers = finding.consequences.flatMap((id) => byId.get(id) ?? []);
  return html`<article id="${anchor(finding, context)}">
<h3>${context.numbers.get(finding.id) ?? ''}. ${placeText(finding.place, report.format, words)} · ${words.confidence[finding.confidence]}</h3>
<p class="sentence">${finding.sentence}</p>
<dl>${[
    [words.printed, finding.printed],
    [words.expected, finding.expected],
    [words.difference, finding.difference],
  ].map(([name = '', value]) =>
    value == null ? html`` : html`<div><dt>${name}</dt><dd>${figure(value, finding.unit)}</dd></div>`,
  )}</dl>
${tableExtract(finding, followers, context)}
${
  followers.length === 0
    ? null
    : html`<details><summary>${words.consequences(followers.length)}</summary><ul>${followers.map(
        (each) => html`<li>${placeText(each.place, report.format, words)}: ${each.sentence}</li>`,
      )}</ul></details>`
}
</article>`;
}

/** Decimal text of the report → as Norwegians print it, with its unit. */
function figure(decimal: string, unit: Finding['unit']): string {
  const [whole = '0', decimals = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(`${whole}${decimals.padEnd(6, '0').slice(0, 6)}`);
  const number = printedNumber(decimal.startsWith('-') ? -value : value);
  if (unit === null) return number;
  const named = unit === '1000 kr' ? '(i 1\u00a0000\u00a0kr)' : unit.replace(' ', '\u00a0');
  return `${number}\u00a0${named}`;
}

function tableExtract(finding: Finding, followers: readonly Finding[], context: Context): Markup | null {
  const table = context.tables.find(({ ordinal }) => ordinal === finding.place.table);
  if (table === undefined) return null;
  const { words } = context;
  const headers = Math.min(headerCount(table.rows), 4);
  const isAt = (one: Finding, row: number, column: number): boolean =>
    one.place.table === table.ordinal &&
    one.place.row === row + 1 &&
    (one.place.column === column + 1 || one.place.column === null);
  const marked = (finding.place.row ?? 1) - 1;
  const [from, until] = windowOf(table.rows.length, headers, marked);
  const isCut = from > headers || until < table.rows.length;
  const name = table.captions.find(({ kind, isRepeated }) => kind !== 'text' && !isRepeated)?.text ?? '';
  const columns = [...(table.rows[0]?.cells.keys() ?? [])];
  const body = table.rows.slice(headers);
  const ofFigures = new Set(
    columns.filter(
      (column) => body.filter(({ cells }) => cells[column]?.state === 'number').length * 2 >= body.length,
    ),
  );
  const cell = (row: number, column: number, tag: 'th' | 'td', scope: string): Markup => {
    const own = table.rows[row]?.cells[column];
    const text = own?.raw ?? '';
    const isHit = tag === 'td' && isAt(finding, row, column);
    const isTrail = !isHit && tag === 'td' && followers.some((each) => isAt(each, row, column));
    const shown = isHit
      ? html`<mark>${text}<span class="vh"> (${words.marked})</span></mark>`
      : isTrail
        ? html`<mark class="trail">${text}<span class="vh"> (${words.follows})</span></mark>`
        : html`${text}`;
    const kind = column > 0 && ofFigures.has(column) ? 'f' : '';
    if (tag === 'td') return html`<td class="${kind}">${shown}</td>`;
    // A header without words is no header to anybody.
    return text === '' ? html`<td></td>` : html`<th scope="${scope}" class="${kind}">${shown}</th>`;
  };
  const line = (row: number): Markup =>
    row < headers
      ? html`<tr>${columns.map((column) => cell(row, column, 'th', 'col'))}</tr>`
      : html`<tr>${columns.map((column) => (column === 0 ? cell(row, column, 'th', 'row') : cell(row, column, 'td', '')))}</tr>`;
  const label = `${words.table} ${table.ordinal}${name === '' ? '' : `: ${name}`}`;
  const shown = Array.from({ length: until - from }, (_, at) => line(from + at));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}, ${context.numbers.get(finding.id) ?? 0}"><table>
<caption>${name === '' ? label : name}${isCut ? html` <span>${words.extract(from + 1, until, table.rows.length)}</span>` : null}</caption>
${headers === 0 ? null : html`<thead>${Array.from({ length: headers }, (_, row) => line(row))}</thead>`}
<tbody>${shown}</tbody>
</table></div>`;
}

/** A table as it is, or the rows around the finding when it is long. */
function windowOf(rows: number, headers: number, marked: number): readonly [number, number] {
  if (rows - headers <= shownRows * 2) return [headers, rows];
  const from = Math.max(headers, Math.min(marked - shownRows / 2, rows - shownRows));
  return [from, Math.min(rows, from + shownRows)];
}
