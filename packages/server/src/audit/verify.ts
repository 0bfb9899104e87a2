import { rowName } from '@samstyr/contract/command/envelope';
import { type JsonRow, rowReader } from '@samstyr/contract/tables/row-json';
import { tableNames } from '@samstyr/contract/tables/tables';
import { frameKey, frameUse } from '@samstyr/core/command/frames';
import { lockedVersions } from '@samstyr/core/command/lock';
import { outliers } from '@samstyr/core/control/outlier';
import { type ReconcileFinding, reconcile } from '@samstyr/core/control/reconcile';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import { emptyModel } from '@samstyr/core/model/empty-model';
import type { ModelProblem } from '@samstyr/core/model/model-problem';
import type { Model, TableName } from '@samstyr/core/model/rows';
import { validate } from '@samstyr/core/model/validate';
import type pg from 'pg';
import { anyName } from '../store/any-name.ts';
import { readRows, type StoredRow, storedTables } from '../store/rows.ts';
import { withCooperation } from '../store/transaction.ts';
import { rowText } from './canonical.ts';
import { beginning } from './entry.ts';
import { type AuditEntry, readAudit } from './read-audit.ts';

/** What is not as the audit says it became, or does not add up. */
export type VerifyFinding =
  /** Entries that are missing, or do not begin at 1. */
  | { readonly code: 'verify.gap'; readonly revision: number }
  /** An entry whose content is not what its hash was made of. */
  | { readonly code: 'verify.entry'; readonly revision: number }
  /** An entry that does not follow the one before it. */
  | { readonly code: 'verify.link'; readonly revision: number }
  | { readonly code: 'verify.tail'; readonly revision: number; readonly entries: number }
  /** The head somebody printed is not in the chain: it was cut, or made anew. */
  | { readonly code: 'verify.head'; readonly head: string }
  /** An entry that changes a row which was not as the entry says. */
  | { readonly code: 'verify.before'; readonly revision: number; readonly table: string; readonly id: string }
  | { readonly code: 'verify.missing'; readonly table: string; readonly id: string }
  | { readonly code: 'verify.extra'; readonly table: string; readonly id: string }
  | {
      readonly code: 'verify.differs';
      readonly table: string;
      readonly id: string;
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'verify.unlocked'; readonly version: string }
  | {
      readonly code: 'verify.frame';
      readonly version: string;
      readonly unit: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'verify.model'; readonly problem: ModelProblem }
  | ReconcileFinding;

export type Verified = {
  readonly cooperation: string;
  readonly entries: number;
  readonly rows: number;
  /** Revision and hash of the last entry, to be printed and kept elsewhere: `42:9f…`. */
  readonly head: string;
  readonly findings: readonly VerifyFinding[];
};

/** The last entry's name, as it is printed. */
const headOf = (entries: readonly AuditEntry[]): string => {
  const last = entries.at(-1);
  return last === undefined ? `0:${beginning}` : `${last.revision}:${last.hash}`;
};

/**
 * Replays a cooperation's audit from its first entry to the rows as they stand, and adds every figure up again. `heads` were printed
 * earlier and must be in the chain; one that follows from nothing here is told. One snapshot; writes nothing. (S-STORE-42)
 */
export const verifyCooperation = (
  pool: pg.Pool,
  cooperation: string,
  heads: readonly string[],
): Promise<Verified> =>
  withCooperation(pool, cooperation, (client) => verifyIn(client, cooperation, heads), 'snapshot');

/** The same in a transaction that sees the cooperation already. */
export async function verifyIn(
  client: pg.ClientBase,
  cooperation: string,
  heads: readonly string[],
): Promise<Verified> {
  const entries = await readAudit(client, cooperation);
  const stored = new Map<string, readonly StoredRow[]>();
  for (const table of storedTables) stored.set(table, await readRows(client, table));
  const replayed = replay(entries);
  const rowFindings = compare(replayed.rows, stored);
  const findings: readonly VerifyFinding[] = [
    ...chainFindings(entries),
    ...(await tailFindings(client, entries)),
    ...heads.filter((head) => !isIn(head, entries)).map((head) => ({ code: 'verify.head', head }) as const),
    ...replayed.findings,
    ...rowFindings,
    ...(await modelFindings(client, stored, rowFindings.length > 0)),
  ];
  const rows = [...stored.values()].reduce((count, some) => count + some.length, 0);
  return { cooperation, entries: entries.length, rows, head: headOf(entries), findings };
}

/** A head as it is printed, or its hash alone. */
export const isIn = (head: string, entries: readonly Pick<AuditEntry, 'revision' | 'hash'>[]): boolean =>
  entries.some(({ revision, hash }) => head === hash || head === `${revision}:${hash}`);

function chainFindings(entries: readonly AuditEntry[]): readonly VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  let previous = beginning;
  for (const [at, entry] of entries.entries()) {
    const { revision, hash, previousHash, made } = entry;
    if (revision !== (entries[at - 1]?.revision ?? 0) + 1) findings.push({ code: 'verify.gap', revision });
    if (previousHash !== previous) findings.push({ code: 'verify.link', revision });
    if (made.hash !== hash || made.beforeHash !== entry.beforeHash || made.afterHash !== entry.afterHash)
      findings.push({ code: 'verify.entry', revision });
    previous = hash;
  }
  return findings;
}

async function tailFindings(
  client: pg.ClientBase,
  entries: readonly AuditEntry[],
): Promise<readonly VerifyFinding[]> {
  const { rows } = await client.query<{ readonly revision: string; readonly head: string }>(
    'select revision, head from samstyr.tenant where cooperation_id = samstyr.current_cooperation()',
  );
  const [tenant] = rows;
  const last = entries.at(-1);
  const holds =
    tenant !== undefined &&
    tenant.revision === `${last?.revision ?? 0}` &&
    tenant.head === (last?.hash ?? beginning);
  return holds
    ? []
    : [
        {
          code: 'verify.tail',
          revision: Number.parseInt(tenant?.revision ?? '0', 10),
          entries: entries.length,
        },
      ];
}

