import { type Envelope, parseCommand, parseEnvelope, rowName } from '@samstyr/contract/command/envelope';
import type { EnvelopeProblem, RefusedCommand, StaleProblem } from '@samstyr/contract/command/problems';
import type { EditNames } from '@samstyr/contract/edit-fields';
import { type JsonRow, rowToJson } from '@samstyr/contract/tables/row-json';
import { applyCommand } from '@samstyr/core/command/apply-command';
import type { Command } from '@samstyr/core/command/command';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { findParty } from '@samstyr/core/cooperation/parties';
import type { Model } from '@samstyr/core/model/rows';
import { fail, ok, type Result, unless } from '@samstyr/core/result/result';
import { applyChanges, type RowChange } from '@samstyr/core/scenario/row-change';
import type pg from 'pg';
import { canonicalJson, sha256 } from '../audit/canonical.ts';
import { changesSince, rowAtVersion } from '../audit/history.ts';
import { cleanChanges } from './cells.ts';
import { commitChanges, lockTenant, placeChanges, type Wanted } from './commit.ts';
import { deskChanges } from './desk.ts';
import { derivedOnce, keep, type Opened, openAt, type RowStand, type Store } from './store.ts';
import { withCooperation } from './transaction.ts';

/** A command as somebody sends it. */
export type Sent = {
  readonly cooperation: string;
  /** A user's id, never a name: the audit outlives the account. */
  readonly who: string;
  /** `{ op, args, expect }`, as it came. */
  readonly body: unknown;
  /** `Idempotency-Key`: the same key and body have the same answer, and one effect. */
  readonly key: string | null;
};

/** Who may not write some of the rows says so of what a command would do, before anything is written. */
type Refusal<P> = { readonly refuses?: (changes: readonly Wanted[], opened: Opened) => readonly P[] };

/** What a command did: the revision it made, the audit's new head, and every row it wrote, with the version it has now. */
export type Answer = {
  readonly revision: number;
  readonly head: string;
  readonly rows: readonly {
    readonly table: string;
    readonly id: string;
    readonly version: number;
    /** Null: taken away. */
    readonly row: JsonRow | null;
  }[];
};

/**
 * Does a command in one transaction with its audit entry, or refuses it with everything that is wrong. Commands of one cooperation are done
 * one after the other. (S-STORE-10 to S-STORE-16)
 */
export async function runCommand<P = never>(
  store: Store,
  sent: Sent & Refusal<P>,
): Promise<Result<Answer, RefusedCommand | P>> {
  const envelope = parseEnvelope(sent.body);
  if (!envelope.ok) return envelope;
  const bodyHash = sha256(canonicalJson(sent.body));
  let after: Opened | null = null;
  const answer = await withCooperation(
    store.database.serving,
    sent.cooperation,
    async (client): Promise<Result<Answer, RefusedCommand | P>> => {
      const tenant = await lockTenant(client, sent.cooperation);
      if (tenant === null) return fail({ code: 'store.unknownCooperation', name: sent.cooperation });
      const known = await knownAnswer(client, sent, bodyHash);
      if (known !== null) return known;
      const opened = await openAt(store, client, tenant);
      const prepared = await prepare(store, client, sent, envelope.value, opened);
      if (!prepared.ok) return prepared;
      const { wanted, model, stands } = prepared.value;
      const [refused, ...others] = sent.refuses?.(wanted, opened) ?? [];
      if (refused !== undefined) return fail(refused, ...others);
      const placed = await placeChanges(client, tenant, wanted, stands);
      const at = store.now().toISOString();
      const entry = { at, who: sent.who, command: sent.body };
      const made = await commitChanges(client, tenant, entry, placed.changes, placed.nextPosition);
      const rows = placed.changes.map(({ table, id, version, after: row }) => ({ table, id, version, row }));
      const value: Answer = { ...made, rows };
      if (sent.key !== null)
        await client.query(
          `insert into samstyr.idempotency (cooperation_id, who, key, body_hash, answer, at)
           values ($1, $2, $3, $4, $5, $6)`,
          [sent.cooperation, sent.who, sent.key, bodyHash, JSON.stringify(value), at],
        );
      // A row that came back stands at its old place, and the model in hand has it last: then it is read anew.
      after = placed.returns
        ? null
        : {
            cooperation: sent.cooperation,
            ...made,
            index: model === null ? opened.index : indexModel(model),
            stands: standsAfter(opened.stands, placed.changes),
            derived: model === null ? opened.derived : derivedOnce(),
          };
      return ok(value);
    },
  );
  if (after !== null) keep(store, after);
  await store.afterCommit();
  return answer;
}

