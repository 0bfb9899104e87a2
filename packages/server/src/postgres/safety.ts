import type { DatabaseProblem, SafetySetting } from './problems.ts';
import type { Queryable } from './queryable.ts';

/** The oldest PostgreSQL the SQL suits. */
const oldest = 15;
const mustBeOn: readonly SafetySetting[] = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'data_checksums',
];

/** Everything about a server that puts acknowledged changes at risk. Samstyr does not start on one. */
export async function safetyProblems(database: Queryable): Promise<readonly DatabaseProblem[]> {
  const { rows } = await database.query<{ readonly name: string; readonly setting: string }>(
    'select name, setting from pg_settings where name = any ($1)',
    [[...mustBeOn, 'server_version_num', 'server_encoding']],
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const problems: DatabaseProblem[] = [];
  const number = Number.parseInt(settings.get('server_version_num') ?? '0', 10);
  if (number < oldest * 10_000)
    problems.push({ code: 'database.tooOld', version: `${Math.floor(number / 10_000)}`, oldest });
  const encoding = settings.get('server_encoding') ?? '';
  if (encoding !== 'UTF8') problems.push({ code: 'database.encoding', encoding });
  for (const setting of mustBeOn) {
    const value = settings.get(setting) ?? 'off';
    if (value === 'off') problems.push({ code: 'database.unsafe', setting, value });
  }
  return problems;
}

/** The serving role owns nothing and is held by row level security: else a fault in the program is a fault in the wall, too. */
export async function roleProblems(database: Queryable): Promise<readonly DatabaseProblem[]> {
  const { rows } = await database.query<{ readonly role: string; readonly strong: boolean }>(`
    select r.rolname as role,
      r.rolsuper or r.rolbypassrls or exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'samstyr' and pg_has_role(r.oid, c.relowner, 'usage')
      ) as strong
    from pg_roles r where r.rolname = current_user`);
  return rows.flatMap(({ role, strong }): readonly DatabaseProblem[] =>
    strong ? [{ code: 'database.roleTooStrong', role }] : [],
  );
}
