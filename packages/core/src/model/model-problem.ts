import type { Fraction } from '../fraction/fraction.ts';
import type { KeyProblem } from '../key/key-problem.ts';
import type { Ore } from '../money/ore.ts';
import type { Validity } from '../period/day.ts';
import type { PictureFault } from './picture.ts';
import type { Origin, TableName } from './rows.ts';

/** The row a problem is about, the field in it, and where it was written. */
export type RowPlace = {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
  readonly origin: Origin | null;
};

type At = { readonly at: RowPlace };
/** Two rows that cannot both be right; `at` is the later one. */
type Two = At & { readonly other: RowPlace };

/** What makes an amount stand out: last year's same amount, or the amounts beside it. */
export type OutlierAgainst = 'previous' | 'neighbours' | 'previousSum';

/** Everything that can be wrong between the rows of a model. The order is the order of precedence. */
export type ModelProblem =
  | (At & { readonly code: 'cooperation.notOne'; readonly count: number })
  | (Two & { readonly code: 'id.twice' })
  | (At & { readonly code: 'reference.missing'; readonly to: TableName; readonly name: string })
  | (At & { readonly code: 'service.otherUnit'; readonly unit: string })
  | (At & { readonly code: 'period.reversed'; readonly period: Validity })
  | (Two & { readonly code: 'party.overlap'; readonly party: string })
  | (Two & { readonly code: 'party.numberTwice'; readonly kommunenummer: string })
  | (Two & { readonly code: 'appearance.twice'; readonly party: string })
  | (At & {
      readonly code: 'colour.contrast';
      readonly colour: string;
      /** Hundredths: 312 is 3,12 to 1. */
      readonly ratio: number;
      readonly least: number;
    })
  | (At & { readonly code: 'asset.picture'; readonly file: string; readonly fault: PictureFault })
  | (Two & { readonly code: 'participation.overlap'; readonly service: string; readonly party: string })
  | (Two & {
      readonly code: 'key.overlap';
      readonly service: string;
      readonly first: Validity;
      readonly second: Validity;
    })
  | (At & { readonly code: 'key.invalid'; readonly problem: KeyProblem })
  | (Two & {
      readonly code: 'register.twice';
      readonly register: string;
      readonly party: string;
      readonly date: string;
    })
  | (At & { readonly code: 'register.negative'; readonly value: Fraction })
  | (At & { readonly code: 'volume.negative'; readonly value: Fraction })
  | (Two & { readonly code: 'total.andLines'; readonly service: string; readonly version: string })
  | (Two & { readonly code: 'total.twice'; readonly service: string; readonly version: string })
  | (Two & {
      readonly code: 'adopted.twice';
      readonly service: string;
      readonly version: string;
      readonly party: string;
    })
  | (At & { readonly code: 'adopted.notAdopted'; readonly version: string; readonly status: string })
  | (At & { readonly code: 'line.noParty'; readonly distribution: string })
  | (At & { readonly code: 'line.partyShared'; readonly party: string })
  | (Two & {
      readonly code: 'growth.sameBase';
      readonly service: string;
      readonly version: string;
      readonly kind: string;
    })
  | (At & { readonly code: 'avoidable.notOne' })
  | (At & { readonly code: 'avoidable.share'; readonly share: Fraction })
  | (At & { readonly code: 'rounding.unit'; readonly unit: Ore })
  | (At & { readonly code: 'cycle'; readonly path: readonly string[] })
  | (At & {
      readonly code: 'amount.outlier';
      readonly amount: Ore;
      readonly against: OutlierAgainst;
      readonly comparedWith: Ore;
      /** How many times the larger is the smaller, whole. */
      readonly times: bigint;
    });
