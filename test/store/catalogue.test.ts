import { deskTables } from '@samstyr/contract/desk/desk-tables';
import { tableNames, tableOf } from '@samstyr/contract/tables/tables';
import { columnsOf, ownColumns, sqlName } from '@samstyr/server/store/columns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const query = async <R extends object>(sql: string): Promise<readonly R[]> =>
  (await database.superuser.query<R>(sql)).rows;

const specs = [
  ...tableNames.map((name) => [name, tableOf(name)] as const),
  ...Object.entries(deskTables).map(([name, spec]) => [name, spec] as const),
];

/** What stands outside every cooperation, and why its rows are nobody's secret from another: all else is behind the wall. */
const outside: { readonly [table: string]: string } = {
  account: 'a person may work in several cooperations',
  external_identity: 'the same person at an identity provider',
  job_queue: 'a pointer to a job: no content',
  login_failure: 'hashes and times, before anybody is known',
  migration: 'a step of the schema belongs to nobody',
  oidc_flow: 'a login that has not ended',
  one_time_token: 'found by its secret alone',
  publication: 'published for everybody',
  publication_file: 'published for everybody',
  recovery_code: 'a person’s own',
  second_factor: 'a person’s own',
  security_event: 'ids only, also of those who came nowhere; written, never changed',
  session: 'found by its secret alone',
};
/** Tables of access and jobs that are a cooperation's. */
const alsoWithin = ['access_grant', 'job', 'job_file'];

describe('the catalogue of the database', () => {
  it('has each table of the contract with its columns, types and what may be empty, and no others', async () => {
    const rows = await query<{ table: string; name: string; type: string; nullable: boolean }>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'samstyr'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attname`);
    const inDatabase = new Map<string, object[]>();
    for (const { table, ...column } of rows)
      inDatabase.set(table, [...(inDatabase.get(table) ?? []), column]);
    for (const [name, spec] of specs) {
      const columns = [
        ...columnsOf(spec).map(({ field: _, ...column }) => column),
        ...ownColumns.map((column) =>
          column.name === 'cooperation_id' ? { ...column, type: 'uuid' } : column,
        ),
        ...(name === 'version' ? [{ name: 'locked', type: 'boolean', nullable: false }] : []),
      ].sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(inDatabase.get(sqlName(name)), name).toEqual(columns);
    }
    const others = [...inDatabase.keys()].filter((table) => !specs.some(([name]) => sqlName(name) === table));
    expect(others).toEqual(
      [
        ...['audit', 'audit_change', 'frame_use', 'idempotency', 'tenant'],
        ...alsoWithin,
        ...Object.keys(outside),
      ].sort(),
    );
  });

  it('lets every choice of the contract through, and nothing else', async () => {
    const checks = await query<{ table: string; text: string }>(`
      select c.relname as table, pg_get_constraintdef(k.oid) as text
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'c' and c.relnamespace = 'samstyr'::regnamespace`);
    for (const [name, spec] of specs)
      for (const [field, { cell }] of Object.entries(spec.columns)) {
        if (cell.kind !== 'choice') continue;
        const column = sqlName(field);
        const check = checks.find(
          ({ table, text }) => table === sqlName(name) && new RegExp(`\\(+"?${column}"? = ANY`).test(text),
        );
        const choices = [...(check?.text.matchAll(/'([^']+)'::text/g) ?? [])].map(([, choice]) => choice);
        expect(choices, `${name}.${field}`).toEqual([...cell.choices]);
      }
  });

  it('has the cooperation first in every key', async () => {
    const keys = await query<{ name: string; table: string; first: string; unique: boolean }>(`
      select i.indexrelid::regclass::text as name, c.relname as table, i.indisunique as unique,
        (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) as first
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'samstyr'::regnamespace`);
    expect(keys.length).toBeGreaterThan(30);
    const without = keys
      .filter(
        ({ first, table, unique }) => first !== 'cooperation_id' && unique && outside[table] === undefined,
      )
      .map(({ name }) => name);
    // A cooperation's name is what it is found by.
    expect(without.sort()).toEqual(['samstyr.tenant_name_key']);
  });

  it('has row level security on every table of a cooperation, for the owner too', async () => {
    const open = await query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'samstyr'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and not (relrowsecurity and relforcerowsecurity)`);
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(outside).sort());
    const policies = await query<{ table: string; qual: string }>(`
      select tablename as table, qual from pg_policies
      where schemaname = 'samstyr' and policyname = 'own_cooperation'`);
    expect(policies).toHaveLength(specs.length + 5 + alsoWithin.length);
    expect(new Set(policies.map(({ qual }) => qual))).toEqual(
      new Set(['(cooperation_id = samstyr.current_cooperation())']),
    );
  });

  it('gives the serving role nothing to own, and nothing to rewrite the audit with', async () => {
    const owned = await query(
      `select relname from pg_class where relowner = 'samstyr'::regrole
       union all select proname from pg_proc where proowner = 'samstyr'::regrole`,
    );
    expect(owned).toEqual([]);
    const rights = await query<{ table: string; right: string }>(`
      select table_name as table, string_agg(lower(privilege_type), ', ' order by privilege_type) as right
      from information_schema.role_table_grants
      where grantee = 'samstyr' and table_schema = 'samstyr' group by table_name`);
    const of = (table: string) => rights.find((right) => right.table === table)?.right;
    expect(of('audit')).toBe('insert, select');
    expect(of('audit_change')).toBe('insert, select');
    expect(of('idempotency')).toBe('insert, select');
    expect(of('frame_use')).toBe('select');
    expect(of('migration')).toBe('select');
    expect(of('line')).toBe('delete, insert, select, update');
    expect(rights.filter(({ right }) => /truncate|trigger|references/.test(right))).toEqual([]);
  });
});
