import type { Cost } from '../budget/cost.ts';
import { contributionsIn, type Movement, nextYear } from '../budget/next-year.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { Fraction } from '../fraction/fraction.ts';
import type { ChangeKind, ChangeRow, GrowthKind, Origin, ServiceRow, VersionRow } from '../model/rows.ts';
import { negate, type Ore } from '../money/ore.ts';
import { freeId } from './context.ts';
import type { RollMove, RollSource, RollStep } from './roll-step.ts';

type Rolling = {
  readonly index: IndexedModel;
  readonly base: VersionRow;
  readonly version: VersionRow;
  readonly service: ServiceRow;
  /** What the service starts from in the new version. */
  readonly start: Cost<Fraction>;
  readonly prices: 'fixed' | 'current';
  readonly reason: (step: RollMove) => string | null;
};

type Source = { readonly id: string; readonly version: string; readonly origin?: Origin };

/** What one service's next year begins with: a change row for each thing that moves it or is known to come. */
export function rollService(
  rolling: Rolling,
  taken: readonly ChangeRow[],
): { readonly steps: readonly RollStep[]; readonly rows: readonly ChangeRow[] } {
  const { index, base, version, service, prices } = rolling;
  const known = nextYear(index, base, service);
  const steps: RollStep[] = [];
  const rows: ChangeRow[] = [];
  const newRow = (source: Source, fields: Partial<ChangeRow> & { readonly kind: ChangeKind }): ChangeRow => ({
    ...blank,
    id: freeId([...taken, ...rows], successor(source, service.id, version.id)),
    version: version.id,
    service: service.id,
    ...(source.origin === undefined ? {} : { origin: source.origin }),
    ...fields,
  });
  /** The step says the reason, and the row carries it. */
  const moved = (row: ChangeRow, step: RollMove): void => {
    rows.push({ ...row, reason: row.reason ?? rolling.reason(step) });
    steps.push(step);
  };

  for (const movement of known.movements) {
    if ('growth' in movement && prices === 'fixed') continue;
    const row = newRow('growth' in movement ? movement.growth : movement.change, rowOf(movement));
    const step = stepOf(movement, row, service);
    moved(row, step);
    const other = row.counterpart === null ? undefined : index.service.get(row.counterpart);
    if (other !== undefined && 'counterpart' in step)
      steps.push({
        ...step,
        unit: other.unit,
        service: other.id,
        counterpart: service.id,
        amountOre: negate(step.amountOre),
      });
  }
  const contributions = contributionsIn(index, base, service);
  for (const line of contributions.lines.filter(({ party }) => rolling.start.direct.has(party))) {
    const move = (party: string | null, amountOre: Ore): readonly [ChangeRow, Moved] => {
      const row = newRow({ ...line, version: base.id }, { kind: 'oneOff', party, amountOre });
      return [
        row,
        { ...place(service), did: 'moved', party, amountOre, source: sourceOf('line', line), row: row.id },
      ];
    };
    const [out, outStep] = move(line.party, negate(line.amountOre));
    moved(out, { ...outStep, code: 'roll.contributionOut' });
    if (!contributions.insideTotal || (index.keysOf.get(service.id) ?? []).length === 0) continue;
    const [shared, sharedStep] = move(null, line.amountOre);
    moved(shared, { ...sharedStep, code: 'roll.contributionShared', contributor: line.party });
  }
  for (const { change, kind } of known.unpriced) {
    const { party, from, reason } = change;
    const stated = {
      ...place(service),
      party,
      kind: change.kind,
      reason,
      from,
      source: sourceOf('change', change),
    };
    if (kind === 'leaves') steps.push({ ...stated, code: 'roll.decideUnpricedOut', did: 'decide' });
    else if (kind === 'inLevel') steps.push({ ...stated, code: 'roll.unpricedInLevel', did: 'left' });
    else {
      const { until, oneOff, counterpart, proposer, status, proposedOre } = change;
      const row = newRow(
        change,
        kind === 'restComes'
          ? { kind: 'fullYear', party, until, counterpart, reason, proposer }
          : {
              kind: change.kind,
              party,
              from,
              until,
              oneOff,
              counterpart,
              reason,
              proposer,
              status,
              proposedOre,
            },
      );
      rows.push(row);
      steps.push({ ...stated, code: 'roll.unpriced', did: 'carried', row: row.id });
    }
  }
  for (const change of known.proposed) {
    const { party, kind, reason, from, amountOre } = change;
    const source = sourceOf('change', change);
    steps.push({
      ...place(service),
      code: 'roll.decideProposed',
      did: 'decide',
      party,
      kind,
      reason,
      from,
      amountOre,
      source,
    });
  }
  for (const row of known.growth)
    steps.push({
      ...place(service),
      code: 'roll.decideGrowth',
      did: 'decide',
      growth: row.kind,
      ratePercent: row.ratePercent,
      from: row.from,
      priced: row.baseOre !== null,
      year: version.year,
      source: sourceOf('growth', row),
    });
  return { steps, rows };
}

