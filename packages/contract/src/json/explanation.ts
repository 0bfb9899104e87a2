import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { type Fraction, fraction, fractionText, multiply, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import * as z from 'zod';
import { type BudgetNode, budgetNodeTexts } from '../texts/budget-nodes.ts';
import type { Language } from '../texts/language.ts';
import { percentText } from '../texts/share-text.ts';
import { tell } from '../texts/tell.ts';
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
    .strictObject({ file: z.string(), line: z.int(), table: z.string(), row: z.string(), field: z.string() })
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

/** An explanation with its words in a language; `depth` cuts it that many levels below the figure. */
export function explanationJson(
  explanation: Explanation,
  index: IndexedModel,
  language: Language,
  depth: number | null,
): ExplanationJson {
  const nodes: { [id: string]: ExplanationJson['nodes'][string] } = {};
  const visit = (id: string, level: number): void => {
    const found = explanation.nodes[id];
    if (found === undefined || nodes[id] !== undefined) return;
    nodes[id] = nodeJson(found, explanation, index, language);
    if (depth === null || level < depth) for (const input of found.inputs) visit(input, level + 1);
  };
  visit(explanation.root, 0);
  return { root: explanation.root, nodes };
}

function nodeJson(
  one: ExplanationNode,
  explanation: Explanation,
  index: IndexedModel,
  language: Language,
): ExplanationJson['nodes'][string] {
  const { how } = one;
  return {
    id: one.id,
    label: nodeLabel(one, index, language),
    amountOre: one.unit === 'ore' && one.value.d === 1n ? `${one.value.n}` : null,
    how: how.how,
    formula: formula(one, explanation),
    inputs: [...one.inputs],
    source:
      one.source === null
        ? null
        : {
            file: one.source.file,
            line: one.source.line,
            table: one.source.table,
            row: one.source.row,
            field: one.source.field,
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

/** The label of a node, with the name a person knows its subject by. */
export function nodeLabel(
  { code, subject }: ExplanationNode,
  index: IndexedModel,
  language: Language,
): string {
  const name = subject === null ? null : nameOf(subject, index, language);
  return tell(budgetNodeTexts, language, { code, subject: name } as BudgetNode);
}

function nameOf(subject: string, index: IndexedModel, language: Language): string {
  const party = partyOn(index, subject, firstDayOf(9999));
  if (party !== null) return party.name;
  const register = index.model.register.find(({ id }) => id === subject);
  if (register !== undefined) return register.units;
  const named = index.service.get(subject) ?? index.unit.get(subject);
  if (named !== undefined)
    return (language === 'nb' ? null : language === 'nn' ? named.nameNn : named.nameEn) ?? named.name;
  return index.model.change.find(({ id }) => id === subject)?.reason ?? subject;
}

const signs: { readonly [how: string]: string } = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
};

/** The sum worked out: `20 570 000,00 × 3/20`. Null where there is nothing to work out. */
function formula({ how, inputs }: ExplanationNode, { nodes }: Explanation): string | null {
  const shown = inputs.map((id) => (nodes[id] === undefined ? '?' : numberText(nodes[id])));
  const sign = signs[how.how];
  if (sign !== undefined) return shown.length === 0 ? '0' : shown.join(sign);
  if (how.how === 'smaller' || how.how === 'larger')
    return `${how.how === 'smaller' ? 'min' : 'maks'}(${shown.join('; ')})`;
  if (how.how === 'toOre') return `≈ ${shown.join('')}`;
  if (how.how === 'rounded') return `${shown[how.index] ?? ''} → ${formatKroner(how.unitOre)} kr`;
  return null;
}

/** A number as a person reads it in its unit. */
export function numberText({ value, unit }: Pick<ExplanationNode, 'value' | 'unit'>): string {
  if (unit === 'ore') return oreNumber(value);
  if (unit === 'percent') return percentText({ n: value.n, d: value.d * 100n });
  return fractionText(value);
}

/** Whole øre as kroner; part of an øre with up to three more decimals, as much as a hand calculation needs. */
function oreNumber(value: Fraction): string {
  if (value.d === 1n) return formatKroner(ore(value.n));
  const thousandths = roundToOre(multiply(value, fraction(1000n)));
  const magnitude = thousandths < 0n ? -thousandths : thousandths;
  const whole = formatKroner(ore((thousandths < 0n ? -1n : 1n) * (magnitude / 1000n)));
  return `${whole}${`${magnitude % 1000n}`.padStart(3, '0')}`;
}
