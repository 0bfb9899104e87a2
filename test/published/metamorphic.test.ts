import { readFileSync } from 'node:fs';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { describe, expect, it } from 'vitest';
import { type Guise, inGuise } from './guises.ts';

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const forms = ['md', 'docx', 'xlsx', 'html'] as const;
type Form = (typeof forms)[number];

type Found = {
  readonly rule: string;
  readonly cause: string;
  readonly printed: string | null;
  readonly expected: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly table: number | null;
};

async function foundIn(text: string, form: Form): Promise<readonly Found[]> {
  const bytes = form === 'md' ? new TextEncoder().encode(text) : await inGuise(text, form satisfies Guise);
  const result = await checkBytes(bytes, `dokument.${form}`);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const found = result.value.report.findings
    .filter((each) => each.causeOf === null && each.class !== 'rounding')
    .map(({ rule, cause, printed, expected, place: { row, column, table } }) => ({
      rule,
      cause,
      printed,
      expected,
      row,
      column,
      table,
    }));
  // Which of two tables is told of first depends on nothing a reader sees.
  return found.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

const isTable = (line: string): boolean => line.startsWith('|');
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const names = ['Fjellvik', 'Myrdalen', 'Strandnes', 'Øyhamn', 'Kvitfoss'];
/** Everybody is called what the next one was. */
const renamed = (text: string): string =>
  text.replace(
    new RegExp(names.join('|'), 'g'),
    (name) => names[(names.indexOf(name) + 1) % names.length] ?? '',
  );

/** The rows between the head and the sum of every table, the other way round. */
function turned(text: string): string {
  const lines = text.split('\n');
  const rows = (from: number): number => lines.slice(from).findIndex((line) => !isTable(line));
  for (let at = 0; at < lines.length; at += 1) {
    if (!isTable(lines[at] ?? '')) continue;
    const count = rows(at);
    const body = lines.slice(at + 2, at + count);
    const sums = body.filter((line) => /^\| (?:Sum|Total)/.test(line));
    const members = body.filter((line) => !sums.includes(line)).toReversed();
    lines.splice(at + 2, body.length, ...members, ...sums);
    at += count;
  }
  return lines.join('\n');
}

const isAmount = (header: string): boolean => /Budsjett|Budget|Endring|Change|Sats|Tilskot/.test(header);
const sevenfold = (cell: string): string => {
  const digits = cell.replace(/[ −]/g, '');
  if (!/^-?\d+$/.test(digits)) return cell;
  return `${BigInt(digits) * 7n}`.replace(/\B(?=(\d{3})+$)/g, ' ');
};

/** Seven times every amount in the tables; the sentences are left out, since their figures are rounded. */
function timesSeven(text: string): string {
  let header: readonly string[] | null = null;
  return text
    .split('\n')
    .filter((line) => isTable(line) || line.startsWith('#') || line === '')
    .map((line) => {
      if (!isTable(line)) {
        header = null;
        return line;
      }
      const cells = cellsOf(line);
      if (header === null) {
        header = cells;
        return line;
      }
      const heads = header;
      return lineOf(cells.map((cell, at) => (isAmount(heads[at] ?? '') ? sevenfold(cell) : cell)));
    })
    .join('\n');
}

const withoutSentences = (text: string): string =>
  text
    .split('\n')
    .filter((line) => isTable(line) || line.startsWith('#') || line === '')
    .join('\n');

const anyCause = (found: readonly Found[]): readonly object[] => found.map(({ cause: _, ...rest }) => rest);
const anyRow = (found: readonly Found[]): readonly object[] => found.map(({ row: _, ...rest }) => rest);

const documents = ['barnevern-feil.md', 'brannvesen-feil.md', 'legevakt-feil.md', 'centre-feil.md'];

describe.each(documents)('%s', (file) => {
  const text = textOf(file);

  it.each(forms)('has the same findings as %s when everybody changes names', async (form) => {
    const own = await foundIn(text, form);
    expect(own.length).toBeGreaterThan(2);
    expect(await foundIn(renamed(text), form)).toEqual(own);
  });

  it.each(forms)('has the same findings as %s when the rows stand the other way round', async (form) => {
    const own = anyRow(await foundIn(text, form));
    expect(anyRow(await foundIn(turned(text), form))).toEqual(own);
  });
});

it.each(forms)('seven times every amount gives seven times every difference, as %s', async (form) => {
  const own = await foundIn(withoutSentences(textOf('barnevern-feil.md')), form);
  const amounts = own.filter(({ rule }) => rule !== 'same');
  expect(amounts.map(({ rule }) => rule).toSorted()).toEqual(['parts', 'rate']);
  const times = (value: string | null): string => `${BigInt(value ?? '0') * 7n}`;
  const larger = await foundIn(timesSeven(textOf('barnevern-feil.md')), form);
  const expected = own.map((each) =>
    each.rule === 'same' ? each : { ...each, printed: times(each.printed), expected: times(each.expected) },
  );
  expect(new Set(anyCause(larger).map((each) => JSON.stringify(each)))).toEqual(
    new Set(anyCause(expected).map((each) => JSON.stringify(each))),
  );
});