async function knownAnswer(
  client: pg.ClientBase,
  { cooperation, who, key }: Sent,
  bodyHash: string,
): Promise<Result<Answer, EnvelopeProblem> | null> {
  if (key === null) return null;
  const { rows } = await client.query<{ readonly body_hash: string; readonly answer: Answer }>(
    'select body_hash, answer from samstyr.idempotency where cooperation_id = $1 and who = $2 and key = $3',
    [cooperation, who, key],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return row.body_hash === bodyHash ? ok(row.answer) : fail({ code: 'command.keyReused', key });
}

type Prepared = {
  readonly wanted: readonly Wanted[];
  /** The model after, or null when the command was not about the model. */
  readonly model: Model | null;
  readonly stands: ReadonlyMap<string, RowStand>;
};

async function prepare(
  store: Store,
  client: pg.ClientBase,
  sent: Sent,
  envelope: Envelope,
  opened: Opened,
): Promise<Result<Prepared, RefusedCommand>> {
  const parsed = parseCommand(envelope, namesIn(opened.index));
  if (!parsed.ok) return parsed;
  if (parsed.value.kind === 'desk') {
    const desk = await deskChanges(client, parsed.value.command, {
      who: sent.who,
      at: store.now().toISOString(),
      id: store.newId(),
      units: opened.index.model.unit.map(({ id }) => id),
    });
    if (!desk.ok) return desk;
    const { wanted, stands, written } = desk.value;
    const standing = await expectationProblems(client, envelope, { written, stands, wanted });
    return unless(standing, () => ({ wanted, model: null, stands }));
  }
  const command = await withLater(client, parsed.value.command, opened);
  if (!command.ok) return command;
  const { model } = opened.index;
  const applied = applyCommand(model, command.value);
  const clean = applied.ok ? cleanChanges(applied.value.changes) : applied;
  const wanted = clean.ok ? clean.value.map(inJson).filter(isChange) : [];
  const standing = await expectationProblems(client, envelope, {
    written: parsed.value.written,
    stands: opened.stands,
    wanted,
  });
  const [first, ...rest] = standing;
  // Who is late is told so first: what they meant to write may be wrong only because of what was written meanwhile.
  if (first !== undefined) return fail(first, ...rest);
  if (!clean.ok) return clean;
  return ok({ wanted, model: applyChanges(model, clean.value), stands: opened.stands });
}

/** Parties may be called by slug, kommunenummer or name. */
const namesIn = (index: IndexedModel): EditNames => ({
  resolveParty: (text) => findParty(index, text),
  hasRegister: (name) => index.model.register.some(({ id }) => id === name),
  parties: [...index.partyRows.keys()],
});

const inJson = ({ table, id, before, after }: RowChange): Wanted => ({
  table,
  id,
  before: before === null ? null : rowToJson(table, before as never),
  after: after === null ? null : rowToJson(table, after as never),
});

/** A row that is written as it was is no change. */
const isChange = ({ before, after }: Wanted): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** What `revertTo` takes back is asked of the audit. */
async function withLater(
  client: pg.ClientBase,
  command: Command,
  { revision, cooperation }: Opened,
): Promise<Result<Command, EnvelopeProblem>> {
  if (command.op !== 'revertTo') return ok(command);
  // The first entry is the import: before it there is no cooperation to go back to.
  if (command.revision < 1 || command.revision > revision)
    return fail({ code: 'command.unknownRevision', revision: command.revision, newest: revision });
  return ok({ ...command, later: await changesSince(client, cooperation, command.revision) });
}

type Expectations = {
  readonly written: readonly string[];
  readonly stands: ReadonlyMap<string, RowStand>;
  readonly wanted: readonly Wanted[];
};

/** Rows that are not at the version the sender saw, and rows written over by somebody who does not say what they saw. */
async function expectationProblems(
  client: pg.ClientBase,
  { expect }: Envelope,
  { written, stands, wanted }: Expectations,
): Promise<readonly EnvelopeProblem[]> {
  const problems: EnvelopeProblem[] = [];
  for (const [name, expected] of Object.entries(expect)) {
    const actual = stands.get(name)?.version ?? 0;
    if (actual === expected) continue;
    const [, table = '', id = ''] = /^([^:]+):(.*)$/s.exec(name) ?? [];
    const yours = wanted.find((change) => change.table === table && change.id === id)?.after ?? null;
    const stale: StaleProblem = {
      code: 'command.stale',
      table,
      id,
      expected,
      actual,
      base: await rowAtVersion(client, table, id, expected),
      theirs: await rowAtVersion(client, table, id, actual),
      yours,
    };
    problems.push(stale);
  }
  for (const name of new Set(written)) {
    const stand = stands.get(name);
    if (stand === undefined || Object.hasOwn(expect, name)) continue;
    const [, table = '', id = ''] = /^([^:]+):(.*)$/s.exec(name) ?? [];
    problems.push({ code: 'command.expectMissing', table, id, version: stand.version });
  }
  return problems;
}

/** Where rows stand after a command. */
function standsAfter(
  before: ReadonlyMap<string, RowStand>,
  changes: readonly {
    readonly table: string;
    readonly id: string;
    readonly version: number;
    readonly position: string;
    readonly after: unknown;
  }[],
): ReadonlyMap<string, RowStand> {
  const stands = new Map(before);
  for (const { table, id, version, position, after } of changes)
    if (after === null) stands.delete(rowName(table, id));
    else stands.set(rowName(table, id), { version, position });
  return stands;
}
