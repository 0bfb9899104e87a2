import type { EditOf } from '../../model/edit.ts';
import { fail, ok, type Result } from '../../result/result.ts';
import { type EditContext, findService, freeId, knownParty, openVersion } from '../context.ts';
import type { EditProblem } from '../edit-problem.ts';
import { type RowChange, write } from '../row-change.ts';

/** Another value in a register. The newest vintage of the value is the one that changes. */
export function setRegisterValue(
  context: EditContext,
  edit: EditOf<'setRegisterValue'>,
): Result<readonly RowChange[], EditProblem> {
  const { model } = context.index;
  const unknown = knownParty(context, edit.op, edit.party);
  if (unknown !== null) return fail(unknown);
  if (!model.register.some(({ id }) => id === edit.register))
    return fail({
      code: 'edit.unknownRegister',
      op: edit.op,
      register: edit.register,
      known: model.register.map(({ id }) => id),
    });
  const rows = model.registerValue.filter(
    ({ register, party, date, group }) =>
      register === edit.register && party === edit.party && date === edit.date && group === edit.group,
  );
  const newest = rows.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1))[0];
  if (newest !== undefined)
    return ok([write('registerValue', newest, { ...newest, value: edit.value, basis: 'assumed' })]);
  const id = freeId(
    model.registerValue,
    [edit.register, edit.date, edit.party, ...(edit.group === null ? [] : [edit.group])].join('/'),
  );
  const { register, party, date, group, value } = edit;
  return ok([
    write('registerValue', null, {
      id,
      register,
      party,
      date,
      group,
      value,
      basis: 'assumed',
      source: null,
      published: null,
      note: null,
    }),
  ]);
}

/** What a leaver's exit saves. */
export function setAvoidable(
  context: EditContext,
  edit: EditOf<'setAvoidable'>,
): Result<readonly RowChange[], EditProblem> {
  const found = findService(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = edit.party === null ? null : knownParty(context, edit.op, edit.party);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const { model } = context.index;
  const row =
    model.avoidable.find(({ service, party }) => service === edit.service && party === edit.party) ?? null;
  const id =
    row?.id ??
    freeId(model.avoidable, [edit.service, ...(edit.party === null ? [] : [edit.party])].join('/'));
  const share = 'share' in edit.saves ? edit.saves.share : null;
  const amountOre = 'amountOre' in edit.saves ? edit.saves.amountOre : null;
  return ok([
    write('avoidable', row, {
      id,
      service: edit.service,
      party: edit.party,
      share,
      amountOre,
      from: edit.from,
      note: row?.note ?? null,
    }),
  ]);
}

/** What a council decided. A key waits for its case: when the last council has adopted, it is in force. (P08) */
export function recordDecision(
  context: EditContext,
  edit: EditOf<'recordDecision'>,
): Result<readonly RowChange[], EditProblem> {
  const { model } = context.index;
  const found = model.case.find(({ id }) => id === edit.case);
  if (found === undefined)
    return fail({
      code: 'edit.unknownCase',
      op: edit.op,
      case: edit.case,
      known: model.case.map(({ id }) => id),
    });
  if (!found.councils.includes(edit.party))
    return fail({
      code: 'edit.notCouncil',
      op: edit.op,
      case: edit.case,
      party: edit.party,
      councils: found.councils,
    });
  const row = model.decision.findLast((one) => one.case === edit.case && one.party === edit.party) ?? null;
  const id = row?.id ?? freeId(model.decision, `${edit.case}/${edit.party}`);
  const { party, date, result, wording, amountOre } = edit;
  return ok([
    write('decision', row, {
      id,
      case: edit.case,
      party,
      date,
      result,
      wording,
      amountOre,
      caseNumber: row?.caseNumber ?? null,
      note: row?.note ?? null,
    }),
  ]);
}
