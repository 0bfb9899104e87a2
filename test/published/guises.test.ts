import { readdirSync, readFileSync } from 'node:fs';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { describe, expect, it } from 'vitest';
import { guises, inGuise } from './guises.ts';

const folder = new URL('./', import.meta.url);
const documents = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** What was found, without where: lines and pages differ between formats, tables, figures and causes do not. */
async function causesIn(bytes: Uint8Array, file: string): Promise<readonly string[]> {
  const result = await checkBytes(bytes, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.report.findings
    .filter((each) => each.causeOf === null && each.class !== 'rounding')
    .map(({ rule, cause, printed, expected, place }) =>
      [rule, cause, printed, expected, place.row, place.column].join(' '),
    )
    .toSorted();
}

describe.each(documents)('%s', (file) => {
  it.each(guises)('has the same findings as %s', async (guise) => {
    const text = textOf(file);
    const own = await causesIn(new TextEncoder().encode(text), file);
    expect(await causesIn(await inGuise(text, guise), `dokument.${guise}`)).toEqual(own);
  });
});
