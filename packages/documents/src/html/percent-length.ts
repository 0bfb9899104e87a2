/** A length of a drawing as CSS and SVG take it, `12.5%`: geometry, three decimals, never an amount. */
export const percentLength = (value: number): string => `${Math.round(value * 1000) / 1000}%`;
