import type { Fraction } from '../fraction/fraction.ts';
import type { Basis } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

/** What was nearest when nothing fits: so many per cent equal and the rest by a register. */
export type NearestKey = {
  /** Null: all equal. */
  readonly register: string | null;
  readonly date: Day | null;
  readonly group: string | null;
  readonly equalShare: Fraction;
  readonly maxResidualOre: Ore;
  readonly basis: Basis | null;
};

/** What must be said beside the candidates. */
export type FitNote =
  /** Less than two parties with an amount: there is nothing to divide. */
  | { readonly code: 'fit.oneMember'; readonly service: string; readonly year: number }
  /** The amounts sum to 0. */
  | { readonly code: 'fit.zeroTotal'; readonly service: string; readonly year: number }
  /** With two members nearly every register fits with some equal part: one number cannot say which. */
  | { readonly code: 'fit.twoMembers'; readonly service: string; readonly year: number }
  /** The register was itself solved from shares, so that it fits proves nothing. */
  | { readonly code: 'fit.circular'; readonly register: string; readonly basis: 'derived' | 'assumed' }
  /** Several keys fit as well as the best one. */
  | { readonly code: 'fit.ties'; readonly count: number }
  /** A register that no date of has a value for every member: it was not tried. */
  | {
      readonly code: 'fit.missingValues';
      readonly register: string;
      readonly group: string | null;
      readonly parties: readonly string[];
    }
  | {
      readonly code: 'fit.nothing';
      readonly service: string;
      readonly year: number;
      readonly nearest: NearestKey;
    };
