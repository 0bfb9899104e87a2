import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { checkReportSchema } from '@samstyr/contract/check-findings';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const documents = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

async function report(text: string, file = 'x') {
  const result = await checkBytes(new TextEncoder().encode(text), file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.report;
}

type Truth = {
  readonly errors: readonly { readonly line: number; readonly column?: number }[];
};
const truthOf = (file: string): Truth => JSON.parse(textOf(file.replace(/\.[^.]+$/, '.truth.json'))) as Truth;

const causes = async (text: string) =>
  (await report(text)).findings.filter((each) => each.causeOf === null && each.class !== 'rounding');
const at = ({
  place,
}: {
  readonly place: { readonly line: number; readonly column: number | null };
}): string => `${place.line}:${place.column ?? ''}`;

describe.each(documents)('%s', (file) => {
  it('is told about as its truth file says, no more and no less', async () => {
    const errors = truthOf(file).errors;
    const wanted = errors.map(({ line, column }) => `${line}:${column ?? ''}`);
    // A truth without a column is about the whole line.
    const whole = new Set(errors.filter(({ column }) => column === undefined).map(({ line }) => line));
    const told = (await causes(textOf(file))).map((each) =>
      whole.has(each.place.line) ? `${each.place.line}:` : at(each),
    );
    expect(told.toSorted()).toEqual(wanted.toSorted());
  });

  it('gives JSON that the published schema accepts', async () => {
    checkReportSchema.parse(JSON.parse(JSON.stringify(await report(textOf(file), file))));
  });
});

describe.each(documents)('%s in another guise', (file) => {
  it('has the same findings when the municipalities change names', async () => {
    const names = ['Fjellvik', 'Strandnes', 'Myrdalen', 'Øyhamn', 'Kvitfoss', 'Lauvstad'];
    const renamed = names.reduce((text, name, index) => text.replaceAll(name, `@${index}@`), textOf(file));
    // The new names are as long as the old: aligned columns must stay aligned.
    const text = names.reduce((all, name, index) => {
      const other = `${'BDGHJR'[index]}${'oeiauy'[index]}${'rlnvskmt'.repeat(2)}`.slice(0, name.length);
      return all.replaceAll(`@${index}@`, other);
    }, renamed);
    expect((await causes(text)).map(at)).toEqual((await causes(textOf(file))).map(at));
  });

  it('has the same findings when running text follows', async () => {
    const text = textOf(file);
    const sentences = Array.from(
      { length: 40 },
      (_, index) => `Her står det noe annet, avsnitt ${index + 1}.`,
    );
    expect((await causes(`${text}\n${sentences.join('\n')}\n`)).map(at)).toEqual(
      (await causes(text)).map(at),
    );
  });
});

/** Multiplies every amount of a table row of Markdown; years, percents and page numbers are left. */
function timesSeven(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (!line.startsWith('|') || /Budsjett|2024|Side|2025/.test(line)) return line;
      return line.replace(/(?<=\| )\(?-?\d[\d .]*(?:,\d+)?\)?(?= \|)/g, (figure) => {
        const digits = figure.replace(/[() .-]/g, '');
        if (digits.includes(',')) return figure;
        const grouped = `${BigInt(digits) * 7n}`.replace(
          /\B(?=(\d{3})+$)/g,
          figure.includes('.') ? '.' : ' ',
        );
        return figure.startsWith('(') ? `(${grouped})` : figure.startsWith('-') ? `-${grouped}` : grouped;
      });
    })
    .join('\n');
}

describe('amounts times seven', () => {
  it.each(['felles-budsjett-rent.md', 'oversikt-rein.md'])(
    'leave %s without errors in its tables',
    async (file) => {
      const inTables = (await causes(timesSeven(textOf(file)))).filter(({ place }) => place.table !== null);
      expect(inTables).toEqual([]);
    },
  );

  it.each(['felles-budsjett-feil.md', 'oversikt-forskjovet.md'])(
    'leave the errors of %s where they were',
    async (file) => {
      const inTables = async (text: string) =>
        (await causes(text))
          .filter(({ place }) => place.table !== null)
          .map(at)
          .toSorted();
      expect(await inTables(timesSeven(textOf(file)))).toEqual(await inTables(textOf(file)));
    },
  );
});

describe('rows in another order', () => {
  it('give the same findings about the same municipalities', async () => {
    const text = textOf('felles-budsjett-feil.md');
    const lines = text.split('\n');
    const turned = lines.flatMap((line, index) => {
      const isRow = (each: string | undefined): boolean =>
        /^\| [A-ZØÅ][a-zøå]+ \| [\d.]+ \| [\d.]+ \| -?[\d.]+ \|$/.test(each ?? '') &&
        !each?.startsWith('| Sum');
      if (!isRow(line)) return [line];
      let [first, last] = [index, index];
      while (isRow(lines[first - 1])) first -= 1;
      while (isRow(lines[last + 1])) last += 1;
      return [lines[last - (index - first)] ?? line];
    });
    const told = async (each: string) =>
      (await causes(each)).map(({ rule, printed, expected, cause }) => ({ rule, printed, expected, cause }));
    expect(await told(turned.join('\n'))).toEqual(await told(text));
  });
});

const seed = new URL('../../../shared/seeds/000_de552417687fbfb6.txt', import.meta.url);
const facts = new URL('../../../shared/facts/budget-2025.json', import.meta.url);
if (existsSync(seed) && existsSync(facts))
  describe('the public budget of 2025', () => {
    it('shows the errors that were verified by hand', async () => {
      const found = new Map(
        (await causes(readFileSync(seed, 'utf8'))).map((each) => [at(each), each.expected]),
      );
      const verified = {
        '237:4': '-374000',
        '415:2': '25273155',
        '787:3': '60734',
        '41:3': '3366',
        '41:21': '553',
        '57:21': '2554',
        '60:3': '2111',
      };
      for (const [place, expected] of Object.entries(verified))
        expect(found.get(place), place).toBe(expected);
    });

    it('tells of every row of the overview that the decoding moved elsewhere', async () => {
      const { overview } = JSON.parse(readFileSync(facts, 'utf8')) as {
        overview: { rows: { line: number; unit_id: string }[]; reassignments: { printed_in: string }[] };
      };
      const lineOf = new Map(overview.rows.map(({ unit_id, line }) => [unit_id, line]));
      const told = new Set(
        (await report(readFileSync(seed, 'utf8'))).findings.map(({ place }) => place.line),
      );
      for (const { printed_in } of overview.reassignments)
        expect(told, printed_in).toContain(lineOf.get(printed_in));
    });
  });
