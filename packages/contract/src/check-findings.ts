import { decimalText } from '@samstyr/core/control/published/printed-figure';
import type { PublishedDocument } from '@samstyr/core/control/published/published-document';
import type { Finding } from '@samstyr/core/control/published/published-finding';
import * as z from 'zod';
import { arithmeticOf } from './texts/finding-figures.ts';
import type { Language } from './texts/language.ts';
import { findingReason, findingSentence, type PublishedFormat } from './texts/published-findings.ts';

const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
const count = z.int().positive();

export const checkFindingSchema = z.strictObject({
  id: z.string().min(1),
  rule: z.enum([
    'sum.rows',
    'sum.columns',
    'change',
    'percent.use',
    'percent.change',
    'percent.share',
    'average',
    'rate',
    'balance',
    'parts',
    'overview',
    'same',
    'row.missing',
    'row.duplicate',
    'shifted',
    'prose.change',
    'prose.percent',
    'prose.level',
    'prose.within',
    'prose.amount',
    'prose.same',
    'prose.sum',
    'prose.rest',
  ]),
  severity: z.enum(['error', 'warning', 'info']),
  class: z.enum(['error', 'rounding', 'transcription', 'garbled', 'soft']),
  place: z.strictObject({
    page: count.nullable(),
    line: count,
    table: count.nullable(),
    row: count.nullable(),
    column: count.nullable(),
    /** In a workbook: `Oversikt!C7`. */
    address: z.string().optional(),
  }),
  /** Decimal text in the unit beside it, as in the document. */
  printed: decimal.nullable(),
  expected: decimal.nullable(),
  /** printed − expected. */
  difference: decimal.nullable(),
  unit: z.enum(['kr', '1000 kr', 'mill. kr', '%']).nullable(),
  cause: z.string().min(1),
  /** The finding this one follows from, or null for a cause of its own. */
  causeOf: z.string().nullable(),
  consequences: z.array(z.string()),
  confidence: z.enum(['high', 'medium', 'low']),
  /** What the document calls the row and the column; empty where it has no name for them. */
  names: z.strictObject({ row: z.string(), column: z.string() }),
  /** The likely cause in words; empty where the sentence says it all. */
  reason: z.string(),
  /** The sum that gives the expected figure, worked out: `61 − 60 = 1`; empty where there is none to show. */
  arithmetic: z.string(),
  sentence: z.string().min(1),
});

/** What `samstyr check FILE --json` prints. */
export const checkReportSchema = z.strictObject({
  file: z.string(),
  format: z.enum(['text', 'html', 'docx', 'xlsx', 'pdf']),
  /** Of the document; the sentences are in the language asked for. */
  language: z.enum(['nb', 'nn', 'en']),
  tables: z.int().nonnegative(),
  findings: z.array(checkFindingSchema),
});

export type CheckReport = z.infer<typeof checkReportSchema>;

export const checkJsonSchema = (): unknown => ({
  title: 'samstyr check FILE --json',
  ...z.toJSONSchema(checkReportSchema),
});

/** Findings with their sentences, as JSON carries them. */
export function checkReport({
  file,
  format,
  language,
  tables,
  findings,
  told = 'nb',
}: {
  readonly file: string;
  readonly format: PublishedFormat;
  readonly language: PublishedDocument['language'];
  readonly tables: number;
  readonly findings: readonly Finding[];
  /** The language of the sentences. */
  readonly told?: Language;
}): CheckReport {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return {
    file,
    format,
    language,
    tables,
    findings: findings.map((finding) => ({
      id: finding.id,
      rule: finding.rule,
      severity: finding.severity,
      class: finding.class,
      place: finding.place,
      printed: finding.printed === null ? null : decimalText(finding.printed),
      expected: finding.expected === null ? null : decimalText(finding.expected),
      difference:
        finding.printed === null || finding.expected === null
          ? null
          : decimalText(finding.printed - finding.expected),
      unit: finding.unit,
      cause: finding.cause,
      causeOf: finding.causeOf,
      consequences: [...finding.consequences],
      confidence: finding.confidence,
      names: { row: finding.detail.rowLabel, column: finding.detail.columnLabel },
      reason: findingReason(finding, told),
      arithmetic: arithmeticOf(finding),
      sentence: findingSentence(finding, {
        consequences: finding.consequences.flatMap((id) => byId.get(id) ?? []),
        format,
        language: told,
      }),
    })),
  };
}
