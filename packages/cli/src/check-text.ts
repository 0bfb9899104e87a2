import type { CheckReport } from '@samstyr/contract/check-findings';

type ReportFinding = CheckReport['findings'][number];

/** `side 3, tabell 2, rad 4, kolonne 3`: as a person would look it up in that kind of document. */
function placeText({ place }: ReportFinding, format: CheckReport['format']): string {
  if (place.address !== undefined) return place.address;
  const page = place.page === null ? [] : [`${format === 'xlsx' ? 'ark' : 'side'} ${place.page}`];
  const line =
    format === 'text' || (format === 'xlsx' && place.table === null) ? [`linje ${place.line}`] : [];
  const cell =
    place.table === null
      ? format === 'docx' || format === 'html'
        ? [`avsnitt ${place.line}`]
        : []
      : [`tabell ${place.table}`, `rad ${place.row}`, `kolonne ${place.column}`];
  return [...page, ...line, ...cell].join(', ');
}

const heading: { readonly [C in ReportFinding['class']]: string } = {
  error: 'Går ikke opp',
  transcription: 'Avskriftsfeil',
  garbled: 'Forskjøvet eller ødelagt tabell',
  soft: 'Tekst som ikke stemmer med tabellen',
  rounding: 'Avrunding',
};

const order = ['error', 'transcription', 'garbled', 'soft'] as const;

/** The report for a person: causes first, what follows from them indented, roundings in one line. */
export function checkText(report: CheckReport): string {
  const causes = report.findings.filter(
    ({ causeOf, class: kind }) => causeOf === null && kind !== 'rounding',
  );
  const roundings = report.findings.filter(({ class: kind }) => kind === 'rounding');
  const lines = [
    `${report.file}: ${report.tables} ${report.tables === 1 ? 'tabell' : 'tabeller'}, ${causes.length} funn` +
      `${roundings.length > 0 ? `, ${roundings.length} avrundinger` : ''}`,
  ];
  for (const kind of order) {
    const own = causes.filter((finding) => finding.class === kind);
    if (own.length === 0) continue;
    lines.push('', `${heading[kind]}:`);
    for (const finding of own)
      lines.push(`  ${placeText(finding, report.format)}`, `    ${finding.sentence}`);
  }
  if (roundings.length > 0) {
    lines.push('', `${heading.rounding} (innenfor det tabellene er avrundet til):`);
    for (const finding of roundings)
      lines.push(`  ${placeText(finding, report.format)}: ${finding.sentence}`);
  }
  if (causes.length === 0) lines.push('Alt som lar seg regne etter, stemmer.');
  return lines.join('\n');
}
