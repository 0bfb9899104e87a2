import { dayText } from '@samstyr/contract/texts/day-text';
import { nodeLabel, numberText as nodeNumber } from '@samstyr/contract/texts/explanation-words';
import { fileText } from '@samstyr/contract/texts/source-text';
import { basisWords, roundingModeWords, standingWords, words } from '@samstyr/contract/texts/words';
import { parseFigureId } from '@samstyr/core/budget/figure-id';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { formatKroner } from '@samstyr/core/money/kroner';
import { parseDay } from '@samstyr/core/period/day';
import { type Figure, type Relation, relationInputs } from '../tree/figure.ts';
import type { ExplanationStep, Explanations } from '../tree/node.ts';
import { decimalText } from '../tree/number-text.ts';
import { type Context, nameOf } from './context.ts';

/**
 * How every printed figure came about, as one list of steps that figures share: what two figures rest on stands once. Behind a figure
 * that may not be shown nothing stands, and nothing that would give it.
 */
export function explanationsOf(context: Context, printed: ReadonlySet<string>): Explanations {
  const pool = new StepPool(context);
  for (const id of printed) pool.figure(id);
  return { steps: pool.steps, figures: new Map([...pool.places].filter(([id]) => printed.has(id))) };
}

type Told = { readonly step: number; readonly isCut: boolean };

class StepPool {
  readonly steps: ExplanationStep[] = [];
  readonly places = new Map<string, number>();
  readonly #byContent = new Map<string, number>();
  readonly #context: Context;
  readonly #secretRows: ReadonlySet<string>;
  readonly #open = new Set<string>();
  /** What has been told of each node; explanations of one budget share theirs. */
  readonly #told = new Map<ExplanationNode, Told>();

  constructor(context: Context) {
    this.#context = context;
    this.#secretRows = secretRows(context);
  }

  /** The step of a figure, or null when nothing is known of how it came about. */
  figure(id: string): number | null {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const figure = this.#context.store.get(id);
    if (figure === undefined || figure.value === null || this.#open.has(id)) return null;
    this.#open.add(id);
    const explanation = id.startsWith('budget/') ? this.#context.source.explain(id) : null;
    const step = explanation === null ? this.#related(figure) : this.#explained(explanation);
    this.#open.delete(id);
    this.places.set(id, step);
    return step;
  }

  #put(step: ExplanationStep): number {
    const content = JSON.stringify(step);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    this.steps.push(step);
    this.#byContent.set(content, this.steps.length - 1);
    return this.steps.length - 1;
  }

  #explained(explanation: Explanation): number {
    const { nodes, root } = explanation;
    const visit = (id: string): Told => {
      const node = nodes[id];
      const known = node === undefined ? undefined : this.#told.get(node);
      if (known !== undefined) return known;
      if (node === undefined || this.#isSecret(node)) {
        const { t } = this.#context;
        const hidden = {
          step: this.#put({ label: t.explain.withheld, number: ':', formula: null, inputs: [], facts: [] }),
          isCut: true,
        };
        if (node !== undefined) this.#told.set(node, hidden);
        return hidden;
      }
      const inputs = node.inputs.map(visit);
      const isCut = inputs.some((input) => input.isCut);
      const result = { step: this.#put(this.#stepOf(node, nodes, inputs, isCut)), isCut };
      this.#told.set(node, result);
      // The node of another printed figure: it is explained by the same step.
      if (!isCut && this.#context.store.get(id)?.value != null && !this.places.has(id))
        this.places.set(id, result.step);
      return result;
    };
    return visit(root).step;
  }

  /** Where something behind it is hidden, a step names only what may be shown by itself. */
  #stepOf(
    node: ExplanationNode,
    nodes: Explanation['nodes'],
    inputs: readonly Told[],
    isCut: boolean,
  ): ExplanationStep {
    const shown = isCut
      ? node.inputs.flatMap((id, at) => {
          const input = inputs[at];
          const isFigure = this.#context.store.get(id)?.value != null;
          return input !== undefined && (isFigure || nodes[id] === undefined || this.#isSecret(nodes[id]))
            ? [input.step]
            : [];
        })
      : this.#roundedTogether(
          node,
          inputs.map(({ step }) => step),
        );
    return {
      label: this.#label(node),
      number: numberOf(node),
      formula: isCut ? null : formulaOf(node, nodes),
      inputs: [...new Set(shown)],
      facts: this.#facts(node),
    };
  }

