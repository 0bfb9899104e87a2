import type { Cost } from '../budget/cost.ts';
import { contributionsIn, type Movement, nextYear, type Unpriced } from '../budget/next-year.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { Fraction } from '../fraction/fraction.ts';
import type { MovedFrom } from '../model/moved-from.ts';
import type { ChangeKind, ChangeRow, GrowthKind, Origin, ServiceRow, VersionRow } from '../model/rows.ts';
import { negate } from '../money/ore.ts';
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

/** The new rows and what was done, as they are written. */
type Book = {
  readonly newRow: (source: Source, movedFrom: MovedFrom | null, fields: Fields) => ChangeRow;
  /** A row that moves an amount: the step says the reason, and the row carries it. */
  readonly move: (row: ChangeRow, step: RollMove) => void;
  /** A row that says something is to come. */
  readonly carry: (row: ChangeRow, step: RollStep) => void;
  readonly note: (step: RollStep) => void;
};
type Source = { readonly id: string; readonly version: string; readonly origin?: Origin };
type Fields = Partial<ChangeRow> & { readonly kind: ChangeKind };

/** What one service's next year begins with: a change row for each thing that moves it or is known to come. */
export function rollService(
  rolling: Rolling,
  taken: readonly ChangeRow[],
): { readonly steps: readonly RollStep[]; readonly rows: readonly ChangeRow[] } {
  const { index, base, version, service } = rolling;
  const steps: RollStep[] = [];
  const rows: ChangeRow[] = [];
  const book: Book = {
    newRow: (source, movedFrom, fields) => ({
      ...blank,
      id: freeId([...taken, ...rows], successor(source, service.id, version.id)),
      version: version.id,
      service: service.id,
      ...originOf(source, movedFrom),
      ...fields,
    }),
    move: (row, step) => {
      rows.push({ ...row, reason: row.reason ?? rolling.reason(step) });
      steps.push(step);
    },
    carry: (row, step) => {
      rows.push(row);
      steps.push(step);
    },
    note: (step) => {
      steps.push(step);
    },
  };
  const known = nextYear(index, base, service);
  for (const movement of known.movements) moveOver(rolling, movement, book);
  takeOutContributions(rolling, book);
  for (const one of known.unpriced) carryUnpriced(service, one, book);
  for (const { party, kind, reason, from, amountOre, ...row } of known.proposed) {
    const source = sourceOf('change', row);
    const stated = { ...place(service), party, kind, reason, from, amountOre, source };
    book.note({ ...stated, code: 'roll.decideProposed', did: 'decide' });
  }
  for (const row of known.growth)
    book.note({
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

/** A movement as a row, and as a step for each of the services it touches. */
function moveOver({ index, base, service, prices }: Rolling, movement: Movement, book: Book): void {
  if ('growth' in movement && prices === 'fixed') return;
  const row =
    'growth' in movement
      ? book.newRow(movement.growth, { growth: movement.growth, year: base.year }, rowOf(movement))
      : book.newRow(
          movement.change,
          { change: movement.change, written: movement.written, year: base.year },
          rowOf(movement),
        );
  const step = stepOf(movement, row, service);
  book.move(row, step);
  const other = row.counterpart === null ? undefined : index.service.get(row.counterpart);
  if (other !== undefined && 'counterpart' in step)
    book.note({
      ...step,
      unit: other.unit,
      service: other.id,
      counterpart: service.id,
      amountOre: negate(step.amountOre),
    });
}

/** A buy-in is paid one year only. What it paid of a given total is a cost still, and falls on everybody who takes part. (P19) */
function takeOutContributions({ index, base, service, start }: Rolling, book: Book): void {
  const { lines, insideTotal } = contributionsIn(index, base, service);
  const falls = insideTotal && (index.keysOf.get(service.id) ?? []).length > 0;
  for (const line of lines.filter(({ party }) => start.direct.has(party))) {
    const moved = (goesOut: boolean): readonly [ChangeRow, Moved] => {
      const party = goesOut ? line.party : null;
      const amountOre = goesOut ? negate(line.amountOre) : line.amountOre;
      const row = book.newRow(line, { line, goesOut }, { kind: 'oneOff', party, amountOre });
      const source = sourceOf('line', line);
      return [row, { ...place(service), did: 'moved', party, amountOre, source, row: row.id }];
    };
    const [out, outStep] = moved(true);
    book.move(out, { ...outStep, code: 'roll.contributionOut' });
    if (!falls) continue;
    const [shared, sharedStep] = moved(false);
    book.move(shared, { ...sharedStep, code: 'roll.contributionShared', contributor: line.party });
  }
}

function carryUnpriced(service: ServiceRow, { change, kind }: Unpriced, book: Book): void {
  const { party, from, until, oneOff, counterpart, reason, proposer, status, proposedOre } = change;
  const source = sourceOf('change', change);
  const stated = { ...place(service), party, kind: change.kind, reason, from, source };
  if (kind === 'leaves') book.note({ ...stated, code: 'roll.decideUnpricedOut', did: 'decide' });
  else if (kind === 'inLevel') book.note({ ...stated, code: 'roll.unpricedInLevel', did: 'left' });
  else {
    const same = { party, until, counterpart, reason, proposer };
    const fields: Fields =
      kind === 'restComes'
        ? { ...same, kind: 'fullYear' }
        : { ...same, kind: change.kind, from, oneOff, status, proposedOre };
    const row = book.newRow(change, null, fields);
    book.carry(row, { ...stated, code: 'roll.unpriced', did: 'carried', row: row.id });
  }
}

type Moved = Omit<Extract<RollMove, { readonly code: 'roll.contributionOut' }>, 'code'>;

/** Where a row nobody has written comes from, for the one who asks in the plan. */
const originOf = ({ origin }: Source, movedFrom: MovedFrom | null): { readonly origin?: Origin } =>
  origin === undefined
    ? {}
    : {
        origin: {
          file: origin.file,
          line: origin.line,
          ...(origin.lines === undefined ? {} : { lines: origin.lines }),
          ...(movedFrom === null ? {} : { movedFrom }),
        },
      };

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
