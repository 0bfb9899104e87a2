import type { Fraction } from '../fraction/fraction.ts';
import type { ChangeKind, GrowthKind, Origin, ServiceKind } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** The row a step comes from. */
export type RollSource = {
  readonly table: 'change' | 'growth' | 'line' | 'volume' | 'price';
  readonly id: string;
  readonly origin: Origin | null;
};

type OfService = { readonly unit: string; readonly service: string };
type Moved = OfService & {
  readonly did: 'moved';
  /** Null: divided by the key. */
  readonly party: string | null;
  readonly amountOre: Ore;
  readonly source: RollSource;
  /** The new change row that says it; a technical move has one row for both services. */
  readonly row: string;
};
type OfChange = Moved & {
  readonly reason: string | null;
  /** The other service of a technical move. */
  readonly counterpart: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
};
type OfGrowth = Moved & {
  readonly growth: GrowthKind;
  readonly ratePercent: Fraction;
  readonly from: Day;
};
type Stated = OfService & {
  readonly party: string | null;
  readonly kind: ChangeKind;
  readonly reason: string | null;
  readonly from: Day | null;
  readonly source: RollSource;
};

/** One type for each code, so that each has its own text. */
type Coded<T, C extends string> = { readonly [K in C]: T & { readonly code: K } }[C];

/** A step that moves an amount: together they are the whole difference between the new version and the one it starts from. */
export type RollMove =
  | Coded<OfChange, 'roll.fullYear' | 'roll.starts' | 'roll.ends' | 'roll.oneOffOut' | 'roll.oneOffIn'>
  | Coded<OfGrowth, 'roll.carryOver' | 'roll.growthStarts'>
  /** A buy-in is paid once. */
  | Coded<Moved, 'roll.contributionOut'>
  /** What the buy-in paid of a given total is divided between all who take part. */
  | Coded<Moved & { readonly contributor: string }, 'roll.contributionShared'>;

/** What rolling to the next year did, and what it left for people to decide. */
export type RollStep =
  | RollMove
  /** Carried over without a price, as a row of the new version. */
  | (Stated & { readonly code: 'roll.unpriced'; readonly did: 'carried'; readonly row: string })
  /** Not priced, and inside the given amounts already: nothing is carried. */
  | (Stated & { readonly code: 'roll.unpricedInLevel'; readonly did: 'left' })
  /** A one-off without a price, or a change at its end: what goes out is not known. */
  | (Stated & { readonly code: 'roll.decideUnpricedOut'; readonly did: 'decide' })
  | (Stated & {
      readonly code: 'roll.decideProposed';
      readonly did: 'decide';
      readonly amountOre: Ore | null;
    })
  | (OfService & {
      readonly code: 'roll.decideGrowth';
      readonly did: 'decide';
      readonly growth: GrowthKind;
      readonly ratePercent: Fraction;
      readonly from: Day;
      /** Without a base there is no carry-over to move. */
      readonly priced: boolean;
      readonly year: number;
      readonly source: RollSource;
    })
  | (OfService & {
      readonly code: 'roll.decideVolume';
      readonly did: 'decide';
      readonly measure: string;
      readonly parties: number;
      /** Whether the volumes have a price, so that the amounts the new year starts from rest on them. */
      readonly priced: boolean;
      readonly source: RollSource;
    })
  | (OfService & {
      readonly code: 'roll.decidePrice';
      readonly did: 'decide';
      readonly measure: string;
      readonly from: Day;
      readonly priceOre: Ore;
      readonly source: RollSource;
    })
  | {
      readonly code: 'roll.decideFrame';
      readonly did: 'decide';
      readonly unit: string;
      readonly service: null;
      readonly amountOre: Ore;
    }
  | {
      readonly code: 'roll.decideTexts';
      readonly did: 'decide';
      readonly unit: string;
      readonly service: null;
      readonly sections: number;
      readonly year: number;
    };

/** A service before and after: gross cost, before funders outside. Null: no budget. Their difference is the sum of the service's moves. */
export type RolledService = OfService & {
  readonly kind: ServiceKind;
  readonly startOre: Ore | null;
  readonly nextOre: Ore | null;
  readonly movedOre: Ore;
};
