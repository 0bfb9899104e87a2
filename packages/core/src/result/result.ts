/** A value, or everything that is wrong: never the first thing only. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [P, ...P[]] };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <P>(
  ...problems: readonly [P, ...P[]]
): { readonly ok: false; readonly problems: readonly [P, ...P[]] } => ({
  ok: false,
  problems,
});

/** The value when nothing is wrong, else every problem. */
export function unless<T, P>(problems: readonly P[], value: () => T): Result<T, P> {
  const [first, ...rest] = problems;
  return first === undefined ? ok(value()) : fail(first, ...rest);
}

/** Stops the program on what cannot happen. For what a person can cause there is Result. */
export function invariant(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${sentence}`);
}

/** The compiler's proof that every case is handled. */
export function unreachable(never: never): never {
  throw new Error(`Invariant broken: unhandled case ${JSON.stringify(never)}`);
}

export type Problems<P> = readonly P[];

/** Everything that is wrong in several results. */
export const problemsOf = <T, P>(results: readonly Result<T, P>[]): Problems<P> =>
  results.flatMap((result) => (result.ok ? [] : result.problems));
