import { figureId, parseFigureId } from '../budget/figure-id.ts';
import type { Overview } from '../budget/view.ts';
import type { ChangeRow, GrowthRow, LineRow, PriceRow, VolumeRow } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import { choose } from './choose.ts';
import { withheldCounts } from './counts.ts';
import { cellName, type Graph, graphOf, type SumGroup } from './graph.ts';
import { type DisclosureProblem, fewestPossibleValues, type WithheldFigure } from './problem.ts';

export type WithholdInput = {
  readonly overview: Overview;
  /** The unit figures are printed in, in øre: every hidden amount keeps five possible values in it. */
  readonly unitOre: Ore;
  /** Services divided by a key. Anybody computes their cells from key, register and total, so they protect nothing. */
  readonly keyed: ReadonlySet<string>;
  readonly groups: readonly SumGroup[];
  /** Figure ids (amount or `@previous`) that stand in earlier publications of the same figures. */
  readonly published: ReadonlySet<string>;
  readonly volumes: readonly VolumeRow[];
  readonly prices: readonly PriceRow[];
  readonly lines: readonly LineRow[];
  readonly changes: readonly (ChangeRow | GrowthRow)[];
};

export type Withheld = {
  /** Hidden because they are sensitive, or because a hidden count times a known price gives them. */
  readonly primary: readonly WithheldFigure[];
  /** Hidden so that the primary ones do not follow from sums. */
  readonly secondary: readonly WithheldFigure[];
  /** Ids of the amounts and of their `@previous` and `@change`. `hides` also knows causes, lines and other versions. */
  readonly figures: ReadonlySet<string>;
  /** Ids of volume rows. */
  readonly volumes: ReadonlySet<string>;
  /** Whether any figure id, in any form, is one an edition must not show. */
  readonly hides: (figureId: string) => boolean;
  readonly problems: readonly DisclosureProblem[];
};

const unexplained = 'unexplained';

/** What stands in an id after the version: a figure is hidden in every version, or two of them would be compared. */
const afterVersion = (id: string): string => {
  const [base = ''] = id.split('@');
  return base.split('/').slice(2).join('/');
};

const isPriced = (row: VolumeRow, prices: readonly PriceRow[]): boolean =>
  prices.some(
    (price) =>
      price.service === row.service &&
      price.measure === row.measure &&
      (price.party === null || price.party === row.party),
  );

type Found = {
  readonly graph: Graph;
  readonly hidden: ReadonlySet<number>;
  readonly left: readonly number[];
};

function search(input: WithholdInput, forced: ReadonlySet<string>): readonly Found[] {
  const { overview, unitOre, keyed, groups, published } = input;
  return (['operating', 'investment'] as const).map((kind) => {
    const graph = graphOf({ overview, kind, unitOre, keyed, known: published, forced, groups });
    return { graph, ...choose(graph, fewestPossibleValues) };
  });
}

const figuresOf = (
  found: readonly Found[],
): readonly { readonly figure: WithheldFigure; readonly isSensitive: boolean }[] =>
  found.flatMap(({ graph, hidden }) =>
    [...hidden].flatMap((index) => {
      const arc = graph.arcs[index];
      return arc === undefined ? [] : [{ figure: arc.figure, isSensitive: arc.isSensitive }];
    }),
  );

const cellsOf = (found: readonly Found[]): ReadonlySet<string> =>
  new Set(
    figuresOf(found).flatMap(({ figure: { service, party } }) =>
      service === null || party === null ? [] : [cellName(service, party)],
    ),
  );

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((name) => b.has(name));

/**
 * What an edition for others than the parties themselves must not show: the sensitive amounts and counts, and the fewest others that
 * keep them from being computed from service sums, unit sums, party totals, the other year, the change, or a count times a price.
 * Pure and deterministic; the answer is checked by `publishable`, which shares no code with it. (S-DISC-01 to 07)
 */
