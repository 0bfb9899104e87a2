import type { Model } from '@samstyr/core/model/rows';

/** A cooperation as one reader may see it. */
export type Tables = {
  readonly revision: number;
  readonly name: string;
  /** The tables, without what this reader may not see. */
  readonly model: Model;
  /** Ids of figures and volume rows this reader may not see. */
  readonly hidden: readonly string[];
};

/** Who reads, and in which role: `Controller, Stjørdal`. Null: nobody is logged in. */
export type Me = { readonly name: string } | null;

/**
 * What pages ask of the process that serves them; React Router hands it to every loader. The process answers by its own policy, so that
 * a page can see nothing the API would refuse.
 */
export type ServerContext = {
  readonly cooperations: (
    request: Request,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Null: there is none, or this reader may not know. */
  readonly tables: (request: Request, cooperation: string) => Promise<Tables | null>;
  readonly me: (request: Request) => Promise<Me>;
};
