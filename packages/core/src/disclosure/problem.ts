import type { ServiceKind } from '../model/rows.ts';

/** Which year's table a figure stands in. */
export type Side = 'previous' | 'current';

/** Every hidden value keeps at least this many possible values in the unit the document prints. (S-DISC-04) */
export const fewestPossibleValues = 5;

/** A part of the overview that is hidden: service or unit, and party; null is the sum. */
export type WithheldFigure = {
  readonly unit: string;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
  readonly figureId: string;
};

/** What stops a publication, or what somebody must look at first. No problem carries a hidden value: problems end up in logs. */
export type DisclosureProblem =
  /** A sensitive amount with nothing to hide beside it: it follows from the sums. */
  | {
      readonly code: 'disclosure.unpaired';
      readonly service: string;
      readonly party: string;
      readonly figureId: string;
    }
  /** A sensitive amount in a service divided by a key: anybody can compute it from key, register and total. */
  | {
      readonly code: 'disclosure.keyed';
      readonly service: string;
      readonly party: string;
      readonly figureId: string;
    }
  /** A hidden amount that stands in an earlier publication. */
  | {
      readonly code: 'disclosure.alreadyPublished';
      readonly service: string;
      readonly party: string;
      readonly side: Side;
      readonly figureId: string;
    }
  /** The auditor computed a hidden amount from the visible ones. */
  | { readonly code: 'disclosure.recoverable'; readonly side: Side; readonly figureId: string }
  /** The auditor found fewer possible values than a hidden amount must have. */
  | {
      readonly code: 'disclosure.narrow';
      readonly side: Side;
      readonly figureId: string;
      readonly possible: number;
      readonly needed: number;
    }
  /** A sensitive amount that the edition shows. */
  | {
      readonly code: 'disclosure.shown';
      readonly service: string;
      readonly party: string;
      readonly figureId: string;
    }
  /** A count of few with no other count to hide beside it: it follows from the measure's sum. */
  | {
      readonly code: 'disclosure.countAlone';
      readonly service: string;
      readonly measure: string;
      readonly party: string;
    }
  /** A text refers to a hidden figure. */
  | {
      readonly code: 'disclosure.textReference';
      readonly unit: string;
      readonly language: string;
      readonly section: string;
      readonly figureId: string;
    }
  /** A text has a hidden amount typed into it. */
  | {
      readonly code: 'disclosure.textAmount';
      readonly unit: string;
      readonly language: string;
      readonly section: string;
      readonly figureId: string;
    }
  /** A text tells of so few persons that somebody may know who they are. */
  | {
      readonly code: 'disclosure.textFewPersons';
      readonly unit: string;
      readonly language: string;
      readonly section: string;
      readonly words: string;
    };

/** Whether it stops publishing, or is a thing to look at and decide. */
export const stopsPublishing: { readonly [C in DisclosureProblem['code']]: boolean } = {
  'disclosure.unpaired': true,
  'disclosure.keyed': true,
  'disclosure.alreadyPublished': false,
  'disclosure.recoverable': true,
  'disclosure.narrow': true,
  'disclosure.shown': true,
  'disclosure.countAlone': true,
  'disclosure.textReference': true,
  'disclosure.textAmount': true,
  'disclosure.textFewPersons': false,
};
