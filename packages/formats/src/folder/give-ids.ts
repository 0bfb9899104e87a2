import type { AnyRow } from '@samstyr/contract/tables/table';
import { tableOf } from '@samstyr/contract/tables/tables';
import type { TableName } from '@samstyr/core/model/rows';
import { slugFrom } from '@samstyr/core/model/slug';
import type { ReadRow } from './read-row.ts';

/** Gives every row of a table an id: its own, or one made from what the row is about, so that the same file always gives the same ids. */
export function giveIds(table: TableName, rows: readonly ReadRow[]): readonly AnyRow[] {
  const { idFrom } = tableOf(table);
  const taken = new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
  return rows.map((row): AnyRow => {
    if (row.id !== null) return row as AnyRow;
    const wanted =
      idFrom
        .map((field) => row[field])
        .filter((value) => value !== null && value !== '')
        .map((value) => part(`${value}`))
        .filter((each) => each !== '')
        .join('/') || table.toLowerCase();
    let id = wanted;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}-${copy}`;
    taken.add(id);
    return { ...row, id };
  });
}

/** A service keeps its `/`; of a sentence the first words are enough. */
const part = (value: string): string =>
  (/^[a-z0-9./-]+$/.test(value) ? value : slugFrom(value).replaceAll('/', '-'))
    .slice(0, 60)
    .replace(/[-.]+$/, '');
