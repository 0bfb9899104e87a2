import { growthEffect } from '../../budget/effects.ts';
import * as exact from '../../fraction/fraction.ts';
import { plain } from '../../key/algebra.ts';
import type { EditOf } from '../../model/edit.ts';
import type { GrowthRow } from '../../model/rows.ts';
import { zero } from '../../money/ore.ts';
import { fail, ok, type Result } from '../../result/result.ts';
import { type EditContext, findService, freeId, knownParty, openVersion } from '../context.ts';
import type { EditProblem } from '../edit-problem.ts';
import { type RowChange, remove, write } from '../row-change.ts';

/** A new amount for what is a party's own: a direct, agreed or contributed line. A part that a key computes cannot be set by hand. */
export function setAmount(
  context: EditContext,
  edit: EditOf<'setAmount'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = knownParty(context, edit.op, edit.party);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const { index } = context;
  const { lines, total } = index.rowsOf(open.version.id, edit.service);
  const own = lines.filter(
    ({ party, distribution }) => party === edit.party && distribution !== 'memo' && distribution !== 'shared',
  );
  const [line, ...more] = own;
  if (line !== undefined)
    return ok([
      write('line', line, { ...line, amountOre: edit.amountOre }),
      ...more.map((row) => remove('line', row)),
    ]);
  const isMember = (index.participationOf.get(edit.service) ?? []).some(({ party }) => party === edit.party);
  if (!isMember)
    return fail({
      code: 'edit.notMember',
      op: edit.op,
      service: edit.service,
      party: edit.party,
      from: null,
    });
  const hasKey = (index.keysOf.get(edit.service) ?? []).length > 0;
  if (hasKey || total !== null)
    return fail({ code: 'edit.sharedByKey', op: edit.op, service: edit.service, party: edit.party });
  const id = freeId(index.model.line, `${edit.service}/${open.version.id}/${edit.party}`);
  const { id: version } = open.version;
  return ok([
    write('line', null, {
      id,
      version,
      service: edit.service,
      distribution: 'direct',
      party: edit.party,
      amountOre: edit.amountOre,
      label: null,
      funksjon: null,
      art: null,
      ansvar: null,
      sensitive: false,
      note: null,
    }),
  ]);
}

/** How many of a measure a party has. Without a price a number moves no money, so it is refused with what is missing. (R11) */
export function setVolume(
  context: EditContext,
  edit: EditOf<'setVolume'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = knownParty(context, edit.op, edit.party);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const { index } = context;
  const measures = [...new Set((index.pricesOf.get(edit.service) ?? []).map(({ measure }) => measure))];
  const measure = edit.measure ?? (measures.length === 1 ? (measures[0] ?? null) : null);
  if (measure === null || !measures.includes(measure))
    return fail({
      code: 'edit.noPrice',
      op: edit.op,
      service: edit.service,
      measure: edit.measure,
      measures,
    });
  const rows = index
    .rowsOf(open.version.id, edit.service)
    .volumes.filter((row) => row.party === edit.party && row.measure === measure);
  const [row, ...more] = rows;
  if (row !== undefined)
    return ok([
      write('volume', row, { ...row, from: null, until: null, count: edit.count }),
      ...more.map((other) => remove('volume', other)),
    ]);
  const id = freeId(index.model.volume, `${edit.service}/${open.version.id}/${edit.party}/${measure}`);
  return ok([
    write('volume', null, {
      id,
      version: open.version.id,
      service: edit.service,
      party: edit.party,
      measure,
      from: null,
      until: null,
      count: edit.count,
      sensitive: false,
      note: null,
    }),
  ]);
}

