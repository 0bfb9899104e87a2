import { type IndexedModel, indexModel } from '../cooperation/indexed-model.ts';
import { currentVersion, isFrozen } from '../cooperation/versions.ts';
import type { EditOp } from '../model/edit.ts';
import type { Model, ServiceRow, VersionRow } from '../model/rows.ts';
import type { EditProblem } from './edit-problem.ts';

/** What an edit is made in: the model, and the version of the year that can still be changed. */
export type EditContext = {
  readonly index: IndexedModel;
  readonly year: number;
  readonly version: VersionRow | null;
};

export const editContext = (model: Model, year: number): EditContext => {
  const index = indexModel(model);
  return { index, year, version: currentVersion(index, year) };
};

/** The version an edit changes, or why there is none. */
export function openVersion(
  { version, year }: EditContext,
  op: EditOp,
): { readonly version: VersionRow } | { readonly problem: EditProblem } {
  if (version === null) return { problem: { code: 'edit.noVersion', op, year } };
  return isFrozen(version)
    ? { problem: { code: 'edit.versionLocked', op, version: version.id } }
    : { version };
}

export function findService(
  { index }: EditContext,
  op: EditOp,
  service: string,
): { readonly service: ServiceRow } | { readonly problem: EditProblem } {
  const row = index.service.get(service);
  return row === undefined
    ? { problem: { code: 'edit.unknownService', op, service, known: [...index.service.keys()] } }
    : { service: row };
}

/** The services a person means: the one of that id, or all of a unit. */
export function findServices(
  { index }: EditContext,
  op: EditOp,
  service: string,
): { readonly services: readonly ServiceRow[] } | { readonly problem: EditProblem } {
  const row = index.service.get(service);
  const services = row === undefined ? (index.servicesOf.get(service) ?? []) : [row];
  return services.length === 0
    ? { problem: { code: 'edit.unknownService', op, service, known: [...index.service.keys()] } }
    : { services };
}

export const knownParty = ({ index }: EditContext, op: EditOp, party: string): EditProblem | null =>
  index.partyRows.has(party)
    ? null
    : { code: 'edit.unknownParty', op, party, known: [...index.partyRows.keys()] };

/** An id that no row of the table has: the wish itself, or with the lowest number that makes it new. Ids are never reused. */
export function freeId(rows: readonly { readonly id: string }[], wish: string): string {
  const taken = new Set(rows.map(({ id }) => id));
  let id = wish;
  for (let number = 2; taken.has(id); number += 1) id = `${wish}-${number}`;
  return id;
}
