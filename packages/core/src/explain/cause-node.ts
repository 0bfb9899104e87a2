import { roundingOf } from '../budget/agreement.ts';
import type { BudgetNodeCode } from '../budget/budget-node.ts';
import { serviceCauses } from '../budget/causes.ts';
import { everybody, type FigureId, figureId } from '../budget/figure-id.ts';
import type { BudgetProblem } from '../budget/problems.ts';
import { partyNumber } from '../cooperation/parties.ts';
import { previousVersion } from '../cooperation/versions.ts';
import * as exact from '../fraction/fraction.ts';
import type { ServiceRow, VersionRow } from '../model/rows.ts';
import { fail, ok, type Result } from '../result/result.ts';
import type { Explainer, ExplainProblem } from './explain.ts';
import type { Traced } from './node-builder.ts';

type Found = Result<Traced, ExplainProblem | BudgetProblem>;

/** The node of one cause of a change: `…/5035@cause:register`, or the id of the change or growth that states it. */
export function causeNode(explainer: Explainer, figure: FigureId, version: VersionRow, cause: string): Found {
  const { index } = explainer;
  const id = figureId(figure);
  const service = index.service.get(figure.subject);
  const before = previousVersion(index, version);
  const unknown = (part: 'subject' | 'cause', text: string, known: readonly string[]): Found =>
    fail({ code: 'explain.unknownFigure', id, part, text, known });
  if (service === undefined || before === null)
    return unknown('subject', figure.subject, [...index.service.keys()]);
  const division = explainer.division(service, version);
  if (!division.ok) return division;
  const all = everyone(explainer, service, version, before);
  if (!all.ok) return all;
  const wanted =
    figure.party === everybody
      ? [...all.value.keys()]
      : [explainer.partyOf(figure, version.year) ?? figure.party];
  // A cause that concerns some parties only has a part from each of those.
  const terms = wanted.flatMap(
    (party) => partyCause(explainer, { service, version, before, party, cause }, all.value) ?? [],
  );
  if (terms.length === 0)
    return unknown('cause', cause, ['unexplained', 'register', 'key', 'membership', 'rounding']);
  const [only] = terms;
  if (figure.party !== everybody && only !== undefined) return ok(only);
  return ok(
    explainer.builder.add(
      id,
      'figure.parties',
      service.id,
      exact.sumFractions(terms.map(({ value }) => value)),
      'ore',
      { how: 'sum' },
      terms,
    ),
  );
}

/** Last year's amounts of everybody, as nodes. */
function everyone(
  explainer: Explainer,
  service: ServiceRow,
  version: VersionRow,
  before: VersionRow,
): Result<ReadonlyMap<string, Traced>, ExplainProblem | BudgetProblem> {
  const { index } = explainer;
  const nodes = new Map<string, Traced>();
  for (const { party } of index.participationOf.get(service.id) ?? []) {
    for (const row of [before, version]) {
      const id: FigureId = {
        version: row.id,
        subject: service.id,
        kind: service.kind,
        party: partyNumber(index, party, row.year),
        aspect: { aspect: 'amount' },
      };
      const node = explainer.figure(id);
      if (!node.ok && node.problems.some(({ code }) => code !== 'explain.unknownAmount')) return node;
      if (node.ok && row === before) nodes.set(party, node.value);
    }
  }
  return ok(nodes);
}

type Wanted = {
  readonly service: ServiceRow;
  readonly version: VersionRow;
  readonly before: VersionRow;
  readonly party: string;
  readonly cause: string;
};

const roundedCauses: { readonly [cause: string]: BudgetNodeCode } = {
  unexplained: 'cause.unexplained',
  register: 'cause.register',
  key: 'cause.key',
  membership: 'cause.membership',
};

function partyCause(
  explainer: Explainer,
  { service, version, before, party, cause }: Wanted,
  all: ReadonlyMap<string, Traced>,
): Traced | null {
  const { index, builder } = explainer;
  const division = explainer.division(service, version);
  if (!division.ok) return null;
  const name: FigureId = {
    version: version.id,
    subject: service.id,
    kind: service.kind,
    party: partyNumber(index, party, version.year),
    aspect: { aspect: 'cause', cause },
  };
  const idOf = (which: string): string => figureId({ ...name, aspect: { aspect: 'cause', cause: which } });
  const paidBefore = new Map(
    [...all].filter(
      ([, { id }]) =>
        builder.nodes.get(id)?.code !== 'figure.absent' &&
        builder.nodes.get(id)?.code !== 'figure.unregistered',
    ),
  );
  const pair = {
    index,
    version,
    previousVersion: before,
    service,
    division: division.value,
    previous: paidBefore,
  };
  const found = serviceCauses(
    pair,
    builder.algebra(`${figureId({ ...name, party: everybody, aspect: { aspect: 'change' } })}`),
  ).get(party);
  if (found === undefined) return null;
  const toOre = (which: string, code: BudgetNodeCode, node: Traced): Traced =>
    builder.add(
      idOf(which),
      code,
      party,
      exact.ofOre(exact.roundToOre(node.value)),
      'ore',
      { how: 'toOre' },
      [node],
    );
  const stated = [...found.stated].map(([id, node]) => toOre(id, 'cause.stated', node));
  const change = explainer.figure({ ...name, aspect: { aspect: 'change' } });
  if (!change.ok) return null;
  const parts = (['unexplained', 'register', 'key', 'membership'] as const).map((which) => ({
    which,
    node: found[which],
  }));
  const rounded = parts.map(({ which, node }) => ({
    which,
    value: exact.ofOre(exact.roundToOre(node.value)),
  }));
  const sum = exact.sumFractions([...stated.map(({ value }) => value), ...rounded.map(({ value }) => value)]);
  const rest = exact.subtract(change.value.value, sum);
  const unit = roundingOf(index, service, version.year, 'agreement').unitOre;
  const isRounding = (rest.n < 0n ? -rest.n : rest.n) <= BigInt(all.size) * unit * rest.d;
  if (cause === 'rounding' && !isRounding) return null;
  if (cause === 'rounding' || (cause === 'unexplained' && !isRounding)) {
    const others = [
      ...stated,
      ...parts
        .filter(({ which }) => isRounding || which !== 'unexplained')
        .map(({ which, node }) => toOre(which, roundedCauses[which] ?? 'cause.part', node)),
    ];
    const explained = builder.add(
      `${idOf(cause)}#explained`,
      'cause.part',
      party,
      exact.sumFractions(others.map(({ value }) => value)),
      'ore',
      { how: 'sum' },
      others,
    );
    return builder.add(
      idOf(cause),
      cause === 'rounding' ? 'cause.rounding' : 'cause.unexplained',
      party,
      exact.subtract(change.value.value, explained.value),
      'ore',
      { how: 'difference' },
      [change.value, explained],
    );
  }
  const code = roundedCauses[cause];
  const part = parts.find(({ which }) => which === cause);
  if (code !== undefined && part !== undefined) return toOre(cause, code, part.node);
  return stated.find(({ id }) => id === idOf(cause)) ?? null;
}
