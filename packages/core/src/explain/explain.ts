import { roundShares } from '../allocation/round-shares.ts';
import type { Rounding, RoundingChoice } from '../budget/agreement.ts';
import { roundingOf } from '../budget/agreement.ts';
import { type Division, divideService } from '../budget/division.ts';
import { everybody, type FigureId, figureId, parseFigureId, wholeBudget } from '../budget/figure-id.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersIn, partyNumber, tieOrder } from '../cooperation/parties.ts';
import { currentVersion, isFrozen, previousVersion } from '../cooperation/versions.ts';
import * as exact from '../fraction/fraction.ts';
import type { ServiceKind, ServiceRow, VersionRow } from '../model/rows.ts';
import { fail, type Problems, problemsOf, type Result } from '../result/result.ts';
import { causeNode } from './cause-node.ts';
import type { Explanation } from './node.ts';
import { NodeBuilder, sourceOf, type Traced } from './node-builder.ts';

export type ExplainProblem =
  | { readonly code: 'explain.notAnId'; readonly id: string }
  | {
      readonly code: 'explain.unknownFigure';
      readonly id: string;
      readonly part: 'version' | 'subject' | 'party' | 'cause';
      readonly text: string;
      readonly known: readonly string[];
    }
  /** The party takes part, and the amount is not known: there is nothing to explain. */
  | { readonly code: 'explain.unknownAmount'; readonly id: string; readonly party: string };

/** How a figure came about: every step down to the rows it rests on. Re-derived when asked; the normal path pays nothing. */
export function explain(
  index: IndexedModel,
  id: string,
  rounding: RoundingChoice,
): Result<Explanation, ExplainProblem | BudgetProblem> {
  const explainer = new Explainer(index, rounding);
  const root = explainer.root(id);
  return root.ok ? { ok: true, value: { root: root.value.id, nodes: explainer.builder.named } } : root;
}

/**
 * Explains figure after figure of one model, what they share once: every explanation has the same `nodes`, which grow with each figure
 * asked for. For a whole document, where the nodes of one figure are those of the next.
 */
export function explainTogether(
  index: IndexedModel,
  rounding: RoundingChoice,
): (id: string) => Result<Explanation, ExplainProblem | BudgetProblem> {
  const explainer = new Explainer(index, rounding);
  return (id) => {
    const root = explainer.root(id);
    return root.ok ? { ok: true, value: { root: root.value.id, nodes: explainer.builder.named } } : root;
  };
}

type Found<T> = Result<T, ExplainProblem | BudgetProblem>;

/** Explains figures of one model; what two figures share is derived once. */
export class Explainer {
  readonly builder: NodeBuilder;
  readonly index: IndexedModel;
  readonly #rounding: RoundingChoice;
  readonly #divisions = new Map<string, Found<Division<Traced>>>();

  constructor(index: IndexedModel, rounding: RoundingChoice) {
    this.index = index;
    this.#rounding = rounding;
    this.builder = new NodeBuilder(index);
  }

  /** The node of an id people write, in its long or short form. */
  root(text: string): Found<Traced> {
    const parsed = parseFigureId(text, (year) => currentVersion(this.index, year)?.id ?? null);
    return parsed === null ? fail({ code: 'explain.notAnId', id: text }) : this.figure(parsed);
  }

  figure(figure: FigureId): Found<Traced> {
    const version = this.index.version.get(figure.version);
    if (version === undefined)
      return this.#unknown(figure, 'version', figure.version, [...this.index.version.keys()]);
    switch (figure.aspect.aspect) {
      case 'amount':
        return this.#amount(figure, version);
      case 'previous':
        return this.#previous(figure, version);
      case 'change':
        return this.#change(figure);
      case 'cause':
        return causeNode(this, figure, version, figure.aspect.cause);
    }
  }

