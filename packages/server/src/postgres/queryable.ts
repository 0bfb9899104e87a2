import type pg from 'pg';

/** A pool or one of its connections: what a query can be put to. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>;
