import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CheckReport } from '@samstyr/contract/check-findings';
import { type FolderReport, folderReport } from '@samstyr/contract/json/check-folder';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { findingPage } from '@samstyr/documents/findings/finding-page';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { checkFile, refusal } from '../check-file.ts';
import { checkText } from '../check-text.ts';
import { openCooperation } from '../cooperation.ts';
import { printJson } from '../output/json.ts';

/** `check DIR|FILE`: findings in a cooperation folder, or in a published document. Exit 1 when there is something to mend. */
export const checkCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 1, options: ['html', 'annotate'] });
  const [path = ''] = given.positionals;
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    const result = await checkFile(path, given.language);
    if (!result.ok) {
      const { text, json } = refusal(path, result.problems, given.language);
      if (given.has('json')) printJson(json);
      else process.stderr.write(`${text}\n`);
      return 1;
    }
    const { report, document } = result.value;
    const annotated = given.text('annotate');
    if (annotated !== null && report.format !== 'xlsx')
      throw new WrongUse(
        '--annotate lager en kopi av en arbeidsbok (xlsx) med merknader; denne filen er ingen.',
      );
    const page = given.text('html');
    if (page !== null) writeFileSync(page, findingPage(report, document.tables, given.language));
    if (annotated !== null) await writeAnnotated(path, annotated, report);
    if (given.has('json')) printJson(report);
    else process.stdout.write(`${checkText(report)}\n`);
    // Roundings alone are no fault.
    return report.findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
  }
  const index = openCooperation(path);
  if (index === null) return 1;
  const report = folderReport(path, index, checkCooperation(index), given.language);
  if (given.has('json')) printJson(report);
  else process.stdout.write(told(report));
  return report.findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
});

/** The copy is never the file itself, and what it lost is said. */
async function writeAnnotated(from: string, to: string, report: CheckReport): Promise<void> {
  if (resolve(from) === resolve(to))
    throw new WrongUse('Skriv den merkede kopien til et annet navn enn originalen.');
  // The library that writes workbooks is large; only this waits for it.
  const { annotateWorkbook } = await import('@samstyr/documents/findings/annotate-workbook');
  const { bytes, charts, pivots } = await annotateWorkbook(readFileSync(from), report.findings);
  writeFileSync(to, bytes);
  const lost = [
    ...(charts > 0 ? [`${charts} diagram`] : []),
    ...(pivots > 0 ? [`${pivots} pivottabeller`] : []),
  ];
  if (lost.length > 0)
    process.stderr.write(`Ikke med i kopien ${to}: ${lost.join(' og ')}. Originalen er urørt.\n`);
}

const groups = [
  {
    title: 'Må rettes',
    has: (one: FolderReport['findings'][number]) => one.severity === 'error' && one.class !== 'garbled',
  },
  {
    title: 'Tall som står på feil sted i dokumentet',
    has: (one: FolderReport['findings'][number]) => one.class === 'garbled',
  },
  { title: 'Avrunding', has: (one: FolderReport['findings'][number]) => one.class === 'rounding' },
  { title: 'Til orientering', has: (one: FolderReport['findings'][number]) => one.class === 'soft' },
] as const;

/** One line a cause, its consequences under it, gravest group first. */
function told({ findings, tables }: FolderReport): string {
  const follows = new Set(findings.flatMap(({ consequences }) => consequences));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const lines: string[] = [];
  for (const { title, has } of groups) {
    const roots = findings.filter((finding) => has(finding) && !follows.has(finding.id));
    if (roots.length === 0) continue;
    lines.push(`${title} (${roots.length})`);
    for (const finding of roots) {
      lines.push(`  ${where(finding)}${finding.sentence}`);
      for (const id of finding.consequences) lines.push(`      → ${byId.get(id)?.sentence ?? id}`);
    }
    lines.push('');
  }
  const wrong = findings.filter(({ severity }) => severity !== 'info').length;
  lines.push(
    findings.length === 0
      ? `Ingen funn. ${tables} tabeller er holdt mot modellen.`
      : `${findings.length} funn, ${wrong} må rettes. ${tables} trykte tabeller er holdt mot modellen.`,
  );
  return `${lines.join('\n')}\n`;
}

const where = ({ place }: FolderReport['findings'][number]): string => {
  const parts = [
    ...(place.page === null ? [] : [`side ${place.page}`]),
    ...(place.line === null ? [] : [`linje ${place.line}`]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
};
