import type { EditOp } from '../model/edit.ts';
import type { GrowthKind } from '../model/rows.ts';
import type { Day } from '../period/day.ts';

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
