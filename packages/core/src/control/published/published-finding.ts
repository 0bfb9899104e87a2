import type { RuleId } from './equation.ts';
import type { Micro, Place } from './published-document.ts';
import type { Slip } from './slips.ts';
import type { UnitName } from './table-unit.ts';

export type FindingClass = 'error' | 'rounding' | 'transcription' | 'garbled' | 'soft';
export type Severity = 'error' | 'warning' | 'info';

/** The likeliest cause, as a code: a slip, or what the figures say went wrong. */
export type Cause =
  | Slip
  | 'unexplained'
  | 'rounding'
  | 'cutOff'
  | 'otherBase'
  | 'signWord'
  | 'swapped'
  | 'shiftedRow'
  | 'shiftedColumn'
  | 'missingRow'
  | 'duplicateRow'
  | 'ownMembers'
  | 'consequence'
  | 'meanOfMeans';

/** What the sentence is built from: labels as printed, values in the unit of the place. */
export type FindingDetail = {
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly members: readonly { readonly label: string; readonly value: Micro; readonly sign: 1 | -1 }[];
  /** The table or row that says otherwise, by its caption or label. */
  readonly against: string;
  readonly againstPlace: Place | null;
  /** Other values the sentence needs, by name. */
  readonly values: Readonly<Record<string, Micro>>;
  readonly texts: Readonly<Record<string, string>>;
};

export type Finding = {
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly class: FindingClass;
  readonly place: Place;
  /** In millionths of the printed unit; null when nothing is printed there. */
  readonly printed: Micro | null;
  readonly printedText: string;
  readonly expected: Micro | null;
  readonly unit: UnitName | '%' | null;
  readonly cause: Cause;
  readonly causeOf: string | null;
  readonly consequences: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
  readonly detail: FindingDetail;
};
