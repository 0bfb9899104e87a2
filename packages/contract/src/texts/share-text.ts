import type { Fraction } from '@samstyr/core/fraction/fraction';

const noBreakSpace = '\u00a0';

/** The decimals of a percentage, at least two, where six are enough to be exact; null where they are not. */
function exactDecimals({ n, d }: Fraction): number | null {
  for (let decimals = 2; decimals <= 6; decimals += 1) {
    if ((n * 10n ** BigInt(decimals + 2)) % d === 0n) return decimals;
  }
  return null;
}

/** 0,1 as `10,00`: percent or percentage points without the sign; rounded at four decimals where no decimals are exact. */
export function percentNumber(value: Fraction): string {
  const decimals = exactDecimals(value) ?? 4;
  const scale = 10n ** BigInt(decimals + 2);
  const magnitude = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * magnitude * scale + value.d) / (2n * value.d);
  const digits = `${rounded}`.padStart(decimals + 1, '0');
  return `${value.n < 0n ? '−' : ''}${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
}

/** `99,90 %` with no-break space. */
export const percentText = (value: Fraction): string => `${percentNumber(value)}${noBreakSpace}%`;
