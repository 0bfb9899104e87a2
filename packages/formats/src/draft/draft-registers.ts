import { labelKey } from '@samstyr/core/control/published/labels';
import type { PublishedDocument } from '@samstyr/core/control/published/published-document';
import { unitOfTable } from '@samstyr/core/control/published/table-unit';
import { viewTable } from '@samstyr/core/control/published/table-view';
import { understandRounded } from '@samstyr/core/control/published/understood-table';
import type { Model, PartyRow, RegisterRow, RegisterValueRow } from '@samstyr/core/model/rows';
import { type PrintedRegister, printedRegisters } from './printed-registers.ts';

/** What another cooperation knows of the same parties: its registers, and their numbers. */
export type GivenRegisters = Pick<Model, 'party' | 'register' | 'registerValue'>;

export type DraftRegisters = {
  /** The parties, with the number another cooperation knows them by. */
  readonly parties: readonly PartyRow[];
  readonly registers: readonly RegisterRow[];
  readonly values: readonly RegisterValueRow[];
  readonly printed: readonly PrintedRegister[];
};

/** Registers the document prints, and those of another cooperation where they are of the same parties by name. The printed goes first. */
export function draftRegisters(
  document: PublishedDocument,
  parties: readonly PartyRow[],
  {
    year,
    file,
    given,
  }: { readonly year: number; readonly file: string; readonly given: GivenRegisters | null },
): DraftRegisters {
  const tables = document.tables.flatMap((table) => {
    const view = viewTable(table);
    return view === null ? [] : [understandRounded(view, unitOfTable(view, document.paragraphs))];
  });
  const printed = printedRegisters(document, tables, {
    parties: new Map(parties.map(({ name, party }) => [labelKey(name), party])),
    year,
    file,
  });
  const known = new Map(given?.party.map((row) => [labelKey(row.name), row]) ?? []);
  const ownName = new Map<string, string>();
  for (const { party, name } of parties) {
    const other = known.get(labelKey(name));
    if (other !== undefined) ownName.set(other.party, party);
  }
  const told = printed.flatMap(({ values }) => values);
  const isTold = new Set(
    told.map(({ register, date, group, party }) => `${register} ${date} ${group} ${party}`),
  );
  const lent = (given?.registerValue ?? []).flatMap((row): readonly RegisterValueRow[] => {
    const party = ownName.get(row.party);
    if (party === undefined || isTold.has(`${row.register} ${row.date} ${row.group} ${party}`)) return [];
    return [{ ...row, id: row.id.replaceAll(row.party, party), party }];
  });
  const registers = new Map(
    [
      ...(given?.register ?? []).filter(({ id }) => lent.some(({ register }) => register === id)),
      ...printed.map(({ register }) => register),
    ].map((row) => [row.id, row]),
  );
  return {
    parties: parties.map((row) => {
      const other = known.get(labelKey(row.name));
      return other === undefined ? row : { ...row, kommunenummer: other.kommunenummer, orgnr: other.orgnr };
    }),
    registers: [...registers.values()],
    values: [...told, ...lent],
    printed,
  };
}
