import { rowName } from '@samstyr/contract/command/envelope';
import type { StaleProblem } from '@samstyr/contract/command/problems';
import type { JsonRow } from '@samstyr/contract/tables/row-json';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import { tableNames } from '@samstyr/contract/tables/tables';
import { rollStepTexts } from '@samstyr/contract/texts/roll';
import { tell } from '@samstyr/contract/texts/tell';
import { lockedVersions } from '@samstyr/core/command/lock';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import { toBase64 } from '@samstyr/core/model/base64';
import { fail, invariant, ok, type Result } from '@samstyr/core/result/result';
import { roll } from '@samstyr/core/scenario/roll';
import { type Grant, namesOf, remember } from '../../access/access.ts';
import { mayWrite, unitOf } from '../../access/sight.ts';
import { historyOf } from '../../audit/history.ts';
import { exportFolder } from '../../store/folder.ts';
import { type Answer, runCommand } from '../../store/run-command.ts';
import { deskRows, openCooperation } from '../../store/store.ts';
import type { Handlers, Membership, Services } from '../context.ts';
import type { AnyApiProblem } from '../problem-document.ts';
import { deliveredIn, deliveredRow } from '../round-state.ts';
import { see, seenRows } from './opened.ts';

type Changed = {
  revision: number;
  head: string;
  rows: { table: string; id: string; version: number | null }[];
};

/** A command by somebody: done if every row it would write is one of theirs to write. */
export async function command(
  {
    services,
    member,
    person,
    key,
  }: {
    readonly services: Services;
    readonly member: Membership;
    readonly person: { readonly user: string };
    readonly key: string;
  },
  body: unknown,
): Promise<Result<Changed, AnyApiProblem>> {
  const delivered = member.grants.some(({ role }) => role === 'controller')
    ? new Set<string>()
    : deliveredIn(await deskRows(services.store, member.cooperation, 'comment'));
  const done = await runCommand<AnyApiProblem>(services.store, {
    cooperation: member.cooperation,
    who: person.user,
    body,
    key: key === '' ? null : key,
    refuses: (changes, { index }) =>
      changes.flatMap((change): readonly AnyApiProblem[] => {
        if (!mayWrite(index, member.grants, person.user, change))
          return [{ code: 'access.notOwnRow', table: change.table, id: change.id }];
        const lock = deliveredRow(index, delivered, change);
        return lock === null ? [] : [{ code: 'access.delivered', ...lock }];
      }),
  });
  if (done.ok) return ok(changedJson(done.value));
  const opened = await openCooperation(services.store, member.cooperation);
  invariant(opened !== null, 'a cooperation that somebody has a role in is there');
  const [first, ...rest] = done.problems;
  const told = (problem: AnyApiProblem): AnyApiProblem =>
    tellsOfOthers(problem, (change) => mayWrite(opened.index, member.grants, person.user, change))
      ? { code: 'access.notOwnRow', table: problem.table, id: problem.id }
      : problem;
  return fail(told(first), ...rest.map(told));
}

type OfRow = Extract<
  AnyApiProblem,
  { readonly code: 'command.stale' | 'command.expectMissing' | 'command.unknownRow' }
>;

/** Whether a refusal says something of a row its sender could not have written anyway: what it holds, or that it is there. (S-ALT-05) */
function tellsOfOthers(
  problem: AnyApiProblem,
  may: (change: Pick<StaleProblem, 'table'> & { before: JsonRow | null; after: JsonRow | null }) => boolean,
): problem is OfRow {
  const { code } = problem;
  if (code !== 'command.stale' && code !== 'command.expectMissing' && code !== 'command.unknownRow')
    return false;
  const { theirs: before, base: after } =
    problem.code === 'command.stale' ? problem : { theirs: null, base: null };
  return !may({ table: problem.table, before, after });
}

const changedJson = ({ revision, head, rows }: Answer): Changed => ({
  revision,
  head,
  rows: rows.map(({ table, id, version, row }) => ({ table, id, version: row === null ? null : version })),
});

const grantJson = ({ cooperationName, role, units, party }: Grant) => ({
  cooperation: cooperationName,
  role,
  units: [...units],
  party,
});

async function summaryOf(services: Services, { cooperation, name, grants }: Membership) {
  const opened = await openCooperation(services.store, cooperation);
  invariant(opened !== null, 'a cooperation that somebody has a role in is there');
  const { model } = opened.index;
  return {
    id: name,
    name: model.cooperation[0]?.name ?? name,
    revision: opened.revision,
    years: [...new Set(model.version.map(({ year }) => year))].sort(),
    grants: grants.map(grantJson),
  };
}

type Names =
  | 'cooperations.list'
  | 'cooperation.get'
  | 'tables.get'
  | 'commands.run'
  | 'history.get'
  | 'versions.list'
  | 'version.adopt'
  | 'alternative.adopt'
  | 'roll.run'
  | 'export.get'
  | 'comments.list'
  | 'comment.add'
  | 'comment.resolve'
  | 'tasks.list'
  | 'task.add'
  | 'task.done';

