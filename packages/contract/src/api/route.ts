import type * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a request may carry: JSON by a schema, or bytes of named types up to a size. */
export type BodySpec =
  | { readonly json: z.ZodType }
  | { readonly bytes: readonly string[]; readonly limit: number };

/** What a route answers when it does what it is asked. */
export type AnswerSpec =
  | { readonly status: 200 | 201 | 202; readonly json: z.ZodType }
  | { readonly status: 200; readonly bytes: string }
  | { readonly status: 204 }
  | { readonly status: 302 };

/** One route: everything about it that its caller must know. Who may call it stands with the server, in its policy. */
export type RouteSpec = {
  readonly method: Method;
  /** Below `/api/v1`, parameters as `{name}`. */
  readonly path: string;
  readonly summary: string;
  readonly params: { readonly [name: string]: z.ZodType };
  readonly query: { readonly [name: string]: z.ZodType };
  readonly body: BodySpec | null;
  readonly answer: AnswerSpec;
  /** Done at most once for an `Idempotency-Key`, which must be sent. */
  readonly once: boolean;
};

type Said = Partial<Omit<RouteSpec, 'method' | 'path' | 'summary' | 'answer'>>;

type Filled<S extends Said> = {
  readonly params: S['params'] extends object ? S['params'] : Record<never, never>;
  readonly query: S['query'] extends object ? S['query'] : Record<never, never>;
  readonly body: S['body'] extends BodySpec ? S['body'] : null;
  readonly once: boolean;
};

/** A route as it is written down: what is not said is nothing. */
export function route<const A extends AnswerSpec, const S extends Said>(
  method: Method,
  path: string,
  summary: string,
  answer: A,
  said: S,
): {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly answer: A;
} & Filled<S> {
  return {
    method,
    path,
    summary,
    answer,
    params: said.params ?? {},
    query: said.query ?? {},
    body: said.body ?? null,
    once: said.once ?? false,
  } as never;
}

type Values<F> = { readonly [K in keyof F]: F[K] extends z.ZodType ? z.infer<F[K]> : never };

export type ParamsOf<R extends RouteSpec> = Values<R['params']>;
export type QueryOf<R extends RouteSpec> = Values<R['query']>;
export type BodyOf<R extends RouteSpec> = R['body'] extends { readonly json: infer S extends z.ZodType }
  ? z.infer<S>
  : R['body'] extends { readonly bytes: readonly string[] }
    ? Uint8Array
    : null;
export type AnswerOf<R extends RouteSpec> = R['answer'] extends { readonly json: infer S extends z.ZodType }
  ? z.infer<S>
  : R['answer'] extends { readonly bytes: string }
    ? { readonly name: string; readonly type: string; readonly content: Uint8Array }
    : R['answer'] extends { readonly status: 302 }
      ? { readonly location: string }
      : null;
