import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { type Fraction, fraction, fractionText, multiply, roundToOre } from '@samstyr/core/fraction/fraction';
import { formatKroner } from '@samstyr/core/money/kroner';
import { ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { type BudgetNode, budgetNodeTexts } from './budget-nodes.ts';
import type { Language } from './language.ts';
import { percentText } from './share-text.ts';
import { tell } from './tell.ts';

/** The label of a node, with the name a person knows its subject by. */
export function nodeLabel(
  { code, subject }: ExplanationNode,
  index: IndexedModel,
  language: Language,
): string {
  const name = subject === null ? null : nameOf(subject, index, language);
  return tell(budgetNodeTexts, language, { code, subject: name } as BudgetNode);
}

/** What was counted, or which days: municipalities by the names people know them by. */
export function factText(detail: string, index: IndexedModel): string {
  const names = detail.split(' ').map((word) => partyOn(index, word, firstDayOf(9999))?.name);
  return names.every((name) => name !== undefined) ? names.join(', ') : detail;
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
export function formula({ how, inputs }: ExplanationNode, { nodes }: Explanation): string | null {
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
