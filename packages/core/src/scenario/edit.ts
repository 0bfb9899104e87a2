import type { Fraction } from '../fraction/fraction.ts';
import type { DateRule, Key } from '../key/grammar.ts';
import type { ChangeKind, DecisionRow, GrowthKind } from '../model/rows.ts';
import type { Ore } from '../money/ore.ts';
import type { Day } from '../period/day.ts';

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

/** Why an edit cannot be made, with the figures a person needs to make it right. */
export type EditProblem =
  | {
      readonly code: 'edit.unknownService';
      readonly op: EditOp;
      readonly service: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: 'edit.unknownParty';
      readonly op: EditOp;
      readonly party: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: 'edit.unknownRegister';
      readonly op: EditOp;
      readonly register: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: 'edit.unknownCase';
      readonly op: EditOp;
      readonly case: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'edit.unknownChange'; readonly op: EditOp; readonly id: string }
  | { readonly code: 'edit.versionLocked'; readonly op: EditOp; readonly version: string }
  | { readonly code: 'edit.noVersion'; readonly op: EditOp; readonly year: number }
  | {
      readonly code: 'edit.notMember';
      readonly op: EditOp;
      readonly service: string;
      readonly party: string;
      readonly from: Day | null;
    }
  | {
      readonly code: 'edit.alreadyMember';
      readonly op: EditOp;
      readonly service: string;
      readonly party: string;
      readonly from: Day;
    }
  | {
      readonly code: 'edit.lastMember';
      readonly op: EditOp;
      readonly service: string;
      readonly party: string;
    }
  | {
      readonly code: 'edit.keyNotUsed';
      readonly op: EditOp;
      readonly service: string;
      readonly register: string;
      readonly used: readonly string[];
    }
  | {
      readonly code: 'edit.sharedByKey';
      readonly op: EditOp;
      readonly service: string;
      readonly party: string;
    }
  | {
      readonly code: 'edit.noPrice';
      readonly op: EditOp;
      readonly service: string;
      readonly measure: string | null;
      readonly measures: readonly string[];
    }
  | { readonly code: 'edit.noKey'; readonly op: EditOp; readonly service: string }
  | {
      readonly code: 'edit.noGrowthBase';
      readonly op: EditOp;
      readonly service: string;
      readonly kind: GrowthKind;
    }
  | {
      readonly code: 'edit.growthOnSameBase';
      readonly op: EditOp;
      readonly service: string;
      readonly kind: GrowthKind;
      readonly other: GrowthKind;
    }
  | { readonly code: 'edit.outsideYear'; readonly op: EditOp; readonly from: Day; readonly year: number }
  | {
      readonly code: 'edit.notCouncil';
      readonly op: EditOp;
      readonly case: string;
      readonly party: string;
      readonly councils: readonly string[];
    };
