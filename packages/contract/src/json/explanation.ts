import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import type { Explanation, ExplanationNode, NodeSource } from '@samstyr/core/explain/node';
import { fractionText } from '@samstyr/core/fraction/fraction';
import * as z from 'zod';
import { moment, role } from '../api/fields.ts';
import { formula, nodeLabel } from '../texts/explanation-words.ts';
import type { Language } from '../texts/language.ts';
import { type AuditPlace, sourceText } from '../texts/source-text.ts';
import { oreText } from './ore-text.ts';

const node = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Whole øre; null when the number is no amount or no whole øre. */
  amountOre: oreText.nullable(),
  how: z.enum([
    'given',
    'fact',
    'sum',
    'difference',
    'product',
    'quotient',
    'smaller',
    'larger',
    'toOre',
    'rounded',
  ]),
  formula: z.string().nullable(),
  inputs: z.array(z.string()),
  source: z
    .strictObject({
      table: z.string(),
      row: z.string(),
      field: z.string(),
      file: z.string().nullable().describe('filen raden ble lest fra; null når den kom fra en database'),
      line: z.int().nullable(),
      entry: z
        .strictObject({
          number: z.int(),
          at: moment,
          op: z.string(),
          roles: z.array(role).describe('det personen er i samarbeidet nå'),
          name: z.string().nullable().describe('null: ikke for denne leseren'),
        })
        .nullable()
        .describe('innslaget i endringsloggen som ga feltet verdien; null utenfor en database'),
      text: z.string().describe('hvor tallet står, i ord'),
    })
    .nullable(),
  register: z
    .strictObject({ register: z.string(), date: z.string(), published: z.string().nullable() })
    .nullable(),
  key: z.strictObject({ id: z.string(), standing: z.enum(['inForce', 'awaited', 'rejected']) }).nullable(),
  legal: z.strictObject({ agreement: z.string(), paragraph: z.string().nullable() }).nullable(),
  decision: z.union([z.strictObject({ case: z.string() }), z.literal('notRegistered')]).nullable(),
  basis: z.enum(['published', 'derived', 'assumed']).nullable(),
  value: z.string().describe('det eksakte tallet som brøk, i øre når enheten er ore'),
  unit: z.enum(['ore', 'share', 'count', 'days', 'percent', 'ratio']),
  detail: z.string().nullable(),
  rounding: z
    .strictObject({
      index: z.int(),
      unitOre: oreText,
      mode: z.enum(['largestRemainder', 'hostTakesRest']),
      host: z.int().nullable(),
    })
    .nullable(),
});

/** `explain --json`: a figure and every node it rests on. `how` with `inputs` is enough to do the sum again. */
export const explanationSchema = z.strictObject({ root: z.string(), nodes: z.record(z.string(), node) });

export type ExplanationJson = z.infer<typeof explanationSchema>;

/** The entry of the audit that gave a field of a row the value it has; null when there is none to ask. */
export type EntryOf = (source: NodeSource) => AuditPlace | null;

/** An explanation with its words in a language; `depth` cuts it that many levels below the figure. */
export function explanationJson(
  explanation: Explanation,
  index: IndexedModel,
  language: Language,
  depth: number | null,
  entryOf: EntryOf = () => null,
): ExplanationJson {
  const nodes: { [id: string]: ExplanationJson['nodes'][string] } = {};
  const visit = (id: string, level: number): void => {
    const found = explanation.nodes[id];
    if (found === undefined || nodes[id] !== undefined) return;
    nodes[id] = nodeJson(found, explanation, index, { language, entryOf });
    if (depth === null || level < depth) for (const input of found.inputs) visit(input, level + 1);
  };
  visit(explanation.root, 0);
  return { root: explanation.root, nodes };
}

function nodeJson(
  one: ExplanationNode,
  explanation: Explanation,
  index: IndexedModel,
  { language, entryOf }: { readonly language: Language; readonly entryOf: EntryOf },
): ExplanationJson['nodes'][string] {
  const { how, source } = one;
  const entry = source === null ? null : entryOf(source);
  return {
    id: one.id,
    label: nodeLabel(one, index, language),
    amountOre: one.unit === 'ore' && one.value.d === 1n ? `${one.value.n}` : null,
    how: how.how,
    formula: formula(one, explanation),
    inputs: [...one.inputs],
    source:
      source === null
        ? null
        : {
            table: source.table,
            row: source.row,
            field: source.field,
            file: source.at?.file ?? null,
            line: source.at?.line ?? null,
            entry: entry === null ? null : { ...entry, roles: [...entry.roles] },
            text: sourceText(source, entry, language),
          },
    register: one.register,
    key: one.key,
    legal: one.legal,
    decision: one.decision,
    basis: one.basis,
    value: fractionText(one.value),
    unit: one.unit,
    detail: how.how === 'fact' ? how.detail : null,
    rounding:
      how.how === 'rounded'
        ? { index: how.index, unitOre: `${how.unitOre}`, mode: how.mode, host: how.host }
        : null,
  };
}
