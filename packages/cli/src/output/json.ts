/** One JSON document on standard output; amounts are digit strings already, so a bigint here is a mistake and throws. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
