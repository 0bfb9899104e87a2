import type { KeyRow, ParticipationRow } from '../model/rows.ts';
import type { Day } from '../period/day.ts';
import type { RegisterReader } from '../register/reading.ts';
import type { Algebra, Standing } from './algebra.ts';
import type { KeyNodeCode } from './key-node.ts';
import type { DivideProblem } from './key-problem.ts';

/** What a key needs to know of the year it is used in. */
export type DivideContext = {
  readonly year: number;
  /** Who takes part, in tie order (`orderForTies`). */
  readonly members: readonly { readonly party: string; readonly row: ParticipationRow }[];
  /** Where the shares and amounts of the key stand. */
  readonly keyRow: Pick<KeyRow, 'id' | 'origin'>;
  readonly register: RegisterReader;
  readonly isParty: (party: string) => boolean;
};

/** A register read on an earlier date than wanted, because the wanted one was not published. */
export type ProvisionalReading = {
  readonly register: string;
  readonly group: string | null;
  readonly wanted: Day;
  readonly used: Day;
};

/** What each payer (by its place in `Work.payers`) pays; null or absent: no part in this, exactly 0. */
export type Shares<N> = {
  readonly parts: readonly (N | null)[];
  /** Null when nobody outside pays. */
  readonly external: ReadonlyMap<string, N> | null;
};

/** One division under way. Problems gather, so that everything wrong is told at once. */
export type Work<N> = {
  readonly algebra: Algebra<N, KeyNodeCode>;
  readonly context: DivideContext;
  readonly members: readonly string[];
  /** The members, then the non-members who pay directly. */
  readonly payers: string[];
  readonly standing: Standing;
  readonly problems: DivideProblem[];
  readonly provisional: ProvisionalReading[];
};
