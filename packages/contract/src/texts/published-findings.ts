import { absolute, decimalText } from '@samstyr/core/control/published/printed-figure';
import type { Micro } from '@samstyr/core/control/published/published-document';
import type { Cause, Finding } from '@samstyr/core/control/published/published-finding';

const noBreakSpace = '\u00a0';

/** `−60 734,5`: as the figures stand in a Norwegian document. */
export function printedNumber(value: Micro): string {
  const [whole = '0', decimals] = decimalText(absolute(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace);
  return `${value < 0n ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

const named = (finding: Finding): string => {
  const { rowLabel, columnLabel } = finding.detail;
  const parts = [rowLabel, columnLabel].filter((part) => part !== '').map((part) => `«${part}»`);
  return parts.length === 0 ? 'Cellen' : parts.join(', ');
};

const shown = (finding: Finding): string =>
  finding.printed === null ? '(tomt)' : printedNumber(finding.printed);
const wanted = (finding: Finding): string =>
  finding.expected === null ? '?' : printedNumber(finding.expected);

/** The sum worked out, as long as it can be read. */
function workedOut({ detail, expected }: Finding): string {
  if (detail.members.length === 0 || detail.members.length > 12 || expected === null) return '';
  const terms = detail.members.map(({ value, sign }, index) => {
    const minus = sign === -1 ? value >= 0n : value < 0n;
    const figure = printedNumber(absolute(value));
    if (index === 0) return minus ? `−${figure}` : figure;
    return `${minus ? '−' : '+'} ${figure}`;
  });
  return ` (${terms.join(' ')})`;
}

const against = ({ detail }: Finding): string => {
  const line = detail.againstLine === null ? '' : ` (linje ${detail.againstLine})`;
  return detail.against === '' ? `en annen tabell${line}` : `«${detail.against}»${line}`;
};

/** What the rule found: two figures that should be one. */
const what: { readonly [R in Finding['rule']]: (finding: Finding) => string } = {
  'sum.rows': (f) => `${named(f)}: radene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f)}`,
  'sum.columns': (f) =>
    `${named(f)}: kolonnene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f)}`,
  change: (f) => `${named(f)}: endringen blir ${wanted(f)}${workedOut(f)}, men det står ${shown(f)}`,
  'percent.use': (f) =>
    `${named(f)}: ${printedNumber(f.detail.values['above'] ?? 0n)} er ${wanted(f)} prosent av ${printedNumber(f.detail.values['below'] ?? 0n)}, men det står ${shown(f)}`,
  'percent.change': (f) =>
    `${named(f)}: fra ${printedNumber(f.detail.values['below'] ?? 0n)} til ${printedNumber(f.detail.values['above'] ?? 0n)} er endringen ${wanted(f)} prosent, men det står ${shown(f)}`,
  'percent.share': (f) =>
    `${named(f)}: ${printedNumber(f.detail.values['above'] ?? 0n)} er ${wanted(f)} prosent av ${printedNumber(f.detail.values['below'] ?? 0n)}, men det står ${shown(f)}`,
  average: (f) =>
    `${named(f)}: ${printedNumber(f.detail.values['above'] ?? 0n)} delt på ${printedNumber(f.detail.values['below'] ?? 0n)} er ${wanted(f)}, men det står ${shown(f)}`,
  rate: (f) => `${named(f)}: med satsen i de andre radene blir det ${wanted(f)}, men det står ${shown(f)}`,
  parts: (f) =>
    `${named(f)}: deltabellene summerer til ${wanted(f)}${workedOut(f)}, men det står ${shown(f)}`,
  overview: (f) => `${named(f)}: oversikten viser ${shown(f)}, men tabellen ${against(f)} gir ${wanted(f)}`,
  same: (f) => `${named(f)}: her står det ${shown(f)}, men ${against(f)} har ${wanted(f)} for det samme`,
  'row.missing': (f) =>
    `${named(f)}: radene summerer til ${wanted(f)}, men det står ${shown(f)}. Det samme mangler i de andre kolonnene (${printedNumber(f.detail.values['lacking0'] ?? 0n)} her, ${printedNumber(f.detail.values['lacking1'] ?? 0n)} i den neste)`,
  'row.duplicate': (f) =>
    `${named(f)}: raden har de samme tallene som «${f.detail.against}» (linje ${f.detail.againstLine ?? '?'})`,
  shifted: (f) =>
    f.cause === 'shiftedColumn'
      ? `Raden «${f.detail.rowLabel}»: tallene ${f.detail.texts['printed'] ?? ''} står forskjøvet ${columnsMoved(f)}`
      : `Raden «${f.detail.rowLabel}»: tallene ${f.detail.texts['printed'] ?? ''} hører til raden «${f.detail.against}»`,
  'prose.change': (f) =>
    `Teksten sier ${f.printedText}, men tabellen ${against(f)} viser en endring på ${wanted(f)} for ${named(f)}`,
  'prose.percent': (f) =>
    `Teksten sier ${f.printedText}, men tabellen ${against(f)} gir ${wanted(f)} prosent for ${named(f)}`,
  'prose.level': (f) =>
    `Teksten sier ${f.printedText}, men tabellen ${against(f)} viser ${wanted(f)} for ${named(f)}`,
  'prose.within': (f) =>
    `Teksten sier ${f.printedText}, men fra ${printedNumber(f.detail.values['from'] ?? 0n)} til ${printedNumber(f.detail.values['to'] ?? 0n)} er det ${wanted(f)}`,
};

function columnsMoved({ detail }: Finding): string {
  const columns = detail.values['columns'] ?? 0n;
  const count = printedNumber(absolute(columns));
  return `${count === '1' ? 'én kolonne' : `${count} kolonner`} mot ${columns > 0n ? 'venstre' : 'høyre'}`;
}

/** Why it went wrong, with the arithmetic that supports it. */
const why: { readonly [C in Cause]: (finding: Finding) => string } = {
  sign: () => 'fortegnet er feil',
  transposed: (f) => `to siffer er byttet om (forskjellen ${difference(f)} er delelig med 9)`,
  digit: (f) => `ett siffer er feil (forskjellen er ${difference(f)})`,
  magnitude: () => 'tallet er i feil størrelsesorden',
  lostDigit: () => 'et siffer er falt ut eller kommet til',
  unexplained: (f) => `forskjellen er ${difference(f)}`,
  rounding: (f) => `forskjellen på ${difference(f)} kan komme av avrunding`,
  cutOff: () => 'desimalene er kuttet i stedet for avrundet',
  otherBase: (f) =>
    `prosenten er regnet av det nye tallet, ikke av det gamle (${printedNumber(f.detail.values['onNew'] ?? 0n)} prosent)`,
  signWord: () => 'ordet sier motsatt retning av tabellen',
  swapped: (f) => `tallet er byttet med «${f.detail.against}»`,
  shiftedRow: () => 'radene er forskjøvet',
  shiftedColumn: () => 'kolonnene er forskjøvet',
  missingRow: () => 'summen har trolig med en rad som ikke er trykt',
  duplicateRow: () => 'raden er tatt med to ganger',
  consequence: () => 'følge av feilen over',
  meanOfMeans: () => 'det er regnet gjennomsnitt av gjennomsnittene',
};

function difference({ printed, expected }: Finding): string {
  if (printed === null || expected === null) return '?';
  return printedNumber(absolute(printed - expected));
}

/** The sentence a person would write about a finding, with its consequences. */
export function bokmalFinding(finding: Finding, consequences: readonly Finding[] = []): string {
  if (finding.cause === 'consequence')
    return `${named(finding)}: blir ${wanted(finding)} i stedet for ${shown(finding)} når feilen er rettet.`;
  const reason = finding.rule === 'shifted' ? '' : `: ${why[finding.cause](finding)}`;
  const first = `${what[finding.rule](finding)}${reason}.`;
  if (consequences.length === 0) return first;
  const told = consequences
    .slice(0, 4)
    .map((each) =>
      each.cause === 'consequence'
        ? `${named(each)} (${shown(each)} → ${wanted(each)})`
        : `raden «${each.detail.rowLabel}»`,
    );
  const more = consequences.length > 4 ? ` og ${consequences.length - 4} til` : '';
  const verb = finding.rule === 'shifted' ? 'Det samme gjelder' : 'Feilen går videre til';
  return `${first} ${verb} ${told.join(', ')}${more}.`;
}
