import type { Day } from '../period/day.ts';

/** Why a register could not be read; a missing value is missing and never 0. */
export type RegisterProblem =
  | {
      readonly code: 'register.missing';
      readonly register: string;
      readonly party: string;
      readonly date: Day;
      readonly group: string | null;
      /** The newest date the register has for the party, known on that day; null: none at all. */
      readonly newest: Day | null;
    }
  | {
      readonly code: 'register.duplicate';
      readonly register: string;
      readonly party: string;
      readonly date: Day;
      readonly group: string | null;
      readonly published: Day | null;
      readonly rows: readonly string[];
    };
