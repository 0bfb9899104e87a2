import type { ModelProblem, OutlierAgainst } from '../model/model-problem.ts';
import { rowPlace } from '../model/row-place.ts';
import type { AdoptedRow, LineRow, Model, TotalRow } from '../model/rows.ts';
import { absolute, type Ore, sum } from '../money/ore.ts';

/**
 * Kroner mixed with 1 000 kr cannot be seen in one cell, only beside the others: an amount that is 300 times as large or as small as the
 * same one last year, or as everything beside it, is refused until its note says «bekreftet». It is a rule of the model, so that an
 * upload, a form and a file are held to the same.
 */
const limit = 300n;
/** Two figures beside it, or nobody can say which one is odd. */
const fewestNeighbours = 2;

type AmountRow = {
  readonly table: 'line' | 'total' | 'adopted';
  readonly row: LineRow | TotalRow | AdoptedRow;
  readonly amount: Ore;
  /** What makes it the same figure in another version. */
  readonly same: string;
  /** For a party's only line: the party's adopted part, which is the same figure once the version is frozen. */
  readonly adoptedAs: string | null;
  /** What it stands beside. */
  readonly beside: string;
};

/** Amounts that stand out and are not confirmed by their note. */
export function outliers(model: Model): readonly ModelProblem[] {
  const rows = amountRows(model);
  const baseOf = new Map(model.version.map(({ id, base }) => [id, base]));
  const byFigure = new Map(rows.map((each) => [`${each.row.version} ${each.same}`, each]));
  const groups = groupedBy(rows);
  const sums = serviceSums(rows);

  const problems: ModelProblem[] = [];
  const odd = new Set<string>();
  const report = (each: AmountRow, against: OutlierAgainst, comparedWith: Ore): void => {
    odd.add(`${each.row.version} ${each.row.service}`);
    if (isConfirmed(each)) return;
    problems.push({
      code: 'amount.outlier',
      at: rowPlace(each.table, each.row, 'amountOre'),
      amount: each.amount,
      against,
      comparedWith,
      times: timesApart(each.amount, comparedWith),
    });
  };

  for (const each of rows) {
    const base = baseOf.get(each.row.version) ?? null;
    const previous =
      base === null
        ? undefined
        : (byFigure.get(`${base} ${each.same}`) ?? byFigure.get(`${base} ${each.adoptedAs}`));
    if (previous !== undefined) {
      if (timesApart(each.amount, previous.amount) >= limit) report(each, 'previous', previous.amount);
      continue;
    }
    const neighbours = (groups.get(each.beside) ?? []).filter((other) => other !== each);
    const nearestSize = nearestNeighbour(each, neighbours);
    if (nearestSize !== null && timesApart(each.amount, nearestSize) >= limit)
      report(each, 'neighbours', nearestSize);
  }

  for (const [place, { service, version, total, largest }] of sums) {
    const base = baseOf.get(version) ?? null;
    const previous = base === null ? undefined : sums.get(`${base} ${service}`);
    if (previous === undefined || odd.has(place) || odd.has(`${base} ${service}`)) continue;
    if (timesApart(total, previous.total) >= limit)
      report({ ...largest, amount: total }, 'previousSum', previous.total);
  }
  return problems;
}

const isConfirmed = ({ row }: AmountRow): boolean =>
  /\b(?:bekreftet|stadfesta)\b/i.test(
    (row.note ?? '').replace(/\bikk(?:e|je)\s+(?:bekreftet|stadfesta)/gi, ''),
  );

/** How many times the larger is the smaller, whole; 0 when one of them is 0: nothing is no outlier. */
function timesApart(a: Ore, b: Ore): bigint {
  const [x, y] = [absolute(a), absolute(b)];
  if (x === 0n || y === 0n) return 0n;
  return x > y ? x / y : y / x;
}

function amountRows(model: Model): readonly AmountRow[] {
  const figure = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
  const linesOf = new Map<string, number>();
  for (const { version, service, party } of model.line) {
    const place = `${version} ${service} ${party}`;
    linesOf.set(place, (linesOf.get(place) ?? 0) + 1);
  }
  const lines = model.line
    .filter(({ distribution }) => distribution !== 'memo')
    .map((row): AmountRow => {
      const { service, version, distribution, party, label, funksjon, art, amountOre } = row;
      return {
        table: 'line',
        row,
        amount: amountOre,
        same: figure('line', service, distribution, party, label, funksjon, art),
        adoptedAs:
          party !== null && linesOf.get(`${version} ${service} ${party}`) === 1
            ? figure('adopted', service, party)
            : null,
        beside: figure('line', version, service, distribution),
      };
    });
  const unitOf = new Map(model.service.map(({ id, unit, kind }) => [id, `${unit} ${kind}`]));
  const totals = model.total.map((row): AmountRow => {
    const { service, version, amountOre } = row;
    return {
      table: 'total',
      row,
      amount: amountOre,
      same: figure('total', service),
      adoptedAs: null,
      beside: figure('total', version, unitOf.get(service) ?? null),
    };
  });
  const adopted = model.adopted.flatMap((row): readonly AmountRow[] => {
    const { service, version, party, amountOre } = row;
    if (amountOre === null) return [];
    const same = figure('adopted', service, party);
    return [
      {
        table: 'adopted',
        row,
        amount: amountOre,
        same,
        adoptedAs: null,
        beside: figure('adopted', version, service),
      },
    ];
  });
  return [...lines, ...totals, ...adopted];
}

function groupedBy(rows: readonly AmountRow[]): ReadonlyMap<string, readonly AmountRow[]> {
  const groups = new Map<string, AmountRow[]>();
  for (const each of rows) {
    const group = groups.get(each.beside);
    if (group === undefined) groups.set(each.beside, [each]);
    else group.push(each);
  }
  return groups;
}

/** The neighbour nearest in size, when the amount lies outside all of them; a group that spans widely says nothing. */
function nearestNeighbour({ amount }: AmountRow, neighbours: readonly AmountRow[]): Ore | null {
  const sizes = neighbours
    .map((other) => absolute(other.amount))
    .filter((size) => size > 0n)
    .sort((a, b) => (a < b ? -1 : 1));
  const [smallest, largest] = [sizes.at(0), sizes.at(-1)];
  if (sizes.length < fewestNeighbours || smallest === undefined || largest === undefined) return null;
  if (largest >= smallest * limit) return null;
  const size = absolute(amount);
  return size > largest ? largest : size < smallest ? smallest : null;
}

type ServiceSum = {
  readonly service: string;
  readonly version: string;
  readonly total: Ore;
  readonly largest: AmountRow;
};

/** What a service costs in a version as its rows say it, whichever table they stand in, with the row that weighs most. */
function serviceSums(rows: readonly AmountRow[]): ReadonlyMap<string, ServiceSum> {
  const places = new Map<string, AmountRow[]>();
  for (const each of rows) {
    const place = `${each.row.version} ${each.row.service}`;
    const there = places.get(place);
    if (there === undefined) places.set(place, [each]);
    else there.push(each);
  }
  const sums = new Map<string, ServiceSum>();
  for (const [place, there] of places) {
    const totals = there.filter(({ table }) => table === 'total');
    const counted = totals.length > 0 ? totals : there;
    const [first] = counted;
    if (first === undefined) continue;
    const largest = counted.reduce((a, b) => (absolute(b.amount) > absolute(a.amount) ? b : a), first);
    const total = sum(counted.map(({ amount }) => amount));
    sums.set(place, { service: first.row.service, version: first.row.version, total, largest });
  }
  return sums;
}
