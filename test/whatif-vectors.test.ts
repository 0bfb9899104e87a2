import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEdits } from '@samstyr/contract/edits';
import { parseKey } from '@samstyr/core/key/parse-key';
import { whatIf } from '@samstyr/core/scenario/whatif';
import { describe, expect, it } from 'vitest';
import { type Vector, vectorModel } from './vector-model.ts';

const own = join(import.meta.dirname, 'vectors', 'whatif.json');
const shared = join(import.meta.dirname, '..', '..', 'shared', 'facts', 'whatif-vectors.json');
const casesIn = (file: string): readonly Vector[] => JSON.parse(readFileSync(file, 'utf8')).cases;

const names = { resolveParty: (text: string) => text, hasRegister: () => true, parties: [] };

/** What the product answers to a vector's question, in the vector's own form. */
function answer(vector: Vector) {
  const key = parseKey(vector.base.key ?? vector.base.restKey, names);
  if (!key.ok) throw new Error(JSON.stringify(key.problems));
  const edits = parseEdits({ edits: vector.edits }, names);
  if (!edits.ok) throw new Error(JSON.stringify(edits.problems));
  const result = whatIf(vectorModel(vector, key.value), edits.value, {
    year: vector.base.year,
    rounding: 'ore',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

for (const file of [own, shared].filter(existsSync)) {
  describe(`what-if vectors of ${file === own ? 'the project' : 'the shared facts'}`, () => {
    for (const vector of casesIn(file)) {
      const result = answer(vector);
      it(`${vector.id}: every party's before, after and difference, to the øre`, () => {
        const rows = vector.expected.rows.map(({ party }) => {
          const row = result.rows.find((one) => one.service === vector.service && one.party === party);
          return {
            party,
            beforeOre: `${row?.beforeOre}`,
            afterOre: `${row?.afterOre}`,
            differenceOre: `${row?.differenceOre}`,
          };
        });
        expect(rows).toEqual(
          vector.expected.rows.map(({ party, beforeOre, afterOre, differenceOre }) => ({
            party,
            beforeOre,
            afterOre,
            differenceOre,
          })),
        );
      });
      it(`${vector.id}: the cost is what it was`, () => {
        const sums = result.rows.filter(({ service, party }) => service === vector.service && party === null);
        expect(sums.map(({ differenceOre }) => differenceOre)).toEqual([0n]);
      });
      if (vector.expected.unavoidableOre !== undefined)
        it(`${vector.id}: what remains of the leaver's part`, () => {
          expect(result.unavoidable.map(({ amountOre }) => `${amountOre}`)).toEqual([
            vector.expected.unavoidableOre,
          ]);
        });
      if (vector.expected.segments !== undefined)
        it(`${vector.id}: the parts of a difference lie in the year's segments and sum to it`, () => {
          const row = result.rows.find((one) => one.service === vector.service && one.party !== null);
          expect(row?.parts.map(({ from, until }) => ({ from, until }))).toEqual(
            vector.expected.segments?.map(({ from, until }) => ({ from, until })),
          );
          for (const one of result.rows.filter(({ parts }) => parts.length > 0))
            expect(one.parts.reduce((sum, part) => sum + part.differenceOre, 0n)).toBe(one.differenceOre);
        });
    }
  });
}
