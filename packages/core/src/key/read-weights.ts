import { fraction } from '../fraction/fraction.ts';
import type { RegisterValueRow } from '../model/rows.ts';
import type { DatedReading } from '../register/reading.ts';
import type { Work } from './divide-work.ts';

function average<N>(work: Work<N>, party: string, rows: readonly RegisterValueRow[]): N {
  const { algebra } = work;
  const years = rows.map((row) =>
    algebra.given(row.value, 'key.registerValue', party, { table: 'registerValue', row, field: 'value' }),
  );
  const [only] = years;
  if (only !== undefined && years.length === 1) return only;
  const sum = algebra.sum(years, 'key.registerYears', party);
  const days = rows.map(({ date }) => date).join(' ');
  const count = algebra.fact(fraction(BigInt(years.length)), 'key.years', party, days);
  return algebra.quotient(sum, count, 'key.registerAverage', party);
}

/** The register value of every member, each standing in its row; an average is of register values. Null: a problem, told in the work. */
export function readWeights<N>(work: Work<N>, reading: DatedReading): readonly N[] | null {
  const { algebra, context, members, problems, provisional } = work;
  const { register, group } = reading;
  if (members.length === 0) {
    problems.push({ code: 'key.noMembers', key: context.keyRow.id, year: context.year });
    return null;
  }
  const read = context.register(reading, members);
  if (!read.ok) {
    problems.push(...read.problems);
    return null;
  }
  const { rows, wanted, used } = read.value;
  if (read.value.provisional) provisional.push({ register, group, wanted, used });
  const before = problems.length;
  const weights = members.map((party, at) => {
    const weight = average(work, party, rows[at] ?? []);
    const value = algebra.value(weight);
    if (value.n < 0n) {
      const { keyRow, year } = context;
      problems.push({ code: 'key.negativeValue', key: keyRow.id, year, register, party, value });
    }
    return weight;
  });
  return problems.length > before ? null : weights;
}
