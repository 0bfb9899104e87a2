/** How many cases a law is tried on: all of them in CI; `SAMSTYR_CASES=0.1%` tries a part, as the mutation runs do. */
export function howMany(usual: number): number {
  const percent = /^([\d.]+)%$/.exec(process.env['SAMSTYR_CASES'] ?? '100%')?.[1] ?? '100';
  return Math.max(1, Math.floor((usual * Number.parseFloat(percent)) / 100));
}
