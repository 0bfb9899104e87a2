import type { KeyStanding } from '../cooperation/decisions.ts';
import type { Fraction } from '../fraction/fraction.ts';
import type { KeyRow, PartyRow, RoundingMode, ServiceKind, VersionRow } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** What a party is to a service in a year. `unregistered`: takes part, but the year has no budget for the service. */
export type Attendance = 'member' | 'absent' | 'unknown' | 'unregistered';

/** Why an amount may still move: a council is awaited, or a register is not published yet. */
export type Provisional = {
  readonly reason: 'awaitedKey' | 'unpublishedRegister';
  /** The case and the parties whose councils are awaited. */
  readonly case: string | null;
  readonly awaiting: readonly string[];
  /** The amount by the key in force; null when only the register is provisional. */
  readonly inForceOre: Ore | null;
};

/** A case that would move an amount, which is by the key in force until all have adopted. */
export type Waiting = {
  readonly case: string;
  /** The parties whose councils are awaited. */
  readonly awaiting: readonly string[];
  /** The amount when all have adopted; null when the new key cannot be computed. */
  readonly adoptedOre: Ore | null;
};

export type Amount = {
  /** Null when a party takes part with an unknown amount: never 0. */
  readonly ore: Ore | null;
  readonly attendance: Attendance;
  readonly figureId: string;
  readonly provisional: Provisional | null;
  readonly waiting: Waiting | null;
  /** Rests on few people: to be hidden, with what would reveal it, outside the internal edition. */
  readonly sensitive: boolean;
};

/** A row of the overview: one unit or service, one party or all (party null), one kind. Party sums take unknown amounts as not there. */
export type OverviewRow = {
  /** Null for the whole budget. */
  readonly unit: string | null;
  /** Null for the sum of the unit's services of this kind. */
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
  readonly previous: Amount;
  readonly current: Amount;
  readonly changeOre: Ore;
  readonly figureId: string;
};

/** A party as it is named in the year. */
export type PartyView = {
  readonly party: string;
  /** Kommunenummer in force, or the slug: how the party is named in ids and JSON. */
  readonly number: string;
  readonly name: string;
  readonly kind: PartyRow['kind'];
  readonly column: boolean;
};

/** Last year, this year and the change, for every unit, service and party: it cross-foots exactly, in every direction. */
export type Overview = {
  readonly cooperation: string;
  readonly year: number;
  readonly version: VersionRow;
  readonly previousVersion: VersionRow | null;
  readonly parties: readonly PartyView[];
  /** Units in order; each unit's own rows first (service null), then its services'; within each the sum first, then parties in order. */
  readonly rows: readonly OverviewRow[];
  /** The whole budget by kind: unit null. */
  readonly totals: readonly OverviewRow[];
};

/**
 * Why a figure changed, in one fixed order: cost at the old share (split by stated causes, then «uforklart»), register at the old key,
 * key, membership, and rounding as the residue. The causes of a cell sum to its change exactly.
 */
export type CauseKind = 'cost' | 'unexplained' | 'register' | 'key' | 'membership' | 'rounding';

export type Cause = {
  readonly unit: string;
  readonly service: string;
  readonly party: string | null;
  readonly kind: ServiceKind;
  readonly cause: CauseKind;
  /** For `cost`: the change or growth row that states it; null otherwise. */
  readonly row: { readonly table: 'change' | 'growth'; readonly id: string } | null;
  readonly amountOre: Ore;
  readonly figureId: string;
};

/** One service's cost in a version, and who pays it. */
export type ServiceBudget = {
  readonly service: string;
  readonly version: string;
  readonly kind: ServiceKind;
  /** Frozen: adopted facts. Computed: by key, lines and changes. Empty: the version has no budget for the service. */
  readonly state: 'frozen' | 'computed' | 'empty';
  /** What the parties pay together: Σ parts. */
  readonly totalOre: Ore;
  /** The cost before external funding; equal to the total when nobody outside pays. */
  readonly grossOre: Ore;
  readonly external: readonly { readonly funder: string; readonly amountOre: Ore }[];
  /** In tie order (kommunenummer, then slug). */
  readonly parts: readonly ServicePart[];
  readonly rounding: { readonly unitOre: Ore; readonly mode: RoundingMode; readonly host: string | null };
  /** The parts of the year with one key and one set of members; more than one when a key or a member changes mid-year. */
  readonly segments: readonly Segment[];
};

export type ServicePart = {
  readonly party: string;
  readonly attendance: Attendance;
  readonly amountOre: Ore | null;
  /** The part that is not divided: lines, volumes and changes of the party's own. */
  readonly directOre: Ore;
  /** The exact result of the key before the one rounding; null when nothing was divided. */
  readonly exactOre: Fraction | null;
  readonly provisional: Provisional | null;
  readonly waiting: Waiting | null;
  readonly sensitive: boolean;
};

export type Segment = {
  readonly from: Day;
  readonly until: Day;
  readonly key: KeyRow | null;
  /** None: the service has no key those days. */
  readonly standing: KeyStanding | 'none';
  readonly members: readonly string[];
};
