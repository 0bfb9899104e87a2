import type { AmountProblem } from '../money/kroner.ts';
import type { Ore } from '../money/ore.ts';

/** How a first unit is shared: equally, by population, or a part equally and the rest by population. */
export type NewKey = 'equal' | 'population' | 'mixed';
export const newKeys: readonly NewKey[] = ['equal', 'population', 'mixed'];

export type NewMember = {
  readonly name: string;
  /** Four digits, or empty: not said. */
  readonly kommunenummer: string;
  /** On 1 January the year before; null: not said. */
  readonly inhabitants: bigint | null;
};

export type NewUnit = {
  readonly name: string;
  /** What it costs in the first year; null: not said. */
  readonly amountOre: Ore | null;
  readonly key: NewKey;
  /** What of the cost is shared equally under `mixed`, in whole percent; null: not said. */
  readonly equalPercent: number | null;
  /** The places in the list of members of those who take part, from 0. */
  readonly members: readonly number[];
};

/** What a person says of a cooperation that is to be. */
export type NewCooperation = {
  /** The short name of its address; empty: made of the name. */
  readonly id: string;
  readonly name: string;
  /** The year of its first budget; null: not said. */
  readonly year: number | null;
  /** The language its texts are written in. */
  readonly language: string;
  /** The place in the list of members of the municipality whose administration keeps the budget, from 0. */
  readonly host: number | null;
  readonly members: readonly NewMember[];
  readonly units: readonly NewUnit[];
};

/** Why a cooperation cannot be made as it was said. `path` is the field: `members.1.name`. */
export type SetupProblem = { readonly path: string } & (
  | { readonly code: 'setup.name' | 'setup.memberName' | 'setup.unitName' }
  | { readonly code: 'setup.id'; readonly text: string }
  | { readonly code: 'setup.year' }
  | { readonly code: 'setup.host' }
  | { readonly code: 'setup.fewMembers' | 'setup.noUnits' }
  | { readonly code: 'setup.sameName'; readonly name: string }
  | { readonly code: 'setup.number'; readonly text: string }
  | { readonly code: 'setup.sameNumber'; readonly number: string }
  | { readonly code: 'setup.amountMissing' }
  | { readonly code: 'setup.amount'; readonly text: string; readonly why: Exclude<AmountProblem, 'empty'> }
  | { readonly code: 'setup.inhabitantsMissing'; readonly member: string; readonly unit: string }
  | { readonly code: 'setup.inhabitants'; readonly text: string }
  | { readonly code: 'setup.percent' }
  | { readonly code: 'setup.unitMembers' }
);
