import type { ExternalPayment, Key, RegisterReading } from '../../key/grammar.ts';
import type { EditOf } from '../../model/edit.ts';
import type { KeyRow } from '../../model/rows.ts';
import { firstDayOf, overlaps } from '../../period/day.ts';
import { fail, ok, type Result } from '../../result/result.ts';
import { type EditContext, findService, freeId, knownParty, openVersion } from '../context.ts';
import type { EditProblem } from '../edit-problem.ts';
import { type RowChange, remove, write } from '../row-change.ts';

/** A new key from a day on. What was in force before ends there; what would have begun later is taken away. */
export function setKey(
  context: EditContext,
  edit: EditOf<'setKey'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  const { model, keysOf } = context.index;
  const changes: RowChange[] = [];
  for (const row of keysOf.get(edit.service) ?? []) {
    if (row.until !== null && row.until <= edit.from) continue;
    changes.push(
      row.from !== null && row.from >= edit.from
        ? remove('key', row)
        : write('key', row, { ...row, until: edit.from }),
    );
  }
  const id = freeId(model.key, `${edit.service}/${edit.from}`);
  changes.push(
    write('key', null, {
      id,
      service: edit.service,
      from: edit.from,
      until: null,
      known: null,
      case: null,
      key: edit.key,
      costBase: [],
      basis: 'assumed',
      paragraph: null,
      note: null,
    }),
  );
  return ok(changes);
}

/** The keys of a service that count on some day of the context's year. */
const keysInYear = ({ index, year }: EditContext, service: string): readonly KeyRow[] =>
  (index.keysOf.get(service) ?? []).filter((row) =>
    overlaps(row, { from: firstDayOf(year), until: firstDayOf(year + 1) }),
  );

/** Another date for a register the service's key reads. */
export function setRegisterDate(
  context: EditContext,
  edit: EditOf<'setRegisterDate'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  const keys = keysInYear(context, edit.service);
  const used = new Set<string>();
  const changes = keys.flatMap((row) => {
    let hit = false;
    const key = withReadings(row.key, (reading) => {
      used.add(reading.register);
      if (reading.register !== edit.register) return reading;
      hit = true;
      return { ...reading, date: edit.date };
    });
    return hit ? [write('key', row, { ...row, key })] : [];
  });
  return changes.length > 0
    ? ok(changes)
    : fail({
        code: 'edit.keyNotUsed',
        op: edit.op,
        service: edit.service,
        register: edit.register,
        used: [...used],
      });
}

/** Somebody outside pays first: a new amount or share for a funder the key has, or a new funder in front of it. */
export function setExternal(
  context: EditContext,
  edit: EditOf<'setExternal'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = knownParty(context, edit.op, edit.funder);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const keys = keysInYear(context, edit.service);
  if (keys.length === 0) return fail({ code: 'edit.noKey', op: edit.op, service: edit.service });
  return ok(
    keys.map((row) => write('key', row, { ...row, key: withFunder(row.key, edit.funder, edit.pays) })),
  );
}

function withFunder(key: Key, funder: string, pays: ExternalPayment): Key {
  if (key.form === 'external' && key.funder === funder) return { ...key, pays };
  if (key.form === 'external') return { ...key, rest: withFunder(key.rest, funder, pays) };
  return { form: 'external', funder, pays, ceilingOre: null, rest: key };
}

/** The key with every reading of a register changed. */
export function withReadings(key: Key, change: (reading: RegisterReading) => RegisterReading): Key {
  const inside = (inner: Key): Key => withReadings(inner, change);
  switch (key.form) {
    case 'by':
    case 'bands':
    case 'tariff':
      return { ...key, reading: change(key.reading) };
    case 'threshold':
      return { ...key, below: inside(key.below), above: inside(key.above) };
    case 'cap':
    case 'floor':
      return { ...key, of: inside(key.of) };
    case 'phaseIn':
      return { ...key, from: inside(key.from), to: inside(key.to) };
    case 'external':
      return {
        ...key,
        pays: 'reading' in key.pays ? { ...key.pays, reading: change(key.pays.reading) } : key.pays,
        rest: inside(key.rest),
      };
    case 'parts':
      return { ...key, parts: key.parts.map((part) => ({ ...part, key: inside(part.key) })) };
    case 'equal':
    case 'agreed':
    case 'usage':
    case 'direct':
      return key;
  }
}
