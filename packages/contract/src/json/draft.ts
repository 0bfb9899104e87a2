import * as z from 'zod';
import { oreText } from './ore-text.ts';

/** `draft --json`: what a published joint budget became, and what a person must answer before it is a cooperation. */
export const draftSchema = z.strictObject({
  folder: z.string(),
  file: z.string(),
  years: z.array(z.int()),
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  parties: z.array(
    z.strictObject({ party: z.string(), name: z.string(), kommunenummer: z.string().nullable() }),
  ),
  /** What the amounts say of the key of each service. Only a proven one is put in; the others keep their amounts. */
  services: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.string(),
      name: z.string(),
      kind: z.enum(['operating', 'investment']),
      standing: z.enum(['proven', 'likely', 'unknown', 'untried', 'none']),
      key: z.string().nullable(),
      register: z.string().nullable(),
      date: z.string().nullable(),
      maxResidualOre: oreText.nullable(),
      confidence: z.enum(['high', 'medium', 'low']).nullable(),
      place: z.string(),
    }),
  ),
  /** Every printed total against the budget the draft gives. */
  totals: z.array(
    z.strictObject({
      name: z.string(),
      year: z.int(),
      printedOre: oreText,
      builtOre: oreText,
      differenceOre: oreText,
      place: z.string(),
    }),
  ),
  questions: z.array(z.strictObject({ code: z.string(), text: z.string(), place: z.string().nullable() })),
});

export type DraftJson = z.infer<typeof draftSchema>;
