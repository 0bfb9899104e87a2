import type { Cell, ColumnSpec } from '@samstyr/contract/tables/column';
import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import { outliers } from '@samstyr/core/control/outlier';
import { reduced } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import type { Model, TableName } from '@samstyr/core/model/rows';
import { validate } from '@samstyr/core/model/validate';
import { ore } from '@samstyr/core/money/ore';
import { parseDay } from '@samstyr/core/period/day';
import { cleanText } from '@samstyr/formats/cell/clean-text';
import fc from 'fast-check';
import { randomEdits } from './random-edits.ts';
import { randomKey } from './random-key.ts';

/** Texts that have broken somebody's reader. */
const nastyTexts = [
  'Stjørdal',
  'Snåase – Snåsa',
  'ŧ đ ŋ č Š',
  '=HYPERLINK("http://x","klikk")',
  '+47 12 34 56 78',
  '-ansvar',
  '@cmd',
  'a, b; c | d',
  '«sitat» og "sitat"',
  '"',
  "'",
  '\\',
  'C:\\mappe\\',
  'a: b',
  'a #b',
  '# ikke merknad',
  '- ikke liste',
  '{ ikke: felt }',
  '[ikke, liste]',
  '&anker',
  '*alias',
  '!tag',
  '~',
  'null',
  'yes',
  '0301',
  '1e3',
  '1.234',
  '2025-02-29',
  'format: 1',
  '---',
  '...',
  '%YAML 1.2',
  '{{budget/2025.recommended/nav/operating/sum | 1000kr}}',
  '👩‍🚒',
  '1 000 kr',
];
/** Drawings that are written back byte for byte, whatever ends their lines. */
const drawings = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 9"><path d="M0 0h7v9z"/></svg>',
  '<?xml version="1.0"?>\r\n<svg viewBox="0 0 7 9" xmlns="http://www.w3.org/2000/svg">\n\t<title>Å &amp; ø</title>\n</svg>\r\n',
];
const nastyProse = [
  '## ikke overskrift',
  '\\## heller ikke',
  'to\nlinjer',
  'en\n\n## to {#to}\ntre',
  'a\n  b\n\tc',
];

const clean = (raw: string): string => {
  const cleaned = cleanText(raw, '', { file: '', line: 1, column: 1 });
  return 'text' in cleaned && cleaned.text !== '' ? cleaned.text : 'x';
};
const prose = fc.oneof(
  fc.constantFrom(...nastyTexts, ...nastyProse),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);
const proseText = prose.map(clean);
const lineText = prose.map((text) => clean(clean(text).replace(/\s*[\n\t]\s*/g, ' ')));

const numberOf = (minimum: bigint) =>
  fc
    .tuple(
      fc.oneof(fc.bigInt(minimum, 2000n), fc.bigInt(minimum * 10n ** 12n, 10n ** 12n)),
      fc.oneof(fc.constantFrom(1n, 10n, 100n, 1000n, 10_000n, 3n, 7n), fc.bigInt(1n, 10n ** 9n)),
    )
    .map(([n, d]) => reduced({ n, d }));

const days = fc
  .tuple(
    fc.integer({ min: 2023, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, date]) => {
    const two = (part: number): string => `${part}`.padStart(2, '0');
    return parseDay(`${year}-${two(month)}-${two(date)}`) ?? parseDay(`${year}-${two(month)}-28`);
  });

/** The slugs a reference to a table may name. */
type Names = { readonly [T in TableName]?: readonly string[] };

function cellValue(cell: Cell, names: Names, key: fc.Arbitrary<Key>): fc.Arbitrary<unknown> {
  switch (cell.kind) {
    case 'slug':
      return fc.constantFrom('status', 'maal', 'a.b', 'x-1', '2025');
    case 'reference':
      return fc.constantFrom(...(names[cell.to] ?? []));
    case 'text':
      return lineText;
    case 'prose':
      return proseText;
    case 'digits':
      return fc.integer({ min: 0, max: 10 ** cell.length - 1 }).map((n) => `${n}`.padStart(cell.length, '0'));
    case 'code':
      return fc.constantFrom('1200', '0301', 'A-12');
    case 'colour':
      return fc.constantFrom('#14506B', '#7A1F2B');
    case 'file':
      return fc.constantFrom(...drawings);
    case 'day':
      return days;
    case 'year':
      return fc.integer({ min: 2023, max: 2027 });
    case 'integer':
      return fc.integer({ min: cell.minimum, max: 999 });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...cell.choices);
    case 'list':
      return fc.uniqueArray(cellValue(cell.of, names, key), { maxLength: 3 });
    case 'decimal':
      return numberOf(0n);
    case 'share':
      return fc
        .tuple(fc.bigInt(0n, 1000n), fc.bigInt(1n, 1000n))
        .map(([n, more]) => reduced({ n, d: n + more }));
    case 'amount':
      return fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 15n), 10n ** 15n)).map(ore);
    case 'key':
      return key;
    case 'edits':
      return randomEdits({
        parties: names.party ?? [],
        services: names.service ?? [],
        text: lineText,
        number: numberOf(0n),
        day: days.filter((day) => day !== null),
        key,
      });
  }
}

