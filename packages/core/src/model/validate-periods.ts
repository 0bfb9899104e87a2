import { overlaps, type Validity } from '../period/day.ts';
import type { ModelProblem } from './model-problem.ts';
import { type AnyRow, pairsWithin, rowPlace } from './row-place.ts';
import type { Model, TableName } from './rows.ts';

const periodTables = [
  'party',
  'participation',
  'agreement',
  'key',
  'change',
  'price',
  'volume',
] as const satisfies readonly TableName[];

/** A period ends after it begins. */
export function reversedPeriods(model: Model): readonly ModelProblem[] {
  return periodTables.flatMap((table) =>
    (model[table] as readonly (AnyRow & Validity)[])
      .filter(({ from, until }) => from !== null && until !== null && from >= until)
      .map(
        (row): ModelProblem => ({
          code: 'period.reversed',
          at: rowPlace(table, row, 'until'),
          period: { from: row.from, until: row.until },
        }),
      ),
  );
}

/** One name and number at a time for a party, and one party at a time for a number. */
export function partyProblems(model: Model): readonly ModelProblem[] {
  const names = pairsWithin(model.party, ({ party }) => party)
    .filter(([a, b]) => overlaps(a, b))
    .map(
      ([a, b]): ModelProblem => ({
        code: 'party.overlap',
        at: rowPlace('party', b, 'from'),
        other: rowPlace('party', a, 'from'),
        party: b.party,
      }),
    );
  const numbers = pairsWithin(model.party, ({ kommunenummer }) => kommunenummer)
    .filter(([a, b]) => a.party !== b.party && overlaps(a, b))
    .map(
      ([a, b]): ModelProblem => ({
        code: 'party.numberTwice',
        at: rowPlace('party', b, 'kommunenummer'),
        other: rowPlace('party', a, 'kommunenummer'),
        kommunenummer: b.kommunenummer ?? '',
      }),
    );
  return [...names, ...numbers];
}

/** Nobody takes part twice at a time. */
export function participationProblems(model: Model): readonly ModelProblem[] {
  return pairsWithin(model.participation, ({ service, party }) => `${service} ${party}`)
    .filter(([a, b]) => overlaps(a, b))
    .map(([a, b]) => ({
      code: 'participation.overlap',
      at: rowPlace('participation', b, 'party'),
      other: rowPlace('participation', a, 'party'),
      service: b.service,
      party: b.party,
    }));
}

/**
 * One key at a time. One that awaits its case stands beside the one it is to replace, and one that became known later stands beside the
 * one it replaced: a budget computed before that day goes on using the earlier.
 */
export function keyOverlaps(model: Model): readonly ModelProblem[] {
  return pairsWithin(model.key, (row) => (row.case === null ? `${row.service} ${row.known}` : null))
    .filter(([a, b]) => overlaps(a, b))
    .map(([a, b]) => ({
      code: 'key.overlap',
      at: rowPlace('key', b, b.from === null ? 'service' : 'from'),
      other: rowPlace('key', a, a.until === null ? 'service' : 'until'),
      service: b.service,
      first: { from: a.from, until: a.until },
      second: { from: b.from, until: b.until },
    }));
}
