import { controllersActs, roundActIn } from '@samstyr/contract/desk/round';
import type { Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { withhold } from '@samstyr/core/disclosure/withhold';
import type { Key } from '@samstyr/core/key/grammar';
import { namesFunder } from '@samstyr/core/key/names-funder';
import type { TableName } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { groupsOf } from '@samstyr/documents/joint-budget/groups';
import type { Grant } from './access.ts';

/** What a person sees of a cooperation beyond what all its members do. */
export type Sight = {
  /** Every figure, also those that rest on few. */
  readonly seesAll: boolean;
  /** The units whose rows, drafts and comments they work with. */
  readonly ownUnits: ReadonlySet<string>;
  readonly party: string | null;
  /** Only what others than the parties pay, and what it takes to name it. (S-ACC-06) */
  readonly isForFunding: boolean;
};

/** Members of a cooperation read all its joint figures; what rests on few, and others' drafts, are for who answers for them. */
export function sightOf(grants: readonly Grant[], { model }: IndexedModel): Sight {
  const has = (role: Grant['role']): boolean => grants.some((grant) => grant.role === role);
  const party = grants.find((grant) => grant.role === 'financeOfficer')?.party ?? null;
  const units = new Set(grants.flatMap((grant) => (grant.role === 'unitLeader' ? grant.units : [])));
  for (const { id, host } of model.unit) if (party !== null && host === party) units.add(id);
  return {
    seesAll: has('controller') || has('auditor'),
    ownUnits: units,
    party,
    isForFunding: grants.every(({ role }) => role === 'grantOfficer'),
  };
}

const thousandKroner = ore(100_000n);

/** A cell of the table whatever its year: hidden in one year, it is hidden in the next, or the two would be compared. */
export const cellOf = (row: {
  readonly unit: string | null;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: string;
}): string => `${row.unit ?? ''}|${row.service ?? ''}|${row.party ?? ''}|${row.kind}`;

export type Hidden = {
  readonly cells: ReadonlySet<string>;
  /** Services with a row or a figure that rests on few: their own rows stay behind, for one row gives another away. */
  readonly services: ReadonlySet<string>;
  readonly hides: (figureId: string) => boolean;
};

export const nothingHidden: Hidden = { cells: new Set(), services: new Set(), hides: () => false };

/** What may not be shown of an overview to who does not see everything: what is sensitive, and what would give it away. (S-DISC-04) */
export function hiddenIn({ model }: IndexedModel, overview: Overview): Hidden {
  const withheld = withhold({
    overview,
    unitOre: thousandKroner,
    keyed: new Set(model.key.map(({ service }) => service)),
    groups: groupsOf(model),
    published: new Set<string>(),
    volumes: model.volume,
    prices: model.price,
    lines: model.line,
    changes: [...model.change, ...model.growth],
  });
  const rows = [...overview.rows, ...overview.totals].filter(
    ({ figureId }) =>
      withheld.hides(figureId) ||
      withheld.hides(`${figureId}@previous`) ||
      withheld.hides(`${figureId}@change`),
  );
  const marked = [...model.line, ...model.volume, ...model.adopted].filter(({ sensitive }) => sensitive);
  return {
    cells: new Set(rows.map(cellOf)),
    services: new Set([
      ...rows.flatMap(({ service }) => (service === null ? [] : [service])),
      ...marked.map(({ service }) => service),
    ]),
    hides: withheld.hides,
  };
}

/** Tables whose rows carry amounts of a service. */
const amounts: ReadonlySet<TableName> = new Set([
  'line',
  'total',
  'adopted',
  'change',
  'growth',
  'volume',
  'price',
  'avoidable',
  'published',
]);

/** What names a grant: who pays, of what, in which year, by what is counted. No amounts stand there. */
const namesOfFunding: ReadonlySet<TableName> = new Set([
  'cooperation',
  'party',
  'unitGroup',
  'unit',
  'service',
  'version',
  'register',
]);

/** Whether somebody may see a row: not amounts of a service with hidden figures, others' lines and texts of a proposal, nor a saved alternative. */
export function seesRow(
  index: IndexedModel,
  sight: Sight,
  hidden: Hidden,
  table: TableName,
  row: { readonly [field: string]: unknown },
): boolean {
  if (sight.seesAll) return true;
  if (sight.isForFunding)
    return namesOfFunding.has(table) || (table === 'key' && namesFunder(row['key'] as Key));
  // Its steps may name any row with any amount, also such as stay behind.
  if (table === 'alternative') return false;
  const unit = unitOf(index, table, row);
  if (unit !== null && sight.ownUnits.has(unit)) return true;
  const service = row['service'];
  const units = new Set([...hidden.services].map((id) => index.service.get(id)?.unit ?? id));
  if (amounts.has(table)) {
    if (typeof service === 'string' && hidden.services.has(service)) return false;
    if (table === 'published' && typeof row['unit'] === 'string' && units.has(row['unit'])) return false;
  }
  if (table === 'line' || table === 'change' || table === 'growth')
    return !isDraft(index, `${row['version']}`);
  if (table === 'text') {
    const version = currentVersion(index, row['year'] as number);
    return version === null || !isDraft(index, version.id);
  }
  return true;
}

/** A version that is proposed and not yet put forward. */
export const isDraft = ({ version }: IndexedModel, id: string): boolean =>
  version.get(id)?.status === 'proposal';

/** The unit a row belongs to; null when it is the whole cooperation's. */
export function unitOf(
  { service }: IndexedModel,
  table: string,
  row: { readonly [field: string]: unknown },
): string | null {
  if (table === 'unit') return `${row['id']}`;
  if (typeof row['unit'] === 'string') return row['unit'];
  const of = table === 'service' ? row['id'] : row['service'];
  return typeof of === 'string' ? (service.get(of)?.unit ?? null) : null;
}

/** What a unit's leader writes in their own unit. Keys, members, agreements and versions are the cooperation's. */
const leadersTables: ReadonlySet<string> = new Set([
  'text',
  'line',
  'change',
  'volume',
  'forecast',
  'comment',
  'task',
]);

/** Whether a person may change a row as it was or as it becomes. */
export function mayWrite(
  index: IndexedModel,
  grants: readonly Grant[],
  user: string,
  change: {
    readonly table: string;
    readonly before: { readonly [field: string]: unknown } | null;
    readonly after: { readonly [field: string]: unknown } | null;
  },
): boolean {
  if (grants.some(({ role }) => role === 'controller')) return true;
  const { table } = change;
  const sides = [change.before, change.after].filter((side) => side !== null);
  const act = table === 'comment' ? roundActIn(`${sides[0]?.['about'] ?? ''}`)?.act : undefined;
  const isOwnWord =
    table === 'comment' && act === undefined && sides.every((side) => side['author'] === user);
  return grants.some(({ role, units, party }) => {
    if (role === 'unitLeader') {
      const isOwn = sides.every((side) => units.includes(unitOf(index, table, side) ?? ''));
      const isVerdict = act !== undefined && controllersActs.includes(act);
      return isOwn && leadersTables.has(table) && !isSettled(table, change) && !isVerdict;
    }
    if (role === 'financeOfficer')
      return (table === 'decision' && sides.every((side) => side['party'] === party)) || isOwnWord;
    return false;
  });
}

/** A leader proposes; whether a change is accepted is for the controller. */
function isSettled(
  table: string,
  {
    before,
    after,
  }: {
    readonly before: { readonly [field: string]: unknown } | null;
    readonly after: { readonly [field: string]: unknown } | null;
  },
): boolean {
  if (table !== 'change') return false;
  return [before, after].some((side) => side !== null && side['status'] !== 'proposed');
}
