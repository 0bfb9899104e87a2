/** A case grows from one number, so that a failing one is told by its seed and a million are made in seconds. */
export type Random = {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** From and including `least`, up to and including `most`. */
  readonly whole: (least: number, most: number) => number;
  readonly big: (most: bigint) => bigint;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(from: readonly T[]) => T[];
};

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const big = (most: bigint): bigint => {
    if (most < 4294967296n) return BigInt(whole(0, Number(most)));
    return ((BigInt(whole(0, 0x7fffffff)) << 31n) + BigInt(whole(0, 0x7fffffff))) % (most + 1n);
  };
  return {
    next,
    whole,
    big,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)]!,
    shuffled: (from) => {
      const copy = [...from];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = whole(0, at);
        [copy[at], copy[other]] = [copy[other]!, copy[at]!];
      }
      return copy;
    },
  };
}
