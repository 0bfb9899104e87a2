/**
 * A second rounding, which shares no code with Samstyr's: everything on one common denominator, whole numbers, and one sort. `exact` is
 * numerator and denominator; `numbers` break ties.
 */
export function secondRounding(
  exact: readonly (readonly [bigint, bigint])[],
  numbers: readonly string[],
  { total, unit, mode, host }: { total: bigint; unit: bigint; mode: string; host: string | null },
): { readonly shares: readonly bigint[]; readonly outside: bigint } {
  const denominator = exact.reduce((common, [, d]) => (common % d === 0n ? common : common * d), 1n);
  const tops = exact.map(([n, d]) => n * (denominator / d));
  const step = denominator * unit;
  if (mode === 'hostTakesRest') {
    const shares = tops.map((top, at) => {
      if (numbers[at] === host) return 0n;
      const away = top < 0n ? -1n : 1n;
      const doubled = top * away * 2n;
      return (
        away *
        unit *
        ((doubled - (doubled % (2n * step))) / (2n * step) + (doubled % (2n * step) >= step ? 1n : 0n))
      );
    });
    const rest = total - shares.reduce((a, b) => a + b, 0n);
    const at = numbers.indexOf(host ?? '');
    if (at < 0) return { shares, outside: rest };
    shares[at] = rest;
    return { shares, outside: 0n };
  }
  const rows = tops.map((top, at) => ({
    at,
    number: numbers[at] ?? '',
    whole: top / step,
    rest: top % step,
  }));
  const shares = rows.map(({ whole }) => whole * unit);
  let left = total - shares.reduce((a, b) => a + b, 0n);
  const way = left < 0n ? -1n : 1n;
  rows.sort((a, b) => {
    if (a.rest !== b.rest) return a.rest * way < b.rest * way ? 1 : -1;
    return a.number < b.number ? -1 : 1;
  });
  for (const { at } of rows) {
    const given = left * way < unit ? left : unit * way;
    shares[at] = (shares[at] ?? 0n) + given;
    left -= given;
  }
  return { shares, outside: 0n };
}
