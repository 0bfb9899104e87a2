import type { Micro, Place } from './published-document.ts';
import type { Cause, FindingClass, FindingDetail, Severity } from './published-finding.ts';
import type { UnderstoodTable } from './understood-table.ts';

/** A sentence that says something else than the table it speaks of. */
export type ProseDeviation = {
  readonly rule:
    | 'prose.change'
    | 'prose.percent'
    | 'prose.level'
    | 'prose.within'
    | 'prose.amount'
    | 'prose.same'
    | 'prose.sum'
    | 'prose.rest';
  readonly cause: Cause;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly place: Place;
  readonly text: string;
  readonly printed: Micro;
  readonly expected: Micro;
  readonly isPercent: boolean;
  readonly table: UnderstoodTable | null;
  readonly rowLabel: string;
  readonly values: Readonly<Record<string, Micro>>;
  /** The sentence that says otherwise. */
  readonly other?: { readonly text: string; readonly place: Place };
  /** The figures of a list and what they are of. */
  readonly members?: FindingDetail['members'];
};
