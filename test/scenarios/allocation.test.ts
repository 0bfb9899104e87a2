import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalKroner, parseKroner } from '@samstyr/core/money/kroner';
import { expect, test } from 'vitest';
import { samstyrYear } from '../laws/samstyr-year.ts';
import type { YearCase } from '../laws/year-case.ts';
import { isRefused } from '../laws/year-laws.ts';
import type { PlainKey } from '../second/second-key.ts';
import { type Scenario, scenariosIn } from './read-scenarios.ts';

const folder = join(import.meta.dirname, 'allocation');

function oreOf(text: string): bigint {
  const parsed = parseKroner(text);
  if ('problem' in parsed) throw new Error(`«${text}» er ikke et beløp`);
  return parsed.amount;
}
const withPoint = (percent: string): string => percent.replace(',', '.').replace(/\s/g, '');

/** «Tydal 5 %» is a limit for Tydal, «30 %» one for all. */
function limited(
  kind: 'cap' | 'floor',
  text: string | undefined,
  of: PlainKey,
  numberOf: (name: string) => string,
): PlainKey {
  if (text === undefined) return of;
  const [, name = '', percent = ''] = /^(.*?)\s*([\d,]+\s*%)$/.exec(text) ?? [];
  return { [kind]: { ...(name === '' ? {} : { party: numberOf(name) }), share: withPoint(percent), of } };
}

/** The year a scenario describes: whoever has no number comes in the order of the table. */
function yearOf({ settings, rows }: Scenario): YearCase {
  const numbers = rows.map((row, at) => row['nummer'] ?? `${1000 + at}`);
  const numberOf = (name: string): string =>
    numbers[rows.findIndex((row) => row['kommune'] === name)] ?? 'ukjent';
  const by = { by: 'population', date: '2024-01-01' };
  const fixed = settings['Fast del'];
  const shared: PlainKey =
    fixed === undefined
      ? by
      : {
          parts: [
            { share: withPoint(fixed), key: 'equal' },
            { share: `${100 - Number(withPoint(fixed).slice(0, -1))}%`, key: by },
          ],
        };
  const host = settings['Vert'];
  return {
    year: 2025,
    cost: oreOf(settings['Kostnad'] ?? ''),
    unit: oreOf(settings['Avrunding'] ?? '0,01'),
    mode: host === undefined ? 'largestRemainder' : 'hostTakesRest',
    host: host === undefined ? null : host === 'utenfor' ? 'outside' : numberOf(host),
    numbers,
    participation: rows.map((row, at) => ({
      number: numbers[at]!,
      from: row['fra'] ?? null,
      until: row['til'] ?? null,
    })),
    keys: [
      {
        from: null,
        until: null,
        key: limited('cap', settings['Tak'], limited('floor', settings['Gulv'], shared, numberOf), numberOf),
      },
    ],
    registers: rows.map((row, at) => ({
      register: 'population',
      number: numbers[at]!,
      date: '2024-01-01',
      value: BigInt(row['nøkkel'] ?? ''),
    })),
  };
}

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  for (const scenario of scenariosIn(readFileSync(join(folder, file), 'utf8'))) {
    test(`${file}: ${scenario.heading}`, () => {
      const year = yearOf(scenario);
      const divided = samstyrYear(year);
      if (isRefused(divided)) throw new Error(divided.refused.join(', '));
      const shown = scenario.rows.map((row, at) => [
        row['kommune'],
        canonicalKroner((divided.shares.get(year.numbers[at]!) ?? 0n) as never),
      ]);
      expect(shown).toEqual(
        scenario.rows.map((row) => [row['kommune'], canonicalKroner(oreOf(row['andel'] ?? '') as never)]),
      );
      if (scenario.settings['Rest'] !== undefined)
        expect(divided.outside).toBe(oreOf(scenario.settings['Rest']));
    });
  }
}

test('a file that cannot be read is told, not skipped', () => {
  expect(() => scenariosIn('# A\nKostnad: 1,00\n| kommune | nøkkel |\n|---|---|\n| Selbu | 1 |\n')).toThrow(
    'andel',
  );
  expect(() => scenariosIn('# A\nKostnd: 1,00\n')).toThrow('Kostnd');
  expect(() => scenariosIn('# A\nKostnad: 1,00\n')).toThrow('tabell');
});