  /** A party's amount says of what it is: under a sum of services the party is the same all the way down. */
  #label(node: ExplanationNode): string {
    const { index, language } = this.#context;
    const label = nodeLabel(node, index, language);
    const isParty = node.subject !== null && index.partyRows.has(node.subject);
    const parsed = isParty ? parseFigureId(node.id, () => null) : null;
    if (parsed === null || parsed.aspect.aspect !== 'amount') return label;
    const service = index.service.get(parsed.subject);
    const unit = index.unit.get(service?.unit ?? parsed.subject);
    const isWhole = service === undefined || unit === undefined || service.name === unit.name;
    const what = isWhole
      ? nameOf(unit ?? service, language)
      : `${nameOf(unit, language)}, ${nameOf(service, language)}`;
    return what === '' ? label : `${what}: ${label}`;
  }

  /** A rounded amount rests on its own exact one; those it was rounded with stand together behind one step. */
  #roundedTogether({ how }: ExplanationNode, inputs: readonly number[]): readonly number[] {
    const own = how.how === 'rounded' ? inputs[how.index] : undefined;
    if (how.how !== 'rounded' || own === undefined) return inputs;
    const others = inputs.filter((_, at) => at !== how.index);
    if (others.length === 0) return [own];
    const { t, language } = this.#context;
    const together = this.#put({
      label: `${t.explain.together}, ${roundingModeWords[how.mode][language]}`,
      number: `${formatKroner(how.unitOre, { decimals: 0 })}\u00a0kr`,
      formula: null,
      inputs: [...new Set(others)],
      facts: [],
    });
    return [own, together];
  }

  #isSecret(node: ExplanationNode): boolean {
    return (
      this.#context.store.isHidden(node.id) ||
      (node.source !== null && this.#secretRows.has(`${node.source.table}/${node.source.row}`))
    );
  }

  #facts({ key, register, legal, decision, source, basis }: ExplanationNode): ExplanationStep['facts'] {
    const { t, language, source: budget } = this.#context;
    const facts: (readonly [string, string])[] = [];
    if (key !== null) {
      const row = budget.model.key.find(({ id }) => id === key.id);
      const told = row === undefined ? key.id : this.#context.keyWords(row.key);
      facts.push([t.explain.key, `${t.capital(told)} (${standingWords[key.standing][language]})`]);
    }
    if (register !== null) {
      const name =
        budget.model.register.find(({ id }) => id === register.register)?.name ?? register.register;
      const date = parseDay(register.date);
      facts.push([t.explain.register, `${name} ${date === null ? register.date : dayText(date, language)}`]);
    }
    if (legal !== null)
      facts.push([
        t.explain.legal,
        [legal.agreement, legal.paragraph].filter((one) => one !== null).join(', '),
      ]);
    if (decision === 'notRegistered') facts.push([t.explain.decision, words.decisionNotRegistered[language]]);
    else if (decision !== null)
      facts.push([
        t.explain.decision,
        budget.model.case.find(({ id }) => id === decision.case)?.title ?? decision.case,
      ]);
    if (basis !== null) facts.push([t.explain.basis, basisWords[basis][language]]);
    const file = source === null ? null : fileText(source);
    if (file !== null) facts.push([t.explain.source, file]);
    return facts;
  }

  /** A figure that is made here, of figures that are explained: a per cent, a group's sum, a step of a key. */
  #related(figure: Figure): number {
    const { relation, label } = figure;
    const ids = relation === null ? [] : relationInputs(relation);
    const figures = ids.flatMap((id) => this.#context.store.get(id) ?? []);
    const isWhole =
      figures.length === ids.length && figures.every(({ value, why }) => value !== null || why === 'absent');
    const formula = relation === null || !isWhole ? null : relationText(relation, figures.map(plainNumber));
    return this.#put({
      label,
      number: plainNumber(figure),
      formula,
      inputs: ids.flatMap((id) => this.figure(id) ?? []),
      facts: [],
    });
  }
}

function relationText(relation: Relation, numbers: readonly string[]): string | null {
  switch (relation.op) {
    case 'sum':
      return numbers.length < 2 || numbers.length > mostTerms ? null : numbers.join(' + ');
    case 'difference':
      return numbers.join(' − ');
    case 'percent':
      return `100 × ${numbers.join(' ÷ ')}`;
    case 'quotient':
      return numbers.join(' ÷ ');
    case 'shareOf':
      return numbers.join(' × ');
    default:
      return `${numbers[0]} × ${numbers[1]} ÷ ${numbers[2]}`;
  }
}

/** Rows of the model that give a hidden amount. */
function secretRows({ source, store, options }: Context): ReadonlySet<string> {
  const cells = new Set(
    source.overview.rows
      .filter(
        ({ service, party, current, previous, figureId }) =>
          service !== null &&
          party !== null &&
          (store.isHidden(figureId) ||
            store.isHidden(previous.figureId) ||
            (options.edition === 'public' && (current.sensitive || previous.sensitive))),
      )
      .map(({ service, party }) => `${service}|${party}`),
  );
  const { line, adopted, volume, change } = source.model;
  const of = (
    table: string,
    rows: readonly { readonly id: string; readonly service: string; readonly party: string | null }[],
  ) =>
    rows.filter(({ service, party }) => cells.has(`${service}|${party}`)).map(({ id }) => `${table}/${id}`);
  return new Set([
    ...of('line', line),
    ...of('adopted', adopted),
    ...of('volume', volume),
    ...of('change', change),
  ]);
}

const numberOf = (node: ExplanationNode): string =>
  node.unit === 'ore' ? `${nodeNumber(node)} kr` : nodeNumber(node);

const plainNumber = ({ value, unit }: Figure): string =>
  value === null
    ? '0'
    : unit === 'ore'
      ? `${decimalText({ n: value.n, d: value.d * 100n }, 2)} kr`
      : unit === 'percent'
        ? `${decimalText(value, 2)} %`
        : decimalText(value, value.n % value.d === 0n ? 0 : 4);

const signs: { readonly [how: string]: string } = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
};
/** A sum of more terms than this is told by its parts alone. */
const mostTerms = 8;

function formulaOf({ how, inputs }: ExplanationNode, nodes: Explanation['nodes']): string | null {
  const shown = inputs.map((id) => (nodes[id] === undefined ? '?' : nodeNumber(nodes[id])));
  const sign = signs[how.how];
  if (sign !== undefined) return shown.length < 2 || shown.length > mostTerms ? null : shown.join(sign);
  if (how.how === 'smaller' || how.how === 'larger')
    return `${how.how === 'smaller' ? 'min' : 'maks'}(${shown.join('; ')})`;
  return null;
}
