import type { Language } from '@samstyr/contract/texts/language';
import { causes } from '@samstyr/core/budget/cause-table';
import { type Funding, fundingOf } from '@samstyr/core/budget/funding';
import { budgetPair, overviewOf } from '@samstyr/core/budget/overview';
import type { Amount, Cause, Overview, OverviewRow } from '@samstyr/core/budget/view';
import type { Explanation } from '@samstyr/core/explain/node';
import type { Model } from '@samstyr/core/model/rows';
import { ore, zero } from '@samstyr/core/money/ore';
import { presented } from '@samstyr/core/present/presented';
import { cellOf, hiddenIn } from '../../access/sight.ts';
import { seenExplanation } from '../handlers/budget.ts';
import { type Seen, seenRows } from '../handlers/opened.ts';

/** What the server must say itself to a reader who has not all the rows: the browser could not add it up. */
type SeenYear = {
  readonly overview: Overview;
  readonly thousands: readonly (readonly [string, bigint | null])[];
  readonly causes: readonly Cause[];
  /** Services with rows that stay behind; nothing is computed for them. */
  readonly services: readonly string[];
  readonly explanation: Explanation | null;
  /** The figures of the year's texts, by id. */
  readonly figures: readonly (readonly [string, bigint])[];
  readonly funding: readonly Funding[];
};

type Tables = {
  readonly revision: number;
  readonly name: string;
  /** What of the cooperation the tables are of: all that members read, or what others than its parties pay. */
  readonly scope: 'cooperation' | 'funding';
  readonly model: Model;
  readonly hidden: readonly string[];
  /** Rows that have been written since they were read in: `line:nav/…` → their version. All others have 1. */
  readonly versions: { readonly [row: string]: number };
  /** Null: this reader has every row, and the year is computed from them. */
  readonly seen: SeenYear | null;
};

type Wanted = { readonly year: number | null; readonly figure: string | null; readonly language: Language };

const figureInText = /\{\{\s*([^|}]+?)\s*(?:\|[^}]*)?\}\}/g;

/** The cooperation as one reader may see it, for the pages. (S-WEB-21) */
export function seenTables(seen: Seen, { year, figure, language }: Wanted): Tables {
  const { model, withheld } = seenRows(seen);
  const versions = Object.fromEntries(
    [...seen.stands].flatMap(([name, { version }]) =>
      version === 1 || withheld.includes(name) ? [] : [[name, version]],
    ),
  );
  const known = {
    revision: seen.revision,
    name: model.cooperation[0]?.name ?? '',
    scope: seen.sight.isForFunding ? ('funding' as const) : ('cooperation' as const),
    model,
    versions,
  };
  if (seen.sight.seesAll || year === null) return { ...known, hidden: [], seen: null };
  const pair = budgetPair(seen.index, { year, version: null, rounding: 'agreement' });
  const found = pair.ok ? causes(seen.index, pair.value) : pair;
  if (!pair.ok || !found.ok) return { ...known, hidden: [], seen: null };
  const overview = overviewOf(seen.index, pair.value);
  const hidden = hiddenIn(seen.index, overview);
  const isHidden = (row: OverviewRow): boolean => hidden.cells.has(cellOf(row));
  const inThousands = presented(overview, ore(100_000n));
  const all = [...overview.rows, ...overview.totals];
  const gone = all.filter(isHidden).flatMap(idsOf);
  const secret = new Set(gone);
  const rows = new Map(
    [...seen.index.model.line, ...seen.index.model.change, ...seen.index.model.total].map((row) => [
      row.id,
      row.service,
    ]),
  );
  // Who works in a unit has every row of it.
  const secretServices = new Set(
    [...hidden.services].filter((id) => !seen.sight.ownUnits.has(seen.index.service.get(id)?.unit ?? '')),
  );
  const services = new Set([
    ...secretServices,
    ...withheld.flatMap((name) => rows.get(name.slice(name.indexOf(':') + 1)) ?? []),
  ]);
  const funding = fundingOf(pair.value.current, (id) => secretServices.has(id));
  if (seen.sight.isForFunding)
    return {
      ...known,
      hidden: [],
      seen: {
        overview: { ...overview, rows: [], totals: [] },
        ...{ thousands: [], causes: [], explanation: null, figures: [], funding },
        services: model.service.map(({ id }) => id),
      },
    };
  const texts = model.text.filter((text) => text.year === year);
  const ids = new Set(texts.flatMap(({ body }) => [...body.matchAll(figureInText)].map(([, id = '']) => id)));
  return {
    ...known,
    hidden: gone,
    seen: {
      overview: {
        ...overview,
        rows: overview.rows.map((row) => (isHidden(row) ? blank(row) : row)),
        totals: overview.totals.map((row) => (isHidden(row) ? blank(row) : row)),
      },
      thousands: all.flatMap(idsOf).flatMap((id) => (secret.has(id) ? [] : [[id, inThousands(id)] as const])),
      causes: found.value.filter(
        (cause) => !services.has(cause.service) && !hidden.cells.has(cellOf({ ...cause })),
      ),
      services: [...services],
      explanation: figure === null ? null : seenExplanation(seen, figure, language),
      figures: [...ids].flatMap((id) => {
        const explanation = seenExplanation(seen, id, language);
        const value = explanation?.nodes[explanation.root]?.value;
        return value === undefined ? [] : [[id, value.n / value.d] as const];
      }),
      funding,
    },
  };
}

const idsOf = (row: OverviewRow): readonly string[] => [
  row.figureId,
  row.previous.figureId,
  row.current.figureId,
  `${row.figureId}@change`,
];

const without = (amount: Amount): Amount => ({ ...amount, ore: null, provisional: null, waiting: null });
/** A row whose place is known and whose amounts are not. */
const blank = (row: OverviewRow): OverviewRow => ({
  ...row,
  previous: without(row.previous),
  current: without(row.current),
  changeOre: zero,
});