type Replayed = {
  readonly table: string;
  readonly version: number;
  readonly position: string;
  readonly row: JsonRow;
};

function replay(entries: readonly AuditEntry[]): {
  readonly rows: ReadonlyMap<string, Replayed>;
  readonly findings: readonly VerifyFinding[];
} {
  const rows = new Map<string, Replayed>();
  const findings: VerifyFinding[] = [];
  for (const { revision, changes } of entries)
    for (const { table, id, version, position, before, after } of changes) {
      const name = rowName(table, id);
      const known = rows.get(name)?.row ?? null;
      if (textOf(known) !== textOf(before)) findings.push({ code: 'verify.before', revision, table, id });
      if (after === null) rows.delete(name);
      else rows.set(name, { table, version, position, row: after });
    }
  return { rows, findings };
}

const textOf = (row: JsonRow | null): string => (row === null ? '' : rowText(row));

function compare(
  replayed: ReadonlyMap<string, Replayed>,
  stored: ReadonlyMap<string, readonly StoredRow[]>,
): readonly VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  const seen = new Set<string>();
  for (const [table, rows] of stored)
    for (const { row, version, position } of rows) {
      const id = `${row['id']}`;
      const name = rowName(table, id);
      seen.add(name);
      const expected = replayed.get(name);
      if (expected === undefined) findings.push({ code: 'verify.extra', table, id });
      else
        findings.push(
          ...differences(table, id, withStand(expected.row, expected), withStand(row, { version, position })),
        );
    }
  for (const [name, { table, row }] of replayed)
    if (!seen.has(name)) findings.push({ code: 'verify.missing', table, id: `${row['id']}` });
  return findings;
}

/** A row's version and place are part of what was written. */
const withStand = (
  row: JsonRow,
  { version, position }: Pick<StoredRow, 'version' | 'position'>,
): JsonRow => ({
  ...row,
  'row version': version,
  position,
});

function differences(table: string, id: string, expected: JsonRow, found: JsonRow): readonly VerifyFinding[] {
  if (rowText(expected) === rowText(found)) return [];
  const fields = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return fields.flatMap((field): readonly VerifyFinding[] => {
    const [a, b] = [shown(expected[field]), shown(found[field])];
    return a === b ? [] : [{ code: 'verify.differs', table, id, field, expected: a, found: b }];
  });
}

/** Empty is nothing, and words without a letter are not. */
const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
};

/** What must hold between rows: the model's rules, sums, frames and locks. Rows that were tampered with may be unreadable; that is told. */
async function modelFindings(
  client: pg.ClientBase,
  stored: ReadonlyMap<string, readonly StoredRow[]>,
  isTamperedWith: boolean,
): Promise<readonly VerifyFinding[]> {
  const tables: Partial<Record<TableName, readonly unknown[]>> = {};
  for (const table of tableNames) {
    const read = rowReader(table, anyName);
    const rows = (stored.get(table) ?? []).map(({ row }) => read(row));
    // Only who goes past the program can leave a row nobody can read, and that row is among the findings already.
    if (rows.some((row) => !row.ok)) return [];
    tables[table] = rows.flatMap((row) => (row.ok ? [row.value] : []));
  }
  const model = { ...emptyModel, ...tables } as Model;
  if (model.cooperation.length === 0) return [];
  const problems = [...validate(model), ...outliers(model)];
  const found = problems.map((problem) => ({ code: 'verify.model', problem }) as const);
  const sums = problems.length > 0 && isTamperedWith ? [] : reconcile(indexModel(model));
  return [
    ...found,
    ...sums,
    ...(await frameFindings(client, model)),
    ...(await lockFindings(client, lockedVersions(indexModel(model)))),
  ];
}

async function frameFindings(client: pg.ClientBase, model: Model): Promise<readonly VerifyFinding[]> {
  const { rows } = await client.query<{
    readonly version: string;
    readonly unit: string;
    readonly frame_ore: string | null;
    readonly used_ore: string;
  }>(`select version, unit, frame_ore, used_ore from samstyr.frame_use
     where cooperation_id = samstyr.current_cooperation() order by version, unit`);
  const used = frameUse(model);
  const frames = new Map(
    model.frame.map(({ version, unit, amountOre }) => [frameKey(version, unit), `${amountOre}`]),
  );
  const inDatabase = new Map(rows.map((row) => [frameKey(row.version, row.unit), row]));
  return [...new Set([...used.keys(), ...frames.keys(), ...inDatabase.keys()])].flatMap(
    (key): readonly VerifyFinding[] => {
      const row = inDatabase.get(key);
      const [version = '', unit = ''] = key.split(' ');
      const expected = `${used.get(key) ?? 0n}/${frames.get(key) ?? '–'}`;
      const found = `${row?.used_ore ?? '0'}/${row?.frame_ore ?? '–'}`;
      return expected === found ? [] : [{ code: 'verify.frame', version, unit, expected, found }];
    },
  );
}

async function lockFindings(
  client: pg.ClientBase,
  locked: ReadonlyMap<string, string>,
): Promise<readonly VerifyFinding[]> {
  const { rows } = await client.query<{ readonly id: string }>(
    'select id from samstyr.version where cooperation_id = samstyr.current_cooperation() and not locked',
  );
  return rows
    .filter(({ id }) => locked.has(id))
    .map(({ id }) => ({ code: 'verify.unlocked', version: id }) as const);
}
