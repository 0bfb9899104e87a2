import type { BudgetNodeCode } from '../budget/budget-node.ts';
import { keyStanding } from '../cooperation/decisions.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { partyNumber } from '../cooperation/parties.ts';
import type { Fraction } from '../fraction/fraction.ts';
import * as exact from '../fraction/fraction.ts';
import type { Algebra, Standing } from '../key/algebra.ts';
import type { KeyRow, RegisterValueRow } from '../model/rows.ts';
import { yearOf } from '../period/day.ts';
import type { ExplanationNode, How, NodeSource, NodeUnit } from './node.ts';

/** A number that remembers where it came from: its node's id, and what the rules need to go on. */
export type Traced = { readonly id: string; readonly value: Fraction; readonly unit: NodeUnit };

type Extras = Partial<Pick<ExplanationNode, 'source' | 'register' | 'key' | 'legal' | 'decision' | 'basis'>>;

/** Collects the nodes of an explanation. Ids are names where a number has one, else the place under the figure being explained. */
export class NodeBuilder {
  readonly nodes = new Map<string, ExplanationNode>();
  /** The same by name, as an explanation has them. */
  readonly named: { [id: string]: ExplanationNode } = {};
  readonly #index: IndexedModel;

  constructor(index: IndexedModel) {
    this.#index = index;
  }

  /** Adds a node, or gives the one of that id that is there. */
  add(
    id: string,
    code: BudgetNodeCode,
    subject: string | null,
    value: Fraction,
    unit: NodeUnit,
    how: How,
    inputs: readonly Traced[],
    extras: Extras = {},
  ): Traced {
    if (!this.nodes.has(id)) {
      const node: ExplanationNode = {
        id,
        code,
        subject,
        value: exact.reduced(value),
        unit,
        how,
        inputs: inputs.map((input) => input.id),
        source: null,
        register: null,
        key: null,
        legal: null,
        decision: null,
        basis: null,
        ...extras,
      };
      this.nodes.set(id, node);
      this.named[id] = node;
    }
    return { id, value, unit };
  }

  /** An algebra whose steps become nodes below a figure's id: `…/5035#3`. */
  algebra(figure: string): Algebra<Traced, BudgetNodeCode> {
    let steps = 0;
    const next = (): string => {
      steps += 1;
      return `${figure}#${steps}`;
    };
    const step = (
      how: How,
      inputs: readonly Traced[],
      value: Fraction,
      unit: NodeUnit,
      code: BudgetNodeCode,
      subject: string | null,
    ): Traced => this.add(next(), code, subject, value, unit, how, inputs);
    const [sum, difference, product, quotient] = (['sum', 'difference', 'product', 'quotient'] as const).map(
      (how) => ({ how }),
    ) as [How, How, How, How];
    return {
      value: ({ value }) => value,
      given: (value, code, subject, standing) => this.#given(value, code, subject, standing),
      fact: (value, code, subject, detail) =>
        this.add(next(), code, subject, value, factUnit(code), { how: 'fact', detail }, []),
      sum: (terms, code, subject) =>
        step(
          sum,
          terms,
          exact.sumFractions(terms.map(({ value }) => value)),
          terms[0]?.unit ?? 'ore',
          code,
          subject,
        ),
      difference: (from, amount, code, subject) =>
        step(
          difference,
          [from, amount],
          exact.subtract(from.value, amount.value),
          from.unit === 'ratio' ? amount.unit : from.unit,
          code,
          subject,
        ),
      product: (factors, code, subject) =>
        step(
          product,
          factors,
          factors.map(({ value }) => value).reduce(exact.multiply),
          factors.find(({ unit }) => unit === 'ore')?.unit ?? factors[0]?.unit ?? 'ratio',
          code,
          subject,
        ),
      quotient: (dividend, divisor, code, subject) =>
        step(
          quotient,
          [dividend, divisor],
          exact.divide(dividend.value, divisor.value),
          dividend.unit === divisor.unit ? 'share' : dividend.unit,
          code,
          subject,
        ),
      smaller: (a, b, code, subject) =>
        step(
          { how: 'smaller' },
          [a, b],
          exact.compare(a.value, b.value) <= 0 ? a.value : b.value,
          a.unit,
          code,
          subject,
        ),
      larger: (a, b, code, subject) =>
        step(
          { how: 'larger' },
          [a, b],
          exact.compare(a.value, b.value) >= 0 ? a.value : b.value,
          a.unit,
          code,
          subject,
        ),
      toOre: (node, code, subject) =>
        step({ how: 'toOre' }, [node], exact.ofOre(exact.roundToOre(node.value)), 'ore', code, subject),
    };
  }

