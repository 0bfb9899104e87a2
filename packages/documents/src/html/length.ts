/** A length in a drawing, in per cent with two decimals at most: never an amount. */
export const percentLength = (value: number): string => `${Math.round(value * 100) / 100}%`;