/** A change on top of what the version has. */
export function addChange(
  context: EditContext,
  edit: EditOf<'addChange'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = edit.party === null ? null : knownParty(context, edit.op, edit.party);
  const counterpart = edit.counterpart === null ? null : findService(context, edit.op, edit.counterpart);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  if (counterpart !== null && 'problem' in counterpart) return fail(counterpart.problem);
  const { op, ...stated } = edit;
  const id = freeId(context.index.model.change, `${edit.service}/${open.version.id}/${edit.kind}`);
  return ok([
    write('change', null, {
      id,
      version: open.version.id,
      ...stated,
      proposer: null,
      status: 'accepted',
      proposedOre: null,
      includedOre: zero,
      note: null,
    }),
  ]);
}

/** Takes a change away. One that a given total had in it takes its amount out of the total with it. */
export function removeChange(
  context: EditContext,
  edit: EditOf<'removeChange'>,
): Result<readonly RowChange[], EditProblem> {
  const row = context.index.model.change.find(({ id }) => id === edit.id);
  if (row === undefined) return fail({ code: 'edit.unknownChange', op: edit.op, id: edit.id });
  const open = openVersion(context, edit.op);
  if ('problem' in open) return fail(open.problem);
  if (row.includedOre === 0n) return ok([remove('change', row)]);
  return ok([
    write('change', row, { ...row, status: 'rejected', includedOre: row.includedOre ?? row.amountOre }),
  ]);
}

/** Growth beside what is there. */
export function addGrowth(
  context: EditContext,
  edit: EditOf<'setGrowth'>,
): Result<readonly RowChange[], EditProblem> {
  const ready = growthReady(context, edit);
  if (!ready.ok) return ready;
  if (edit.baseOre === null)
    return fail({ code: 'edit.noGrowthBase', op: edit.op, service: edit.service, kind: edit.kind });
  return ok([newGrowth(context, edit, ready.value)]);
}

/**
 * Another rate or date for growth that is there. When the amounts given for the version have the old growth in them, what is added is
 * the difference between the new effect and the old one on the same base.
 */
export function setGrowth(
  context: EditContext,
  edit: EditOf<'setGrowth'>,
): Result<readonly RowChange[], EditProblem> {
  const ready = growthReady(context, edit);
  if (!ready.ok) return ready;
  const row = context.index.rowsOf(ready.value, edit.service).growth.find(({ kind }) => kind === edit.kind);
  const baseOre = edit.baseOre ?? row?.baseOre ?? null;
  if (baseOre === null)
    return fail({ code: 'edit.noGrowthBase', op: edit.op, service: edit.service, kind: edit.kind });
  if (row === undefined) return ok([newGrowth(context, { ...edit, baseOre }, ready.value)]);
  const old = growthEffect({ ...row, baseOre: row.baseOre ?? baseOre }, context.year, plain);
  const includedOre = row.includedOre ?? (old === null ? zero : exact.roundToOre(old));
  return ok([
    write('growth', row, { ...row, ratePercent: edit.ratePercent, from: edit.from, baseOre, includedOre }),
  ]);
}

/** The version to write in, when nothing stands against growth of this kind. A deflator has wages and prices in it already. */
function growthReady(context: EditContext, edit: EditOf<'setGrowth'>): Result<string, EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  const clash = (a: GrowthRow['kind'], b: GrowthRow['kind']): boolean =>
    a === 'deflator' && (b === 'wage' || b === 'price');
  const other = context.index
    .rowsOf(open.version.id, edit.service)
    .growth.find(({ kind }) => clash(kind, edit.kind) || clash(edit.kind, kind));
  if (other !== undefined)
    return fail({
      code: 'edit.growthOnSameBase',
      op: edit.op,
      service: edit.service,
      kind: edit.kind,
      other: other.kind,
    });
  return ok(open.version.id);
}

function newGrowth({ index }: EditContext, edit: EditOf<'setGrowth'>, version: string): RowChange {
  const id = freeId(index.model.growth, `${edit.service}/${version}/${edit.kind}`);
  const { service, kind, ratePercent, from, baseOre } = edit;
  return write('growth', null, {
    id,
    version,
    service,
    kind,
    ratePercent,
    from,
    baseOre,
    includedOre: zero,
    published: null,
    note: null,
  });
}