  #unknown(
    figure: FigureId,
    part: 'version' | 'subject' | 'party' | 'cause',
    text: string,
    known: readonly string[],
  ): Found<Traced> {
    return fail({ code: 'explain.unknownFigure', id: figureId(figure), part, text, known });
  }

  /** The services a subject means, or none. */
  servicesOf(subject: string, kind: ServiceKind): readonly ServiceRow[] {
    const service = this.index.service.get(subject);
    const all =
      subject === wholeBudget
        ? this.index.model.service
        : service !== undefined
          ? [service]
          : (this.index.servicesOf.get(subject) ?? []);
    return all.filter((row) => row.kind === kind);
  }

  /** The slug of the party a figure id names, by its number of the version's year. */
  partyOf(figure: FigureId, year: number): string | null {
    return (
      [...this.index.partyRows.keys()].find(
        (party) => partyNumber(this.index, party, year) === figure.party,
      ) ?? (this.index.partyRows.has(figure.party) ? figure.party : null)
    );
  }

  #amount(figure: FigureId, version: VersionRow): Found<Traced> {
    const services = this.servicesOf(figure.subject, figure.kind);
    const [service, ...more] = services;
    if (service === undefined)
      return this.#unknown(figure, 'subject', figure.subject, [
        ...this.index.unit.keys(),
        ...this.index.service.keys(),
      ]);
    const party = figure.party === everybody ? null : this.partyOf(figure, version.year);
    if (figure.party !== everybody && party === null)
      return this.#unknown(figure, 'party', figure.party, [...this.index.partyRows.keys()]);
    const id = figureId(
      party === null ? figure : { ...figure, party: partyNumber(this.index, party, version.year) },
    );
    if (more.length > 0 || (figure.subject === wholeBudget && service.id !== wholeBudget))
      return this.#sumOfServices(
        { ...figure, party: party === null ? everybody : partyNumber(this.index, party, version.year) },
        services,
        id,
        version,
      );
    return party === null
      ? this.#sumOfParties(figure, service, version, id)
      : this.#part(service, version, party, id);
  }

  #sumOfServices(
    figure: FigureId,
    services: readonly ServiceRow[],
    id: string,
    version: VersionRow,
  ): Found<Traced> {
    const party = figure.party === everybody ? null : this.partyOf(figure, version.year);
    const parts = services
      .filter((service) => party === null || this.#pays(service, version, party))
      .map((service) => this.#amount({ ...figure, subject: service.id }, version));
    return this.#added(
      parts,
      id,
      figure.subject === wholeBudget ? 'figure.services' : 'figure.services',
      figure.subject,
    );
  }

  #sumOfParties(figure: FigureId, service: ServiceRow, version: VersionRow, id: string): Found<Traced> {
    const payers = this.#payers(service, version);
    if (!payers.ok) return payers;
    const parts = payers.value.map((party) =>
      this.#amount(
        { ...figure, subject: service.id, party: partyNumber(this.index, party, version.year) },
        version,
      ),
    );
    return this.#added(parts, id, 'figure.parties', service.id);
  }

  #added(
    parts: readonly Found<Traced>[],
    id: string,
    code: 'figure.services' | 'figure.parties',
    subject: string,
  ): Found<Traced> {
    const problems: Problems<ExplainProblem | BudgetProblem> = problemsOf(parts);
    const [first, ...rest] = problems;
    if (first !== undefined) return fail(first, ...rest);
    const inputs = parts.flatMap((part) => (part.ok ? [part.value] : []));
    return {
      ok: true,
      value: this.builder.add(
        id,
        code,
        subject,
        exact.sumFractions(inputs.map(({ value }) => value)),
        'ore',
        { how: 'sum' },
        inputs,
      ),
    };
  }

  /** Everybody with a known amount, in tie order. */
  #payers(service: ServiceRow, version: VersionRow): Found<readonly string[]> {
    if (isFrozen(version)) {
      const rows = this.index.rowsOf(version.id, service.id).adopted;
      return {
        ok: true,
        value: rows
          .flatMap(({ party, amountOre }) => (amountOre === null ? [] : [party]))
          .sort(tieOrder(this.index, version.year)),
      };
    }
    const division = this.division(service, version);
    if (!division.ok) return division;
    const host = this.#outsideHost(division.value, service, version);
    return { ok: true, value: [...division.value.order, ...(host === null ? [] : [host.party])] };
  }

  #pays(service: ServiceRow, version: VersionRow, party: string): boolean {
    const payers = this.#payers(service, version);
    return !payers.ok || payers.value.includes(party);
  }

  /** A service's division with memory, derived once. */
  division(service: ServiceRow, version: VersionRow): Found<Division<Traced>> {
    const name = `${version.id}|${service.id}`;
    const known = this.#divisions.get(name);
    if (known !== undefined) return known;
    const algebra = this.builder.algebra(
      figureId({
        version: version.id,
        subject: service.id,
        kind: service.kind,
        party: everybody,
        aspect: { aspect: 'amount' },
      }),
    );
    const division = divideService(this.index, version, service, algebra, 'counting');
    this.#divisions.set(name, division);
    return division;
  }

  #part(service: ServiceRow, version: VersionRow, party: string, id: string): Found<Traced> {
    if (isFrozen(version)) return this.#adopted(service, version, party, id);
    const division = this.division(service, version);
    if (!division.ok) return division;
    const { shared, cost, segments } = division.value;
    const host = this.#outsideHost(division.value, service, version);
    const own = cost.direct.get(party) ?? null;
    const isDivided = shared.has(party) || host?.party === party;
    if (!isDivided && own === null) return this.#absent(service, version, party, id);
    const key = segments.find((segment) => segment.key !== null)?.key ?? null;
    const extras = key === null ? {} : this.builder.keyExtras(key);
    if (!isDivided && own !== null)
      return {
        ok: true,
        value: this.builder.add(id, 'figure.part', party, own.value, 'ore', { how: 'sum' }, [own], extras),
      };
    const rounded = this.#rounded(
      division.value,
      service,
      version,
      party,
      own === null ? id : `${id}#rounded`,
      extras,
    );
    if (own === null) return { ok: true, value: rounded };
    return {
      ok: true,
      value: this.builder.add(
        id,
        'figure.part',
        party,
        exact.add(rounded.value, own.value),
        'ore',
        { how: 'sum' },
        [rounded, own],
        extras,
      ),
    };
  }

  #rounded(
    division: Division<Traced>,
    service: ServiceRow,
    version: VersionRow,
    party: string,
    id: string,
    extras: object,
  ): Traced {
    const { order, inputs, shares, outside, rounding, host } = this.#shares(division, service, version);
    const at = order.indexOf(party);
    const value = exact.ofOre(at < 0 ? outside : (shares[at] ?? outside));
    return this.builder.add(
      id,
      'figure.rounded',
      party,
      value,
      'ore',
      { how: 'rounded', index: at, unitOre: rounding.unitOre, mode: rounding.mode, host },
      inputs,
      extras,
    );
  }

  #shares(division: Division<Traced>, service: ServiceRow, version: VersionRow) {
    const rounding: Rounding = roundingOf(this.index, service, version.year, this.#rounding);
    const order = [...division.shared.keys()].sort(tieOrder(this.index, version.year));
    const inputs = order.flatMap((party) => division.shared.get(party) ?? []);
    const values = inputs.map(({ value }) => value);
    const position = rounding.host === null ? null : order.indexOf(rounding.host);
    const { shares, outsideOre } = roundShares({
      exact: values,
      totalOre: exact.roundToOre(exact.sumFractions(values)),
      unitOre: rounding.unitOre,
      mode: rounding.mode,
      host: position === null ? null : position < 0 ? 'outside' : position,
    });
    return {
      order,
      inputs,
      shares,
      outside: outsideOre,
      rounding,
      host: rounding.mode === 'largestRemainder' ? null : position,
    };
  }

  /** A host that is no member and is left with a rest. */
  #outsideHost(
    division: Division<Traced>,
    service: ServiceRow,
    version: VersionRow,
  ): { readonly party: string } | null {
    if (division.shared.size === 0) return null;
    const { outside, rounding } = this.#shares(division, service, version);
    return outside === 0n || rounding.host === null ? null : { party: rounding.host };
  }

  #adopted(service: ServiceRow, version: VersionRow, party: string, id: string): Found<Traced> {
    const row = this.index.rowsOf(version.id, service.id).adopted.find((one) => one.party === party);
    if (row === undefined) return this.#absent(service, version, party, id);
    if (row.amountOre === null) return fail({ code: 'explain.unknownAmount', id, party });
    const source = sourceOf({ table: 'adopted', row, field: 'amountOre' });
    return {
      ok: true,
      value: this.builder.add(
        id,
        'figure.adopted',
        party,
        exact.ofOre(row.amountOre),
        'ore',
        { how: 'given' },
        [],
        { source, decision: 'notRegistered' },
      ),
    };
  }

  #absent(service: ServiceRow, version: VersionRow, party: string, id: string): Found<Traced> {
    const member = membersIn(this.index, service.id, version.year).get(party);
    if (member?.amount === 'unknown') return fail({ code: 'explain.unknownAmount', id, party });
    return {
      ok: true,
      value: this.builder.add(
        id,
        member === undefined ? 'figure.absent' : 'figure.unregistered',
        party,
        exact.zeroFraction,
        'ore',
        { how: 'fact', detail: `${version.year}` },
        [],
      ),
    };
  }

  #previous(figure: FigureId, version: VersionRow): Found<Traced> {
    const id = figureId(figure);
    const before = previousVersion(this.index, version);
    if (before === null)
      return {
        ok: true,
        value: this.builder.add(
          id,
          'figure.absent',
          figure.party,
          exact.zeroFraction,
          'ore',
          { how: 'fact', detail: `${version.year - 1}` },
          [],
        ),
      };
    const party = figure.party === everybody ? null : this.partyOf(figure, version.year);
    const input = this.figure({
      ...figure,
      version: before.id,
      party: party === null ? figure.party : partyNumber(this.index, party, before.year),
      aspect: { aspect: 'amount' },
    });
    return input.ok
      ? {
          ok: true,
          value: this.builder.add(
            id,
            'figure.previous',
            figure.subject,
            input.value.value,
            'ore',
            { how: 'sum' },
            [input.value],
          ),
        }
      : input;
  }

  #change(figure: FigureId): Found<Traced> {
    const current = this.figure({ ...figure, aspect: { aspect: 'amount' } });
    if (!current.ok) return current;
    const previous = this.figure({ ...figure, aspect: { aspect: 'previous' } });
    if (!previous.ok) return previous;
    return {
      ok: true,
      value: this.builder.add(
        figureId(figure),
        'figure.change',
        figure.subject,
        exact.subtract(current.value.value, previous.value.value),
        'ore',
        { how: 'difference' },
        [current.value, previous.value],
      ),
    };
  }
}