const columnValue = (spec: ColumnSpec, names: Names, key: fc.Arbitrary<Key>): fc.Arbitrary<unknown> => {
  if (spec.nullable) {
    const { cell } = spec;
    if (cell.kind === 'reference' && (names[cell.to] ?? []).length === 0) return fc.constant(null);
    return fc.option(cellValue(cell, names, key), { nil: null });
  }
  return cellValue(spec.cell, names, key);
};

/** Tables that others cannot do without. */
const needed = new Set<TableName>(['party', 'register', 'unit', 'service', 'version', 'case']);

/** Every table's ids, from how many rows each has: services are named by their unit, every third unit being its own only service. */
function idsOf(sizes: ReadonlyMap<TableName, number>): ReadonlyMap<TableName, readonly string[]> {
  const count = (table: TableName): number =>
    table === 'cooperation' ? 1 : Math.max(needed.has(table) ? 1 : 0, sizes.get(table) ?? 0);
  return new Map(
    tableNames.map((table) => [
      table,
      Array.from({ length: count(table) }, (_, at) =>
        table === 'service'
          ? `unit-${at % count('unit')}/s${at}`
          : table === 'asset'
            ? `arms/a${at}.svg`
            : `${table.toLowerCase()}-${at}`,
      ),
    ]),
  );
}

/** Rows for the tables as their specifications say, with references that name something; no more than that is promised. */
export const randomTables: fc.Arbitrary<Model> = fc
  .tuple(...tableNames.map((table) => fc.integer({ min: 0, max: 4 }).map((n) => [table, n] as const)))
  .chain((sizes) => {
    const ids = idsOf(new Map(sizes));
    const names: Names = Object.fromEntries(ids);
    const key = randomKey({ parties: ids.get('party') ?? [], registers: ids.get('register') ?? [] });
    const tables = tableNames.map((table) => {
      const { columns } = tableOf(table);
      const rows = (ids.get(table) ?? []).map((id, at) => {
        const cells = Object.entries(columns).map(([field, spec]) => {
          const fixed = fixedValue(table, field, id, at);
          return [field, fixed === null ? columnValue(spec, names, key) : fc.constant(fixed)] as const;
        });
        return fc.record(Object.fromEntries(cells)).map((row) => finished(table, row as AnyRow, at));
      });
      return fc.tuple(...rows).map((some) => [table, some] as const);
    });
    return fc.tuple(...tables).map((some) => Object.fromEntries(some) as unknown as Model);
  });

/** A model nothing is wrong with: what the rules would refuse in a random one is taken out, as often as it takes. */
export const randomModel: fc.Arbitrary<Model> = randomTables.map((tables) => {
  let model = tables;
  for (;;) {
    const refused = new Set([...validate(model), ...outliers(model)].map(({ at }) => `${at.table} ${at.id}`));
    if (refused.size === 0) return model;
    model = Object.fromEntries(
      tableNames.map((table) => [
        table,
        (model[table] as readonly AnyRow[]).flatMap((row) =>
          !refused.has(`${table} ${row.id}`)
            ? [row]
            : needed.has(table) || table === 'cooperation'
              ? [mended(table, row)]
              : [],
        ),
      ]),
    ) as unknown as Model;
  }
});

/** A row others need, without what can be wrong with it. */
function mended(table: TableName, row: AnyRow): AnyRow {
  if (table === 'cooperation') return { ...row, roundingUnitOre: ore(100n) };
  if (table === 'party') return { ...row, from: null, until: null };
  if (table === 'service') return { ...row, continues: null };
  return table === 'version' ? { ...row, base: null } : row;
}

function fixedValue(table: TableName, field: string, id: string, at: number): unknown {
  if (field === 'id') return id;
  if (table === 'party' && field === 'party') return id;
  if (table === 'party' && field === 'kommunenummer') return `${5000 + at}`;
  if (table === 'service' && field === 'unit') return id.split('/')[0];
  return null;
}

/** A section's id says its place; no two sections of a narrative are the same. An agreement names a service of its own unit. */
function finished(table: TableName, row: AnyRow, at: number): AnyRow {
  if (table === 'agreement' && row['service'] !== null)
    return { ...row, unit: `${row['service']}`.split('/')[0] };
  if (table !== 'text') return row;
  const section = `${row['section']}-${at}`;
  return { ...row, section, id: `${row['unit']}/${row['year']}/${row['language']}/${section}` };
}
