import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import type { PublishedTable } from '@samstyr/core/control/published/published-document';
import { html, type Markup, trusted } from '../html/markup.ts';
import { contentPolicy } from '../html/policy.ts';
import { findingStyle } from './finding-style.ts';
import {
  classOrder,
  type FindingView,
  findingViews,
  type ShownCell,
  type ShownTable,
} from './finding-view.ts';
import { classMarks, type FindingWords, findingWords } from './finding-words.ts';

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
  const { findings, roundings } = findingViews(report, tables, language);
  const kinds = classOrder.filter((kind) => findings.some((finding) => finding.class === kind));
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
<p class="lead">${words.counted(findings.length, report.tables)}${findings.length === 0 ? `. ${words.allWell}` : '.'}</p>
<p class="about">${words.about}</p>
${kinds.length < 2 ? null : filterBy(kinds, findings, words)}
${findings.length === 0 ? null : html`<nav aria-label="${words.overview}"><ol class="contents">${findings.map(contentsLine)}</ol></nav>`}
${kinds.map(
  (kind) =>
    html`<section class="${kind}"><h2><span class="sign" aria-hidden="true">${classMarks[kind]}</span> ${words.classes[kind]}</h2>${findings
      .filter((finding) => finding.class === kind)
      .map((finding) => article(finding, words))}</section>`,
)}
${
  roundings.length === 0
    ? null
    : html`<details><summary>${words.roundings(roundings.length)}</summary><ul>${roundings.map(
        ({ place, sentence }) => html`<li>${place}: ${sentence}</li>`,
      )}</ul></details>`
}
</main>
</body>
</html>
`;
  return page.markup;
}

/** A box for each class; the style sheet hides what is not ticked, so the page needs no script. */
const filterBy = (
  kinds: readonly FindingView['class'][],
  findings: readonly FindingView[],
  words: FindingWords,
): Markup =>
  html`<fieldset class="filter"><legend>${words.filter}</legend>${kinds.map((kind) => {
    const count = findings.filter((finding) => finding.class === kind).length;
    return html`<label><input type="checkbox" checked id="show-${kind}"> <span class="sign" aria-hidden="true">${classMarks[kind]}</span> ${words.classes[kind]} (${count})</label>`;
  })}</fieldset>`;

const contentsLine = (finding: FindingView): Markup =>
  html`<li class="${finding.class}"><a href="#f${finding.number}"><b>${finding.number}. ${finding.place}</b> <span>${shorter(finding.sentence)}</span></a></li>`;

/** The first statement of a sentence: what is where, without the reasons. */
const shorter = (sentence: string): string => {
  const first = sentence.split(/(?<=[^\d]): (?=[^«])/)[0] ?? sentence;
  return sentence.length <= 140 ? sentence : `${(first.length > 40 ? first : sentence).slice(0, 140)} …`;
};

const pair = (name: string, value: string): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function article(finding: FindingView, words: FindingWords): Markup {
  const { number, table, followers } = finding;
  const unit = finding.unit === '' ? null : html` <span class="unit">${finding.unit}</span>`;
  return html`<article id="f${number}" tabindex="-1">
<h3>${number}. ${finding.place} · ${words.confidence[finding.confidence]}</h3>
<p class="sentence">${finding.sentence}</p>
<div class="facts">
${finding.figures.length === 0 ? null : html`<table class="figures"><tbody>${finding.figures.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}${unit}</td></tr>`)}</tbody></table>`}
<dl>${finding.steps.map(({ name, value }) => pair(name, value))}${finding.reason === '' ? null : pair(words.reason, finding.reason)}${finding.arithmetic === '' ? null : pair(words.arithmetic, finding.arithmetic)}</dl>
</div>
${table === null ? null : html`<p><a href="#c${number}">${words.toCell}</a></p>${extract(finding, table, words)}`}
${
  followers.length === 0
    ? null
    : html`<details><summary>${words.consequences(followers.length)}</summary><ul>${followers.map(
        ({ place, sentence }) => html`<li>${place}: ${sentence}</li>`,
      )}</ul></details>`
}
</article>`;
}

function extract({ number }: FindingView, table: ShownTable, words: FindingWords): Markup {
  let isFirst = true;
  const marked = ({ text, mark }: ShownCell): Markup => {
    if (mark === null) return html`${text}`;
    if (mark === 'trail')
      return html`<mark class="trail">${text}<span class="vh"> (${words.follows})</span></mark>`;
    const own = isFirst
      ? html`<a id="c${number}" href="#f${number}">${text}<span class="vh"> (${words.marked}, ${words.back(number)})</span></a>`
      : html`${text}<span class="vh"> (${words.marked})</span>`;
    isFirst = false;
    return html`<mark>${own}</mark>`;
  };
  const kind = ({ isFigure }: ShownCell): string => (isFigure ? 'f' : '');
  // A header without words is no header to anybody.
  const header = (cell: ShownCell, scope: string): Markup =>
    cell.text === '' ? html`<td></td>` : html`<th scope="${scope}" class="${kind(cell)}">${cell.text}</th>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${table.label}, ${number}"><table>
<caption>${table.caption}${table.extract === null ? null : html` <span>${table.extract}</span>`}</caption>
${table.head.length === 0 ? null : html`<thead>${table.head.map((row) => html`<tr>${row.map((cell) => header(cell, 'col'))}</tr>`)}</thead>`}
<tbody>${table.body.map((row) => html`<tr>${row.map((cell, at) => (at === 0 ? header(cell, 'row') : html`<td class="${kind(cell)}">${marked(cell)}</td>`))}</tr>`)}</tbody>
</table></div>`;
}
