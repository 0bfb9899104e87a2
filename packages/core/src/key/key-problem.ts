import type { Fraction } from '../fraction/fraction.ts';
import type { AmountProblem } from '../money/kroner.ts';
import type { RegisterProblem } from '../register/register-problem.ts';

/** Where in a key: `parts[1].key.by`; empty for the key itself. */
type At = { readonly path: string };
/** The text that stands there. */
type Written = At & { readonly text: string };

/** What is wrong with a key as it is written. */
export type KeyTextProblem =
  | (Written & { readonly code: 'key.notAKey' })
  | (Written & { readonly code: 'key.notAnObject' })
  | (Written & { readonly code: 'key.notAList' })
  | (At & {
      readonly code: 'key.unknownField';
      readonly field: string;
      readonly expected: readonly string[];
    })
  | (At & { readonly code: 'key.missingField'; readonly field: string })
  | (At & { readonly code: 'key.oneOf'; readonly fields: readonly string[]; readonly found: number })
  | (Written & { readonly code: 'key.notAShare' })
  | (Written & { readonly code: 'key.negative' })
  | (Written & { readonly code: 'key.aboveWhole' })
  | (Written & { readonly code: 'key.notAnAmount'; readonly reason: AmountProblem })
  | (Written & { readonly code: 'key.notANumber'; readonly from: number; readonly to: number })
  | (Written & { readonly code: 'key.notADate' })
  | (Written & { readonly code: 'key.notAName' })
  | (Written & { readonly code: 'key.notAPeriod' })
  | (Written & { readonly code: 'key.unknownParty' })
  | (Written & { readonly code: 'key.unknownRegister' })
  | (At & { readonly code: 'key.partyTwice'; readonly party: string })
  /** `difference` is 1 − sum: positive when something is missing. */
  | (At & { readonly code: 'key.sharesSum'; readonly sum: Fraction; readonly difference: Fraction })
  | (At & { readonly code: 'key.empty' })
  | (At & { readonly code: 'key.bandsOrder'; readonly upTo: Fraction; readonly previous: Fraction })
  | (At & { readonly code: 'key.openBand'; readonly isLast: boolean })
  | (At & { readonly code: 'key.feeInside'; readonly form: 'bands' | 'tariff' })
  | (At & { readonly code: 'key.tooDeep'; readonly most: number })
  | (At & { readonly code: 'key.tooLarge'; readonly most: number });

/** The key row that was used, and the budget year. */
type Used = { readonly key: string; readonly year: number };

/** What is wrong when a key is used for a year and its members. */
export type KeyUseProblem =
  | (Used & { readonly code: 'key.noMembers' })
  /** Everybody has 0 in the register; null: in the agreed shares. */
  | (Used & { readonly code: 'key.nobodyPays'; readonly register: string | null })
  | (Used & {
      readonly code: 'key.negativeValue';
      readonly register: string;
      readonly party: string;
      readonly value: Fraction;
    })
  | (Used & { readonly code: 'key.agreedNotMember'; readonly party: string; readonly share: Fraction })
  | (Used & { readonly code: 'key.agreedMissing'; readonly party: string })
  | (Used & { readonly code: 'key.directUnknown'; readonly party: string })
  /** `limitOre` each for `payers` parties leaves `leftOre` that nobody may pay (cap) or charges more than there is (floor). */
  | (Used & {
      readonly code: 'key.capTooLow' | 'key.floorTooHigh';
      readonly limitOre: Fraction;
      readonly payers: number;
      readonly costOre: Fraction;
      readonly leftOre: Fraction;
    });

export type KeyProblem = KeyTextProblem | KeyUseProblem;

/** Dividing reads registers too. */
export type DivideProblem = KeyUseProblem | RegisterProblem;
