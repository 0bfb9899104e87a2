import { compare, one, zeroFraction } from '../fraction/fraction.ts';
import type { ModelProblem } from './model-problem.ts';
import { pairsWithin, rowPlace } from './row-place.ts';
import type { Model } from './rows.ts';

/** A register has one value for a party, a date, a group and a vintage, and none below 0; nor has a volume. */
export function registerProblems(model: Model): readonly ModelProblem[] {
  const twice = pairsWithin(model.registerValue, ({ register, party, date, group, published }) =>
    JSON.stringify([register, party, date, group, published]),
  ).map(
    ([a, b]): ModelProblem => ({
      code: 'register.twice',
      at: rowPlace('registerValue', b, 'value'),
      other: rowPlace('registerValue', a, 'value'),
      register: b.register,
      party: b.party,
      date: b.date,
    }),
  );
  const negative = model.registerValue
    .filter(({ value }) => compare(value, zeroFraction) < 0)
    .map(
      (row): ModelProblem => ({
        code: 'register.negative',
        at: rowPlace('registerValue', row, 'value'),
        value: row.value,
      }),
    );
  const volumes = model.volume
    .filter(({ count }) => compare(count, zeroFraction) < 0)
    .map(
      (row): ModelProblem => ({
        code: 'volume.negative',
        at: rowPlace('volume', row, 'count'),
        value: row.count,
      }),
    );
  return [...twice, ...negative, ...volumes];
}

/** One source for a service's cost in a version: a total, or lines that are shared; and one adopted part for each party. */
export function costProblems(model: Model): readonly ModelProblem[] {
  const place = ({ version, service }: { readonly version: string; readonly service: string }): string =>
    `${version} ${service}`;
  const shared = new Map(
    model.line
      .filter(({ distribution }) => distribution === 'shared')
      .reverse()
      .map((row) => [place(row), row]),
  );
  const both = model.total.flatMap((row): readonly ModelProblem[] => {
    const line = shared.get(place(row));
    if (line === undefined) return [];
    const { service, version } = row;
    return [
      {
        code: 'total.andLines',
        at: rowPlace('total', row, 'amountOre'),
        other: rowPlace('line', line, 'amountOre'),
        service,
        version,
      },
    ];
  });
  const totals = pairsWithin(model.total, place).map(
    ([a, b]): ModelProblem => ({
      code: 'total.twice',
      at: rowPlace('total', b, 'service'),
      other: rowPlace('total', a, 'service'),
      service: b.service,
      version: b.version,
    }),
  );
  const parts = pairsWithin(model.adopted, (row) => `${place(row)} ${row.party}`).map(
    ([a, b]): ModelProblem => ({
      code: 'adopted.twice',
      at: rowPlace('adopted', b, 'party'),
      other: rowPlace('adopted', a, 'party'),
      service: b.service,
      version: b.version,
      party: b.party,
    }),
  );
  return [...both, ...totals, ...parts];
}

/** Only an adopted or amended version has adopted parts. */
export function adoptedProblems(model: Model): readonly ModelProblem[] {
  const statuses = new Map(model.version.map(({ id, status }) => [id, status]));
  return model.adopted.flatMap((row): readonly ModelProblem[] => {
    const status = statuses.get(row.version);
    return status === 'proposal' || status === 'recommended'
      ? [
          {
            code: 'adopted.notAdopted',
            at: rowPlace('adopted', row, 'version'),
            version: row.version,
            status,
          },
        ]
      : [];
  });
}

/** A line that is shared names nobody; a direct, agreed or contributed one names who pays. */
export function lineProblems(model: Model): readonly ModelProblem[] {
  return model.line.flatMap((row): readonly ModelProblem[] => {
    const { distribution, party } = row;
    if (distribution === 'shared')
      return party === null ? [] : [{ code: 'line.partyShared', at: rowPlace('line', row, 'party'), party }];
    return party === null && distribution !== 'memo'
      ? [{ code: 'line.noParty', at: rowPlace('line', row, 'distribution'), distribution }]
      : [];
  });
}

/**
 * The deflator holds wages and prices together, so a service with a deflator has no wage or price growth beside it in the same version:
 * the same kroner would grow twice.
 */
export function growthProblems(model: Model): readonly ModelProblem[] {
  const costs = model.growth.filter(({ kind }) => kind !== 'income');
  return pairsWithin(costs, ({ version, service }) => `${version} ${service}`)
    .filter(([a, b]) => (a.kind === 'deflator') !== (b.kind === 'deflator'))
    .map(([a, b]) => ({
      code: 'growth.sameBase',
      at: rowPlace('growth', b, 'kind'),
      other: rowPlace('growth', a, 'kind'),
      service: b.service,
      version: b.version,
      kind: a.kind === 'deflator' ? b.kind : a.kind,
    }));
}

/** What can be avoided is a share of a part, from 0 to 1, or an amount. */
export function avoidableProblems(model: Model): readonly ModelProblem[] {
  return model.avoidable.flatMap((row): readonly ModelProblem[] => {
    const { share, amountOre } = row;
    if ((share === null) === (amountOre === null))
      return [{ code: 'avoidable.notOne', at: rowPlace('avoidable', row, 'amountOre') }];
    return share !== null && (compare(share, zeroFraction) < 0 || compare(share, one) > 0)
      ? [{ code: 'avoidable.share', at: rowPlace('avoidable', row, 'share'), share }]
      : [];
  });
}

/** Amounts are rounded to a positive number of øre. */
export function roundingProblems(model: Model): readonly ModelProblem[] {
  const cooperation = model.cooperation
    .filter(({ roundingUnitOre }) => roundingUnitOre <= 0n)
    .map(
      (row): ModelProblem => ({
        code: 'rounding.unit',
        at: rowPlace('cooperation', row, 'roundingUnitOre'),
        unit: row.roundingUnitOre,
      }),
    );
  const agreements = model.agreement.flatMap((row): readonly ModelProblem[] =>
    row.roundingUnitOre !== null && row.roundingUnitOre <= 0n
      ? [
          {
            code: 'rounding.unit',
            at: rowPlace('agreement', row, 'roundingUnitOre'),
            unit: row.roundingUnitOre,
          },
        ]
      : [],
  );
  return [...cooperation, ...agreements];
}
