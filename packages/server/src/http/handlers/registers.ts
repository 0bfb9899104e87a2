import { rowName } from '@samstyr/contract/command/envelope';
import { type JsonRow, rowToJson } from '@samstyr/contract/tables/row-json';
import { findParty } from '@samstyr/core/cooperation/parties';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { csvRecord } from '@samstyr/formats/csv/write-csv';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { readJsonStat } from '@samstyr/formats/register/json-stat';
import { headOf } from '../../audit/head.ts';
import type { Handlers } from '../context.ts';
import type { AnyApiProblem } from '../problem-document.ts';
import { type Seen, see } from './opened.ts';
import { command } from './work.ts';

/** What a file would make of a register: the rows it changes, and what of it is not used. */
type Proposal = {
  readonly rows: readonly {
    readonly row: JsonRow;
    readonly before: JsonRow | null;
    readonly version: number;
  }[];
  readonly unchanged: number;
  /** Places of the file that are no party here, by name. */
  readonly others: readonly string[];
  /** Values the file says are missing. */
  readonly missing: readonly { readonly party: string; readonly date: string }[];
};

const isJson = (bytes: Uint8Array): boolean =>
  /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
const mostSource = 120;

/** A file of a bank of statistics as the register's own file, with what of it is not ours. */
function asCsv(
  { index }: Seen,
  bytes: Uint8Array,
): Result<Pick<Proposal, 'others' | 'missing'> & { readonly csv: Uint8Array }, AnyApiProblem> {
  const read = readJsonStat(bytes);
  if (!read.ok) return read;
  const { values, label } = read.value;
  const ours = values.filter(({ region }) => /^\d{4}$/.test(region) && findParty(index, region) !== null);
  const others = [...new Set(values.filter((one) => !ours.includes(one)).map(({ name }) => name))];
  if (ours.length === 0) return fail({ code: 'registerFile.noneOfOurs', found: others });
  const lines = ours
    .filter(({ value }) => value !== null)
    .map(({ region, date, value }) =>
      csvRecord([region, date, value ?? '', 'published', label.slice(0, mostSource)]),
    );
  return ok({
    csv: new TextEncoder().encode(`format: 1\nparty,date,value,basis,source\n${lines.join('')}`),
    others,
    missing: ours.filter(({ value }) => value === null).map(({ name, date }) => ({ party: name, date })),
  });
}

/** Reads a file as the values of a register, by every rule of the folder it would stand in. */
function proposalOf(
  seen: Seen,
  { register, bytes }: { readonly register: string; readonly bytes: Uint8Array },
): Result<Proposal, AnyApiProblem> {
  const { index, stands } = seen;
  if (!index.model.register.some(({ id }) => id === register)) return fail({ code: 'api.notFound' });
  const ofBank = isJson(bytes);
  const file = ofBank ? asCsv(seen, bytes) : ok({ csv: bytes, others: [], missing: [] });
  if (!file.ok) return file;
  const { csv, others, missing } = file.value;
  const folder = [...writeFolder(index.model)].map(([path, content]) => [path, fileBytes(content)] as const);
  const read = readFolder(new Map([...folder, [`registers/${register}.csv`, csv]]));
  if (!read.ok) return read;
  const known = new Map(index.model.registerValue.map((row) => [row.id, rowToJson('registerValue', row)]));
  const given = read.value.registerValue
    .filter((row) => row.register === register)
    .map((row) => rowToJson('registerValue', row));
  const rows = given.flatMap((row) => {
    const before = known.get(`${row['id']}`) ?? null;
    // The same number from the bank is no change, whatever the table was called when it was written down.
    const isSame = ofBank
      ? before !== null && JSON.stringify(before['value']) === JSON.stringify(row['value'])
      : JSON.stringify(before) === JSON.stringify(row);
    const name = rowName('registerValue', `${row['id']}`);
    return isSame ? [] : [{ row, before, version: stands.get(name)?.version ?? 0 }];
  });
  return ok({ rows, unchanged: given.length - rows.length, others, missing });
}

type Names = 'register.put' | 'register.propose';

export const registerHandlers: Handlers<Names> = {
  'register.put': async (context) => {
    const found = proposalOf(await see(context), { register: context.params.register, bytes: context.body });
    if (!found.ok) return found;
    const { rows } = found.value;
    // Nothing to write: the cooperation as it is.
    if (rows.length === 0) {
      const { services, member } = context;
      return ok({ ...(await headOf(services.store.database.serving, member.cooperation)), rows: [] });
    }
    const expect = Object.fromEntries(
      rows.map(({ row, version }) => [rowName('registerValue', `${row['id']}`), version]),
    );
    const commands = rows.map(({ row }) => ({ op: 'putRow', args: { table: 'registerValue', row } }));
    return command(context, { op: 'batch', args: { commands }, expect });
  },
  'register.propose': async (context) =>
    proposalOf(await see(context), {
      register: context.params.register,
      bytes: context.body,
    }) as never,
};
