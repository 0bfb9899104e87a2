import type { Fraction } from '../fraction/fraction.ts';
import type { DateRule, Key } from '../key/grammar.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';
import type { ChangeKind, DecisionRow, GrowthKind } from './rows.ts';

/**
 * The one edit language: files for `whatif`, commands of the API, scenarios and the audit trail. Parties are slugs here; at the edge
 * people write kommunenummer or slug. A service may be a whole unit in `leave` and `join`.
 */
export type Edit =
  | { readonly op: 'setKey'; readonly service: string; readonly from: Day; readonly key: Key }
  | {
      readonly op: 'setRegisterDate';
      readonly service: string;
      readonly register: string;
      readonly date: DateRule;
    }
  | {
      readonly op: 'setRegisterValue';
      readonly register: string;
      readonly date: Day;
      readonly party: string;
      readonly group: string | null;
      readonly value: Fraction;
    }
  | { readonly op: 'leave' | 'join'; readonly service: string; readonly party: string; readonly from: Day }
  | {
      readonly op: 'setGrowth' | 'addGrowth';
      readonly service: string;
      readonly kind: GrowthKind;
      readonly ratePercent: Fraction;
      readonly from: Day;
      readonly baseOre: Ore | null;
    }
  | {
      readonly op: 'addChange';
      readonly service: string;
      readonly kind: ChangeKind;
      readonly party: string | null;
      readonly amountOre: Ore;
      readonly from: Day | null;
      readonly until: Day | null;
      readonly oneOff: boolean;
      readonly counterpart: string | null;
      readonly reason: string | null;
    }
  | { readonly op: 'removeChange'; readonly service: string | null; readonly id: string }
  | { readonly op: 'setAmount'; readonly service: string; readonly party: string; readonly amountOre: Ore }
  | {
      readonly op: 'setVolume';
      readonly service: string;
      readonly party: string;
      readonly measure: string | null;
      readonly count: Fraction;
    }
  | {
      readonly op: 'setExternal';
      readonly service: string;
      readonly funder: string;
      readonly pays: { readonly amountOre: Ore } | { readonly share: Fraction };
    }
  | {
      readonly op: 'setAvoidable';
      readonly service: string;
      readonly party: string | null;
      readonly saves: { readonly amountOre: Ore } | { readonly share: Fraction };
      readonly from: Day;
    }
  | {
      readonly op: 'recordDecision';
      readonly case: string;
      readonly party: string;
      readonly date: Day | null;
      readonly result: DecisionRow['result'];
      readonly wording: string | null;
      readonly amountOre: Ore | null;
    };

export type EditOp = Edit['op'];

type WithOp<E, O> = E extends { readonly op: infer P } ? (O extends P ? E : never) : never;
/** The edit of an operation. */
export type EditOf<O extends EditOp> = WithOp<Edit, O>;
