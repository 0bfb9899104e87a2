import { csv } from './csv.ts';
import { fields } from './fields.ts';
import {
  budgetTable,
  causesTable,
  type DataTable,
  keysTable,
  type OpenDataInput,
  registersTable,
} from './tables.ts';

const titles: { readonly [N in DataTable['name']]: string } = {
  budget: 'Hvem som betaler hva: én rad per tjeneste, part og år',
  causes: 'Hvorfor beløpene er endret siden i fjor',
  registers: 'Registerverdiene nøklene bygger på',
  keys: 'Fordelingsnøkkelen til hver tjeneste',
};

const unitTitle = 'Hvem som betaler hva: én rad per enhet, part og år';

/** The open data of a joint budget: files by path. A package of whole units has the amounts alone. Same input, same text. */
export function renderOpenData(input: OpenDataInput): Map<string, string> {
  const tables =
    input.detail === 'unit'
      ? [budgetTable(input)]
      : [budgetTable(input), causesTable(input), registersTable(input), keysTable(input)];
  return new Map([
    ...tables.map((table): [string, string] => [`data/${table.name}.csv`, csv(table.columns, table.rows)]),
    ['data/budget.json', budgetJson(input, tables)],
    ['datapackage.json', descriptor(input, tables)],
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The same tables as objects, for those who would rather not read CSV. */
function budgetJson({ overview }: OpenDataInput, tables: readonly DataTable[]): string {
  return json({
    cooperation: overview.cooperation,
    year: overview.year,
    version: overview.version.id,
    status: overview.version.status,
    asOf: overview.version.asOf,
    previousVersion: overview.previousVersion?.id ?? null,
    ...Object.fromEntries(
      tables.map(({ name, columns, rows }) => [
        name,
        rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
      ]),
    ),
  });
}

/** What the files are, column by column: a Fiscal Data Package's descriptor. */
function descriptor(input: OpenDataInput, tables: readonly DataTable[]): string {
  const { overview, index, licence, language } = input;
  const [cooperation] = index.model.cooperation;
  const registers = tables.find(({ name }) => name === 'registers');
  const at = registers?.columns.indexOf('source') ?? -1;
  const sources = [...new Set((registers?.rows ?? []).map((row) => row[at] ?? null))]
    .filter((source) => source !== null)
    .map((title) => ({ title }));
  return json({
    profile: 'fiscal-data-package',
    name: `${cooperation?.id ?? 'budget'}-${overview.year}`,
    title: `${overview.cooperation}: budsjett ${overview.year}`,
    version: overview.version.id,
    // The day whose knowledge the budget has: the package has no other clock.
    created: `${overview.version.asOf}T00:00:00Z`,
    countryCode: 'NO',
    languages: [language],
    currency: 'NOK',
    fiscalPeriod: { start: `${overview.year}-01-01`, end: `${overview.year}-12-31` },
    ...(licence === null ? {} : { licenses: [{ name: licence }] }),
    sources,
    missingValues: [''],
    resources: tables.map(({ name, columns }) => ({
      name,
      title: name === 'budget' && input.detail === 'unit' ? unitTitle : titles[name],
      path: `data/${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: columns.map((column) => {
          const field = fields[column];
          return {
            name: column,
            ...field,
            ...(column === 'amount' ? { bareNumber: true, decimalChar: '.' } : {}),
          };
        }),
        primaryKey: columns[0],
      },
    })),
  });
}