export const workHandlers: Handlers<Names> = {
  'cooperations.list': async ({ services, person }) => {
    const names = [...new Set(person.grants.map(({ cooperationName }) => cooperationName))];
    const cooperations = [];
    for (const name of names) {
      const grants = person.grants.filter((grant) => grant.cooperationName === name);
      cooperations.push(
        await summaryOf(services, { cooperation: grants[0]?.cooperation ?? '', name, grants }),
      );
    }
    return ok({ cooperations });
  },
  'cooperation.get': async ({ services, member }) => ok(await summaryOf(services, member)),
  'tables.get': async (context) => {
    const seen = await see(context);
    const { model, withheld } = seenRows(seen);
    const tables = Object.fromEntries(
      tableNames.map((table) => [
        table,
        model[table].map((row) => ({
          version: seen.stands.get(rowName(table, row.id))?.version ?? 1,
          row: rowToJson(table, row as never),
        })),
      ]),
    );
    // That something is saved beside the budget is told to nobody who may not see it, nor to who reads of grants alone what else there is.
    const named = seen.sight.isForFunding ? [] : withheld.filter((name) => !name.startsWith('alternative:'));
    return ok({ revision: seen.revision, tables, withheld: named }) as never;
  },
  'commands.run': (context) => command(context, context.body),
  'history.get': async (context) => {
    const { table, row } = context.params;
    const seen = await see(context);
    const entries = await historyOf(context.services.store.database.serving, seen.cooperation, {
      table,
      id: row,
      field: context.query.field ?? null,
    });
    const isOwn = (side: JsonRow | null): boolean =>
      side === null || seen.sight.ownUnits.has(unitOf(seen.index, table, side) ?? '');
    const isTheirs =
      seen.sight.seesAll ||
      (entries.length > 0 && entries.every(({ before, after }) => isOwn(before) && isOwn(after)));
    // A row that somebody else works with, and one that never was, are answered alike.
    if (!isTheirs || entries.length === 0) return fail({ code: 'api.notFound' });
    return ok({
      entries: entries.map(({ revision, at, who, name, op, before, after }) => ({
        revision,
        at,
        who,
        name,
        op,
        before,
        after,
      })),
    }) as never;
  },
  'versions.list': async (context) => {
    const { index } = await see(context);
    const locked = lockedVersions(index);
    return ok({
      versions: index.model.version.map(({ id, year, status, base, asOf }) => ({
        id,
        year,
        status,
        base,
        asOf,
        isLocked: locked.has(id),
        isCurrent: currentVersion(index, year)?.id === id,
      })),
    });
  },
  'version.adopt': (context) =>
    command(context, {
      op: 'adoptVersion',
      args: { version: context.params.version },
      ...(context.body.expect === undefined ? {} : { expect: context.body.expect }),
    }),
  'alternative.adopt': (context) =>
    command(context, {
      op: 'adoptAlternative',
      args: { alternative: context.params.alternative },
      ...(context.body.expect === undefined ? {} : { expect: context.body.expect }),
    }),
  'roll.run': async (context) => {
    const { index } = await see(context);
    const result = roll(index.model, {
      to: context.body.to,
      asOf: null,
      version: null,
      prices: 'current',
      reason: (step) => tell(rollStepTexts, context.language, step),
    });
    if (!result.ok) return result;
    const commands = result.value.changes.flatMap(({ table, after }) =>
      after === null ? [] : [{ op: 'putRow', args: { table, row: rowToJson(table, after as never) } }],
    );
    return command(context, { op: 'batch', args: { commands } });
  },
  'export.get': async ({ services, member, person }) => {
    const files = await exportFolder(services.store, member.cooperation);
    await remember(services.access, 'exported', { cooperation: member.cooperation, user: person.user });
    return ok({
      files: [...(files ?? [])].map(([path, content]) =>
        typeof content === 'string'
          ? { path, text: content, base64: null }
          : { path, text: null, base64: toBase64(content) },
      ),
    });
  },
  'comments.list': async (context) => {
    const seen = await see(context);
    const rows = await deskRows(context.services.store, seen.cooperation, 'comment');
    const names = await namesOf(
      context.services.access,
      rows.map(({ row }) => `${row['author']}`),
    );
    const isAdministrator = context.member.grants.some(({ role }) => role === 'administrator');
    return ok({
      comments: rows
        .map(({ version, row }) => ({ version, row, name: names.get(`${row['author']}`) ?? null }))
        .filter(
          ({ row }) =>
            (seen.sight.seesAll ||
              isAdministrator ||
              row['author'] === context.person.user ||
              seen.sight.ownUnits.has(`${row['unit']}`)) &&
            (context.query.unit === undefined || row['unit'] === context.query.unit),
        ),
    }) as never;
  },
  'comment.add': (context) => command(context, { op: 'addComment', args: context.body }),
  'comment.resolve': (context) => {
    const { resolved, version } = context.body;
    const { comment: id } = context.params;
    return command(context, {
      op: 'resolveComment',
      args: { id, resolved },
      expect: { [rowName('comment', id)]: version },
    });
  },
  'tasks.list': async (context) => {
    const rows = await deskRows(context.services.store, context.member.cooperation, 'task');
    return ok({
      tasks: rows
        .map(({ version, row }) => ({ version, row }))
        .filter(({ row }) => context.query.unit === undefined || row['unit'] === context.query.unit),
    }) as never;
  },
  'task.add': (context) =>
    command(
      { ...context, member: asController(context.member) },
      {
        op: 'putTask',
        args: { id: null, ...context.body, assignee: context.body.assignee ?? null, done: false },
      },
    ),
  'task.done': async (context) => {
    const { task: id } = context.params;
    const { done, version } = context.body;
    const rows = await deskRows(context.services.store, context.member.cooperation, 'task');
    const found = rows.find(({ row }) => row['id'] === id)?.row;
    if (found === undefined) return fail({ code: 'api.notFound' });
    const { id: _, ...task } = found;
    return command(context, {
      op: 'putTask',
      args: { id, ...task, done },
      expect: { [rowName('task', id)]: version },
    });
  },
};

/** Giving out tasks is an administrator's work too. */
const asController = (member: Membership): Membership => ({
  ...member,
  grants: member.grants.map((grant) =>
    grant.role === 'administrator' ? { ...grant, role: 'controller' } : grant,
  ),
});
