import type { ProblemDocument } from '@samstyr/contract/api/problem';
import type { Language } from '@samstyr/contract/texts/language';
import type { Funding } from '@samstyr/core/budget/funding';
import type { Cause, Overview } from '@samstyr/core/budget/view';
import type { Explanation } from '@samstyr/core/explain/node';
import type { Model } from '@samstyr/core/model/rows';

/** A year as the server has computed it, for a reader who has not all the rows it follows from. */
export type SeenYear = {
  readonly overview: Overview;
  readonly thousands: readonly (readonly [string, bigint | null])[];
  readonly causes: readonly Cause[];
  /** Services with rows that stay behind; nothing is computed for them. */
  readonly services: readonly string[];
  /** Of the figure that was asked for, with the steps this reader may see. */
  readonly explanation: Explanation | null;
  /** The figures of the year's texts, by id, in øre. */
  readonly figures: readonly (readonly [string, bigint])[];
  readonly funding: readonly Funding[];
};

/** A cooperation as one reader may see it. */
export type Tables = {
  readonly revision: number;
  readonly name: string;
  /** What of the cooperation the tables are of, and so which pages there are: all that members read, or what others than its parties pay. */
  readonly scope: 'cooperation' | 'funding';
  /** The tables, without what this reader may not see. */
  readonly model: Model;
  /** Ids of figures and volume rows this reader may not see. */
  readonly hidden: readonly string[];
  /** Rows written since they were read in: `line:nav/…` → their version. All others have 1. */
  readonly versions: { readonly [row: string]: number };
  /** Null: this reader has every row, and the year is computed from them. */
  readonly seen: SeenYear | null;
};

export type Refusal = { readonly refused: 'notLoggedIn' | 'notAllowed' | 'notFound' };

export type Credentials = {
  readonly email: string;
  readonly password: string;
  readonly code: string | null;
  /** The language a refusal is told in. */
  readonly language: Language;
};
export type LoggedIn = { readonly cookies: readonly string[] } | { readonly problem: ProblemDocument };

/**
 * What pages ask of the process that serves them; React Router hands it to every loader. The process answers by its own policy, so that
 * a page can see nothing the API would refuse. (S-WEB-20)
 */
export type ServerContext = {
  /** The API's answer to a question of the reader's: `/session`. Null where it refuses. */
  readonly ask: (request: Request, path: string) => Promise<unknown>;
  readonly tables: (
    request: Request,
    cooperation: string,
    wanted: { readonly year: number | null; readonly figure: string | null; readonly language: Language },
  ) => Promise<Tables | Refusal>;
  /** Logs somebody in by the API, which judges where the request comes from: the cookies of the session, or why not. */
  readonly logIn: (request: Request, said: Credentials) => Promise<LoggedIn>;
  /** Whether people may log in with ID-porten or Entra. */
  readonly hasProvider: boolean;
};
