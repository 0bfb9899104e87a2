import { type CooperationFinding, printedDifference } from '@samstyr/core/control/check-cooperation';
import type { PrintedCause } from '@samstyr/core/control/held-against-published';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import type { Origin } from '@samstyr/core/model/rows';
import { canonicalKroner } from '@samstyr/core/money/kroner';
import { type Ore, ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import * as z from 'zod';
import { cooperationFindingTexts, type FindingNames } from '../texts/cooperation-findings.ts';
import type { Language } from '../texts/language.ts';
import { tell } from '../texts/tell.ts';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const findingSchema = z.strictObject({
  id: z.string(),
  rule: z.enum([
    'check.printed',
    'check.budget',
    'check.adoptedByKey',
    'check.awaited',
    'check.unknownAmount',
    'check.textFigure',
  ]),
  severity: z.enum(['error', 'warning', 'info']),
  class: z.enum(['error', 'rounding', 'transcription', 'garbled', 'soft']),
  place: z.strictObject({
    page: z.int().nullable(),
    line: z.int().nullable(),
    table: z.string().nullable(),
    row: z.string().nullable(),
    column: z.string().nullable(),
    file: z.string().nullable(),
  }),
  printed: z.string().nullable(),
  expected: decimal.nullable(),
  difference: decimal.nullable(),
  unit: z.enum(['kr', '1000 kr']).nullable(),
  cause: z.string().nullable(),
  consequences: z.array(z.string()),
  figureId: z.string().nullable(),
  sentence: z.string(),
});

/** `check DIR --json`: what a controller should look at; amounts are decimal text in the unit beside them. */
export const folderReportSchema = z.strictObject({
  file: z.string(),
  tables: z.int(),
  findings: z.array(findingSchema),
});
export type FolderReport = z.infer<typeof folderReportSchema>;
type FindingJson = z.infer<typeof findingSchema>;

const classes: { readonly [C in PrintedCause]: FindingJson['class'] } = {
  sign: 'error',
  transposed: 'transcription',
  digit: 'transcription',
  magnitude: 'error',
  lostDigit: 'transcription',
  rounding: 'rounding',
  otherRow: 'garbled',
  notBudgeted: 'garbled',
  unreadable: 'garbled',
  unknown: 'error',
};

/** The findings of a folder as JSON, told in a language. `tables` is the number of published tables held against the model. */
export function folderReport(
  folder: string,
  index: IndexedModel,
  findings: readonly CooperationFinding[],
  language: Language,
): FolderReport {
  const names: FindingNames = {
    party: (id) => partyOn(index, id, firstDayOf(9999))?.name ?? id,
    subject: (unit, service) => {
      const named =
        service !== null ? index.service.get(service) : unit === null ? undefined : index.unit.get(unit);
      const whole = { nb: 'Hele budsjettet', nn: 'Heile budsjettet', en: 'The whole budget' }[language];
      if (named === undefined) return service ?? unit ?? whole;
      const owner =
        service === null || service === unit ? null : index.unit.get('unit' in named ? named.unit : '');
      return owner === undefined || owner === null || owner.name === named.name
        ? named.name
        : `${owner.name}, ${named.name}`;
    },
  };
  const tables = new Set(index.model.published.map(({ document, table }) => `${document}|${table}`)).size;
  return {
    file: folder,
    tables,
    findings: findings.map((finding, at) => findingJson(finding, at, names, language)),
  };
}

function findingJson(
  finding: CooperationFinding,
  at: number,
  names: FindingNames,
  language: Language,
): FindingJson {
  const sentence = tell(cooperationFindingTexts, language, { ...finding, names });
  const nowhere = { page: null, line: null, table: null, row: null, column: null, file: null };
  const soft = (id: string, place: FindingJson['place'], figureId: string | null): FindingJson => ({
    id,
    rule: finding.code,
    severity: 'info',
    class: 'soft',
    place,
    printed: null,
    expected: null,
    difference: null,
    unit: null,
    cause: null,
    consequences: [],
    figureId,
    sentence,
  });
  switch (finding.code) {
    case 'check.printed': {
      const { row, cause, expectedOre, belongsTo, follows, figureId } = finding.finding;
      const difference = printedDifference(finding.finding);
      const inUnit = (amount: Ore | null): string | null =>
        amount === null ? null : decimalIn(amount, row.unitOre);
      const { file = null } = row.origin ?? ({} as Partial<Origin>);
      return {
        id: row.id,
        rule: finding.code,
        severity: cause === 'rounding' ? 'info' : 'error',
        class: classes[cause],
        place: {
          page: row.page,
          line: row.line,
          table: row.table,
          row: row.service ?? row.unit,
          column: `${row.party ?? 'sum'} ${row.year} ${row.field}`,
          file,
        },
        printed: row.printed,
        expected: inUnit(expectedOre),
        difference: inUnit(difference),
        unit: row.unitOre === 100n ? 'kr' : '1000 kr',
        cause: follows ?? belongsTo?.id ?? cause,
        consequences: [...finding.consequences],
        figureId,
        sentence,
      };
    }
    case 'check.budget':
      return { ...soft(`budget/${finding.year}/${at}`, nowhere, null), severity: 'error', class: 'error' };
    case 'check.textFigure': {
      const { origin, id } = finding.text;
      return {
        ...soft(
          `text/${id}/${finding.reference}`,
          { ...nowhere, line: origin?.line ?? null, file: origin?.file ?? null },
          finding.reference,
        ),
        severity: 'error',
        class: 'error',
      };
    }
    case 'check.adoptedByKey':
      return {
        ...soft(
          `adopted/${finding.figureId}`,
          { ...nowhere, row: finding.service, column: finding.party },
          finding.figureId,
        ),
        expected: canonicalKroner(finding.byKeyOre),
        printed: canonicalKroner(finding.adoptedOre),
        unit: 'kr',
      };
    case 'check.awaited':
      return soft(`awaited/${finding.service}/${finding.case}`, { ...nowhere, row: finding.service }, null);
    case 'check.unknownAmount':
      return soft(`unknown/${finding.year}/${finding.service}`, { ...nowhere, row: finding.service }, null);
  }
}

/** An amount as decimal text in a unit of øre: `60734` in 1 000 kr, `60733832.84` in kroner; as many decimals as it takes. */
function decimalIn(amount: Ore, unitOre: Ore): string {
  const magnitude = amount < 0n ? ore(-amount) : amount;
  const digits = `${unitOre}`.length - 1;
  const rest = `${magnitude % unitOre}`.padStart(digits, '0').replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${magnitude / unitOre}${rest === '' ? '' : `.${rest}`}`;
}