export function withhold(input: WithholdInput): Withheld {
  const { volumes, prices, lines, changes, keyed, overview } = input;
  const priced = volumes.filter((row) => isPriced(row, prices));

  // A hidden count hides the amount it gives with a known price, and the other way round, until neither asks for more.
  let forcedCells: ReadonlySet<string> = new Set();
  let counts = withheldCounts(volumes, new Set());
  let found = search(input, forcedCells);
  for (;;) {
    const hiddenCells = cellsOf(found);
    const forcedCounts = new Set(
      priced.filter((row) => hiddenCells.has(cellName(row.service, row.party))).map((row) => row.id),
    );
    counts = withheldCounts(volumes, forcedCounts);
    const next = new Set(
      priced.filter((row) => counts.rows.has(row.id)).map((row) => cellName(row.service, row.party)),
    );
    if (isSame(next, forcedCells) || [...next].every((name) => hiddenCells.has(name))) break;
    forcedCells = new Set([...forcedCells, ...next]);
    found = search(input, forcedCells);
  }

  const withheld = figuresOf(found);
  const rowOf = new Map([...overview.rows, ...overview.totals].map((row) => [row.current.figureId, row]));
  const ownPaths = new Set([...rowOf.keys()].map(afterVersion));
  const figures = new Set<string>();
  const paths = new Set<string>();
  for (const { figure } of withheld) {
    const id = figure.figureId;
    const previousId = rowOf.get(id)?.previous.figureId;
    for (const name of [
      id,
      `${id}@previous`,
      `${id}@change`,
      ...(previousId === undefined ? [] : [previousId]),
    ])
      figures.add(name);
    paths.add(afterVersion(id));
  }

  const cells = cellsOf(found);
  const numbers = new Map(overview.parties.map(({ party, number }) => [party, number]));
  const hiddenLines = new Set(
    lines
      .filter((line) => line.party !== null && cells.has(cellName(line.service, line.party)))
      .map((line) => `${line.service}/${line.id}`),
  );
  const own = changes.filter(
    (row) => 'party' in row && row.party !== null && cells.has(cellName(row.service, row.party)),
  );
  const ownCauses = new Set(own.map((row) => row.id));
  // What is left when a hidden cause is taken out of a change would be told by «uforklart» beside it.
  const besideOwn = new Set(
    own.flatMap(({ service }) => [
      service,
      withheld.find(({ figure }) => figure.service === service)?.figure.unit,
      'all',
    ]),
  );
  const secretNumbers = new Set([
    'sum',
    ...own.flatMap((row) =>
      'party' in row && row.party !== null ? [numbers.get(row.party) ?? row.party] : [],
    ),
  ]);

  const isHidden = (id: string): boolean => {
    if (figures.has(id)) return true;
    const parsed = parseFigureId(id, (year) => `${year}`);
    if (parsed === null) return false;
    const { subject, kind, party, aspect } = parsed;
    const path = afterVersion(figureId({ ...parsed, aspect: { aspect: 'amount' } }));
    if (paths.has(path) || hiddenLines.has(subject)) return true;
    // A line of a hidden cell: `nav/kvp/<line>` for a party whose `nav/kvp` is hidden.
    const above = subject.slice(0, Math.max(subject.lastIndexOf('/'), 0));
    if (above !== '' && paths.has(`${above}/${kind}/${party}`) && !ownPaths.has(path)) return true;
    if (aspect.aspect !== 'cause') return false;
    if (ownCauses.has(aspect.cause)) return true;
    return aspect.cause === unexplained && besideOwn.has(subject) && secretNumbers.has(party);
  };

  // Every format asks about every figure again.
  const answers = new Map<string, boolean>();
  const hides = (id: string): boolean => {
    const known = answers.get(id);
    if (known !== undefined) return known;
    const answer = isHidden(id);
    answers.set(id, answer);
    return answer;
  };

  const problems: DisclosureProblem[] = [...counts.problems];
  for (const { graph, hidden, left } of found) {
    for (const index of hidden) {
      const arc = graph.arcs[index];
      if (arc === undefined || !arc.isCell || !arc.isSensitive) continue;
      const { service, party, figureId: id } = arc.figure;
      if (service === null || party === null) continue;
      if (keyed.has(service)) problems.push({ code: 'disclosure.keyed', service, party, figureId: id });
      for (const side of ['previous', 'current'] as const) {
        const sideId = rowOf.get(id)?.[side].figureId ?? id;
        if (input.published.has(sideId))
          problems.push({ code: 'disclosure.alreadyPublished', service, party, side, figureId: sideId });
      }
    }
    for (const index of left) {
      const figure = graph.arcs[index]?.figure;
      if (figure?.service == null || figure.party === null) continue;
      problems.push({
        code: 'disclosure.unpaired',
        service: figure.service,
        party: figure.party,
        figureId: figure.figureId,
      });
    }
  }
  return {
    primary: withheld.filter(({ isSensitive }) => isSensitive).map(({ figure }) => figure),
    secondary: withheld.filter(({ isSensitive }) => !isSensitive).map(({ figure }) => figure),
    figures,
    volumes: counts.rows,
    hides,
    problems,
  };
}
