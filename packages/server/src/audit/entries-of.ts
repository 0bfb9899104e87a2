import type { Role } from '@samstyr/contract/api/fields';
import type { EntryOf } from '@samstyr/contract/json/explanation';
import type { AuditPlace } from '@samstyr/contract/texts/source-text';
import type { NodeSource } from '@samstyr/core/explain/node';
import type pg from 'pg';
import type { Opened } from '../store/store.ts';
import { withCooperation } from '../store/transaction.ts';

type Field = Pick<NodeSource, 'table' | 'row' | 'field'>;

/** Whether a reader may know who by name wrote a row; else they are told what the person is. */
export type NamesFor = (source: Field) => boolean;

type Found = {
  readonly n: number;
  readonly revision: string;
  readonly at: string;
  readonly who: string;
  readonly op: string;
  readonly name: string | null;
  readonly roles: readonly Role[] | null;
};

/**
 * For fields of rows, the entry of the audit that gave each the value it has at a revision. A row nobody has written, as one a plan makes,
 * has none. (S-STORE-43)
 */
export async function entriesOf(
  pool: pg.Pool,
  { cooperation, revision }: Pick<Opened, 'cooperation' | 'revision'>,
  fields: readonly Field[],
  namesFor: NamesFor,
): Promise<EntryOf> {
  if (fields.length === 0) return () => null;
  const found = await withCooperation(pool, cooperation, async (client) => {
    const { rows } = await client.query<Found>(
      `select w.n::int, c.revision, a.at, a.who, a.command->>'op' as op, p.name,
         (select json_agg(g.role order by g.role) from samstyr.access_grant g
          where g.cooperation_id = $1 and g.user_id = p.user_id) as roles
       from unnest($3::text[], $4::text[], $5::text[]) with ordinality w (table_name, row_id, field, n)
       cross join lateral (
         select e.revision from samstyr.audit_change e
         where e.cooperation_id = $1 and e.table_name = w.table_name and e.row_id = w.row_id and e.revision <= $2
           and (e.before is null or (e.before->w.field)::text is distinct from (e.after->w.field)::text)
         order by e.revision desc, e.number desc limit 1
       ) c
       join samstyr.audit a on a.cooperation_id = $1 and a.revision = c.revision
       left join samstyr.account p on p.user_id::text = a.who`,
      [
        cooperation,
        revision,
        fields.map(({ table }) => table),
        fields.map(({ row }) => row),
        fields.map(({ field }) => field),
      ],
    );
    return rows;
  });
  const entries = new Map<string, AuditPlace>();
  for (const { n, revision: number, at, who, op, name, roles } of found) {
    const field = fields[n - 1];
    if (field === undefined) continue;
    entries.set(nameOf(field), {
      number: Number.parseInt(number, 10),
      at,
      op,
      roles: roles ?? [],
      // What no person did, as the import of the command line, is named by what did it.
      name: name === null ? who : namesFor(field) ? name : null,
    });
  }
  return (source) => entries.get(nameOf(source)) ?? null;
}

const nameOf = ({ table, row, field }: Field): string => JSON.stringify([table, row, field]);