type Moved = Omit<Extract<RollMove, { readonly code: 'roll.contributionOut' }>, 'code'>;

const blank = {
  party: null,
  amountOre: null,
  from: null,
  until: null,
  oneOff: false,
  counterpart: null,
  reason: null,
  proposer: null,
  status: 'accepted',
  proposedOre: null,
  includedOre: null,
  note: null,
} as const;

const place = ({ unit, id }: ServiceRow): { readonly unit: string; readonly service: string } => ({
  unit,
  service: id,
});

const sourceOf = (
  table: RollSource['table'],
  { id, origin }: { readonly id: string; readonly origin?: Origin },
): RollSource => ({ table, id, origin: origin ?? null });

/** The id of a row that carries another on: the same name in the new version. */
function successor({ id, version }: Source, service: string, next: string): string {
  const own = `${service}/${version}/`;
  const name = id.startsWith(own) ? id.slice(own.length) : (id.split('/').at(-1) ?? id);
  return `${service}/${next}/${name.replaceAll('/', '-')}`;
}

const growthChange: { readonly [K in GrowthKind]: ChangeKind } = {
  wage: 'wage',
  price: 'price',
  deflator: 'deflator',
  income: 'price',
};

/**
 * The row that says a movement. It counts from 1 January on and stays: what ends or is one-off is still said by the row it comes from, and
 * the year it ends is rolled from that.
 */
function rowOf(movement: Movement): Partial<ChangeRow> & { readonly kind: ChangeKind } {
  const { amountOre } = movement;
  if ('growth' in movement)
    return {
      kind: movement.kind === 'carryOver' ? 'fullYear' : growthChange[movement.growth.kind],
      amountOre,
    };
  const { party, counterpart, reason, proposer, kind } = movement.change;
  const stated = { party, counterpart, reason, proposer, amountOre };
  switch (movement.kind) {
    case 'fullYear':
    case 'ends':
      return { ...stated, kind: 'fullYear' };
    case 'oneOffIn':
    case 'oneOffOut':
      return { ...stated, kind: 'oneOff' };
    case 'starts':
      return { ...stated, kind };
  }
}

const changeCodes = {
  fullYear: 'roll.fullYear',
  starts: 'roll.starts',
  ends: 'roll.ends',
  oneOffOut: 'roll.oneOffOut',
  oneOffIn: 'roll.oneOffIn',
} as const;
const growthCodes = { carryOver: 'roll.carryOver', growthStarts: 'roll.growthStarts' } as const;

function stepOf(movement: Movement, row: ChangeRow, service: ServiceRow): RollMove {
  const { amountOre } = movement;
  const common = { ...place(service), did: 'moved', party: row.party, amountOre, row: row.id } as const;
  if ('growth' in movement) {
    const { growth, kind } = movement;
    return {
      ...common,
      code: growthCodes[kind],
      source: sourceOf('growth', growth),
      growth: growth.kind,
      ratePercent: growth.ratePercent,
      from: growth.from,
    };
  }
  const { change, kind } = movement;
  return {
    ...common,
    code: changeCodes[kind],
    source: sourceOf('change', change),
    reason: change.reason,
    counterpart: change.counterpart,
    from: change.from,
    until: change.until,
  };
}
