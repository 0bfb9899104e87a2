import { describe, expect, it } from 'vitest';
import { checkBytes } from './check-bytes.ts';

const encoder = new TextEncoder();

async function findingsOf(text: string) {
  const result = await checkBytes(encoder.encode(text), 'test.md');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.report.findings;
}
const causesOf = async (text: string) =>
  (await findingsOf(text)).filter((each) => each.causeOf === null && each.class !== 'rounding');

const table = (rows: readonly string[]): string =>
  ['| Kommune | Budsjett 2024 | Budsjett 2025 | Endring |', '|---|---|---|---|', ...rows].join('\n');

describe('a checked document', () => {
  it('is silent when everything adds up', async () => {
    const text = table([
      '| Fjellvik | 100 500 | 120 700 | 20 200 |',
      '| Myrdalen | 50 000 | 40 100 | -9 900 |',
      '| Sum | 150 500 | 160 800 | 10 300 |',
    ]);
    expect(await findingsOf(text)).toEqual([]);
  });

  it('names the swapped digits and not the sums they fail in', async () => {
    const text = table([
      '| Fjellvik | 100 500 | 127 000 | 20 200 |',
      '| Myrdalen | 50 000 | 40 100 | -9 900 |',
      '| Sum | 150 500 | 160 800 | 10 300 |',
    ]);
    expect(await causesOf(text)).toMatchObject([
      {
        place: { line: 3, column: 3 },
        printed: '127000',
        expected: '120700',
        difference: '6300',
        cause: 'transposed',
      },
    ]);
  });

  it('finds the lost minus of a sum', async () => {
    const text = table([
      '| Fjellvik | 100 500 | 90 000 | -10 500 |',
      '| Myrdalen | 50 000 | 40 100 | -9 900 |',
      '| Sum | 150 500 | 130 100 | 20 400 |',
    ]);
    expect(await causesOf(text)).toMatchObject([{ rule: 'sum.rows', cause: 'sign', expected: '-20400' }]);
  });

  it('finds figures that stand in each other’s place', async () => {
    const text = table([
      '| Fjellvik | 100 500 | 40 100 | 20 200 |',
      '| Myrdalen | 50 000 | 120 700 | -9 900 |',
      '| Sum | 150 500 | 160 800 | 10 300 |',
    ]);
    expect(await causesOf(text)).toMatchObject([{ cause: 'swapped', printed: '40100', expected: '120700' }]);
  });

  it('calls a miss of one in a rounded table a rounding', async () => {
    const text = [
      'Tall i 1000 kr',
      '',
      table(['| Fjellvik | 101 | 121 | 20 |', '| Myrdalen | 50 | 40 | -10 |', '| Sum | 152 | 161 | 10 |']),
    ].join('\n');
    const findings = await findingsOf(text);
    expect(findings.map((each) => each.class)).toEqual(['rounding', 'rounding']);
    expect(findings[0]?.unit).toBe('1000 kr');
  });

  it('joins a table that a page break cut before its sum', async () => {
    const text = [
      table(['| Fjellvik | 100 500 | 120 700 | 20 200 |', '| Myrdalen | 50 000 | 40 100 | -9 900 |']),
      '',
      '\fSide 2',
      '',
      '| | | | |',
      '| Sum | 150 500 | 190 800 | 10 300 |',
      '|---|---|---|---|',
    ].join('\n');
    expect(await causesOf(text)).toMatchObject([
      { place: { page: 2, table: 1, column: 3 }, expected: '160800' },
    ]);
  });

  it('keeps empty, dash and 0 apart, and lets none of them be an error', async () => {
    const text = table([
      '| Fjellvik | | 120 700 | 120 700 |',
      '| Myrdalen | - | 40 100 | 40 100 |',
      '| Strandnes | 0 | 1 000 | 1 000 |',
      '| Sum | 0 | 161 800 | 161 800 |',
    ]);
    expect(await findingsOf(text)).toEqual([]);
  });

  it('never takes contents, plans, lists or years for sums', async () => {
    const text = [
      '| Kapittel | Side |\n|---|---|\n| Innledning | 3 |\n| Økonomi | 5 |\n| Sum | 12 |',
      '1. Budsjett 2024\n2. Budsjett 2025\n3. Totalt 2026',
      '| Tiltak | Frist |\n|---|---|\n| Skole | 2026 |\n| Veg | 2027 |\n| Totalt | 2028 |',
      'Innledning ........ 3\nØkonomi ........ 5\nTotalt ......... 12',
    ].join('\n\n');
    expect(await findingsOf(text)).toEqual([]);
  });

  it('lets a total that is an average be', async () => {
    const text =
      '| Skole | Elever per lærer |\n|---|---|\n| Nord | 12 |\n| Sør | 14 |\n| Øst | 19 |\n| Totalt | 15 |';
    expect(await findingsOf(text)).toEqual([]);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'published.empty'],
    ['a PDF cut off', encoder.encode('%PDF-1.7 …'), 'published.broken'],
    ['bytes that are no text', new Uint8Array([65, 0, 66, 1, 2]), 'published.binary'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await checkBytes(bytes, 'x')).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('holds a word for a level against the table', async () => {
    const text = [
      '## Legevakt',
      '',
      table([
        '| Fjellvik | 100 500 | 120 700 | 20 200 |',
        '| Myrdalen | 60 000 | 40 100 | -19 900 |',
        '| Sum | 160 500 | 160 800 | 300 |',
      ]),
      '',
      'For Myrdalen er beløpet halvert.',
    ].join('\n');
    expect(await causesOf(text)).toMatchObject([{ rule: 'prose.level', expected: '-33.2', class: 'soft' }]);
  });

  it('refuses a file too large to be a document', async () => {
    expect(await checkBytes(new Uint8Array(20_000_001), 'x')).toMatchObject({
      ok: false,
      problems: [{ code: 'published.tooLarge' }],
    });
  });

  it('reads the old character set of Windows exports', async () => {
    const bytes = new Uint8Array(
      [...'| Kommune | A | B |\n| ']
        .map((c) => c.charCodeAt(0))
        .concat(
          [0xd8],
          [...'yhamn | 1 | 2 |\n'].map((c) => c.charCodeAt(0)),
        ),
    );
    expect((await checkBytes(bytes, 'x')).ok).toBe(true);
  });
});

describe('the whole of a column, told in a sentence', () => {
  const under = (sentence: string): string =>
    [
      sentence,
      '',
      'Tall i 1000 kr.',
      '',
      '| Selskap | Bokført verdi | Utbytte |',
      '|---|---|---|',
      '| Kraftlaget | 12 400 | 1 020 |',
      '| Vekst | 2 450 | 0 |',
      '| Havna | 8 800 | 50 |',
      '| Sum | 23 650 | 1 070 |',
    ].join('\n');

  it('is held against its sum', async () => {
    expect(await causesOf(under('Samlet bokført verdi er på 23 560 tusen kroner.'))).toMatchObject([
      { rule: 'prose.amount', printed: '23560000', expected: '23650000', cause: 'transposed' },
    ]);
  });

  it.each([
    ['the sum', 'Samlet bokført verdi er på 23 650 tusen kroner.'],
    ['another figure', 'Samlet bokført gjeld er på 23 560 tusen kroner.'],
    ['a part of it', 'Samlet bokført verdi for Havna er på 8 700 tusen kroner.'],
    ['a dated one', 'Samlet bokført verdi var på 23 560 tusen kroner i 2021.'],
    ['something far from it', 'Samlet bokført verdi er på 5 000 tusen kroner.'],
  ])('is not thought of %s', async (_, sentence) => {
    expect(await causesOf(under(sentence))).toEqual([]);
  });
});
