import type { EnvelopeProblem } from '@samstyr/contract/command/problems';
import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import { tableNames } from '@samstyr/contract/tables/tables';
import type { CommandProblem } from '@samstyr/core/command/command';
import { frameProblems } from '@samstyr/core/command/frames';
import type { Model } from '@samstyr/core/model/rows';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { type FileContent, writeFolder } from '@samstyr/formats/folder/write-folder';
import { commitChanges, lockTenant, placeChanges, type Wanted } from './commit.ts';
import { findCooperation, type Listed, openCooperation, type Store } from './store.ts';
import { withCooperation } from './transaction.ts';

export type ImportProblem = FileProblem | CommandProblem | EnvelopeProblem;

/** What a cooperation is called here when it is not what its folder says: its short name, and its name. Null: as the folder says. */
export type Renamed = { readonly id: string | null; readonly name: string | null };

/** Takes a cooperation folder in, whole or not at all. Everything that is wrong with it is said; a name that is there is left alone. */
export async function importFolder(
  store: Store,
  {
    files,
    who,
    renamed = { id: null, name: null },
  }: { readonly files: FolderFiles; readonly who: string; readonly renamed?: Renamed },
): Promise<Result<Listed & { readonly head: string }, ImportProblem>> {
  const read = readFolder(files);
  if (!read.ok) return read;
  const model = withName(read.value, renamed);
  const [first, ...rest] = frameProblems(model);
  if (first !== undefined) return fail(first, ...rest);
  const name = model.cooperation[0]?.id ?? '';
  if ((await findCooperation(store, name)) !== null) return fail({ code: 'store.nameTaken', name });
  const cooperation = store.newId();
  try {
    return ok(await importModel(store, { cooperation, name, model, who, files: files.size }));
  } catch (error) {
    // Somebody took the name meanwhile.
    if ((error as { readonly constraint?: string }).constraint === 'tenant_name_key')
      return fail({ code: 'store.nameTaken', name });
    throw error;
  }
}

const withName = (model: Model, { id, name }: Renamed): Model => ({
  ...model,
  cooperation: model.cooperation.map((row) => ({
    ...row,
    id: id ?? row.id,
    ...(name === null ? {} : { name, nameNn: null, nameEn: null }),
  })),
});

type Imported = {
  readonly cooperation: string;
  readonly name: string;
  readonly model: Model;
  readonly who: string;
  readonly files: number;
};

async function importModel(
  store: Store,
  { cooperation, name, model, who, files }: Imported,
): Promise<Listed & { readonly head: string }> {
  return withCooperation(store.database.serving, cooperation, async (client) => {
    await client.query('insert into samstyr.tenant (cooperation_id, name) values ($1, $2)', [
      cooperation,
      name,
    ]);
    const tenant = await lockTenant(client, cooperation);
    if (tenant === null) throw new Error('Invariant broken: a cooperation that was just made is there');
    const wanted = tableNames.flatMap((table): readonly Wanted[] =>
      model[table].map((row) => ({ table, id: row.id, before: null, after: rowToJson(table, row as never) })),
    );
    const { changes, nextPosition } = await placeChanges(client, tenant, wanted, new Map());
    const command = { op: 'import', args: { name, files, rows: wanted.length } };
    const entry = { at: store.now().toISOString(), who, command };
    const made = await commitChanges(client, tenant, entry, changes, nextPosition);
    return { cooperation, name, ...made };
  });
}

/** A cooperation as the files of its folder: the bytes it was imported from, and what was changed since. Null: there is none. */
export async function exportFolder(
  store: Store,
  cooperation: string,
): Promise<ReadonlyMap<string, FileContent> | null> {
  const opened = await openCooperation(store, cooperation);
  return opened === null ? null : writeFolder(opened.index.model);
}
