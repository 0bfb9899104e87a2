import type { KeyProblem } from '@samstyr/core/key/key-problem';

/** What is wrong with an edit file before any edit is tried: where in it (`edits[2].amountOre`), what stood there, what was expected. */
export type EditFileProblem =
  | { readonly code: 'edits.notAList' }
  | {
      readonly code: 'edits.unknownOp';
      readonly path: string;
      readonly op: string;
      readonly known: readonly string[];
    }
  | {
      readonly code: 'edits.unknownField';
      readonly path: string;
      readonly field: string;
      readonly expected: readonly string[];
    }
  | { readonly code: 'edits.missingField'; readonly path: string; readonly field: string }
  | { readonly code: 'edits.oneOf'; readonly path: string; readonly fields: readonly string[] }
  | {
      readonly code: 'edits.invalidValue';
      readonly path: string;
      readonly value: string;
      readonly expected: 'day' | 'dateRule' | 'ore' | 'number' | 'share' | 'text' | 'choice' | 'flag';
      readonly choices: readonly string[];
    }
  | {
      readonly code: 'edits.unknownParty';
      readonly path: string;
      readonly party: string;
      readonly known: readonly string[];
    }
  /** A key that cannot be read: `path` is where the key stands, `problem` says what is wrong inside it. */
  | { readonly code: 'edits.key'; readonly path: string; readonly problem: KeyProblem };