  #given(value: Fraction, code: BudgetNodeCode, subject: string | null, standing: Standing): Traced {
    const { table, row, field } = standing;
    const name =
      table === 'registerValue' ? this.#registerName(row as RegisterValueRow) : `${table}/${row.id}/${field}`;
    // A key cell holds several numbers; each has its own node.
    let id = name;
    for (let number = 2; this.nodes.has(id) && !this.#isSame(id, value, code); number += 1)
      id = `${name}#${number}`;
    return this.add(id, code, subject, value, givenUnit(standing, code), { how: 'given' }, [], {
      source: sourceOf(standing),
      ...this.#standingExtras(standing),
    });
  }

  #isSame(id: string, value: Fraction, code: string): boolean {
    const node = this.nodes.get(id);
    return node !== undefined && node.code === code && exact.equals(node.value, value);
  }

  /** `register/population/2024-01-01@latest/5033`, with the group after the date when it has one. */
  #registerName({ register, date, published, party, group }: RegisterValueRow): string {
    const part = group === null ? '' : `/${group}`;
    return `register/${register}${part}/${date}@${published ?? 'latest'}/${partyNumber(this.#index, party, yearOf(date))}`;
  }

  #standingExtras({ table, row }: Standing): Extras {
    if (table === 'registerValue') {
      const { register, date, published, basis } = row as RegisterValueRow;
      return { register: { register, date, published }, basis };
    }
    if (table === 'key') {
      const key = this.#index.model.key.find(({ id }) => id === row.id);
      return key === undefined ? {} : this.keyExtras(key);
    }
    if (table === 'adopted') return { decision: 'notRegistered' };
    const basis = 'basis' in row ? (row.basis as ExplanationNode['basis']) : null;
    return { basis };
  }

  /** A key with its standing, its decision and the paragraph it rests on. */
  keyExtras(key: KeyRow): Extras {
    return {
      key: { id: key.id, standing: keyStanding(this.#index, key) },
      decision: key.case === null ? 'notRegistered' : { case: key.case },
      legal: key.paragraph === null ? null : { agreement: key.service, paragraph: key.paragraph },
      basis: key.basis,
    };
  }
}

/** Where a number stands: its field, and the line of a file when the row was read from one. */
export function sourceOf({ table, row, field }: Standing): NodeSource {
  const { origin } = row;
  const at = origin === undefined ? null : { file: origin.file, line: origin.lines?.[field] ?? origin.line };
  return { table, row: row.id, field, at };
}

const oreInKeys: ReadonlySet<string> = new Set([
  'key.bandFee',
  'key.tariffBase',
  'key.tariffPrice',
  'key.thresholdAmount',
  'key.capAmount',
  'key.floorAmount',
  'key.funderAmount',
  'key.funderPrice',
  'key.funderCeiling',
]);

function givenUnit({ table, field }: Standing, code: string): NodeUnit {
  if (field.endsWith('Ore')) return 'ore';
  if (table === 'registerValue' || table === 'volume') return 'count';
  if (table === 'growth') return 'percent';
  return oreInKeys.has(code) ? 'ore' : 'share';
}

const factUnits: { readonly [code: string]: NodeUnit } = {
  'key.members': 'count',
  'key.years': 'count',
  'growth.perCent': 'percent',
  'key.nothing': 'ore',
  'effect.none': 'ore',
  'change.nothing': 'ore',
  'figure.absent': 'ore',
  'figure.unregistered': 'ore',
};
const factUnit = (code: string): NodeUnit => factUnits[code] ?? 'share';
