import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createAccount, setGrants, type WantedGrant } from '@samstyr/server/access/grants';
import { addPages } from '@samstyr/server/http/pages/pages';
import { type TestServer, testServer } from '../http/test-server.ts';
import { root } from '../tidy/source-files.ts';

/** The newest change below a folder, in milliseconds. */
const newest = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs),
    0,
  );

/** The built work surface, one for each state of its sources, shared by all test files; `npm test` builds it first, else whoever comes first. */
export function builtPages(): string {
  const built = process.env['SAMSTYR_TEST_PAGES'];
  if (built !== undefined) return built;
  const stamp = Math.round(
    Math.max(
      ...['core', 'contract', 'documents', 'web'].map((name) => newest(join(root, 'packages', name, 'src'))),
    ),
  );
  const out = join(root, '.cache', `web-test-${stamp}`);
  if (existsSync(out)) return out;
  const temporary = `${out}.${process.pid}`;
  execFileSync(process.execPath, [join(root, 'scripts/build-web.mjs'), temporary], { stdio: 'ignore' });
  try {
    renameSync(temporary, out);
  } catch {
    rmSync(temporary, { recursive: true, force: true });
  }
  return out;
}

const password = 'fire ord etter hverandre';

export type WorkServer = TestServer & {
  /** Somebody with a password, who can log in by the page. */
  readonly person: (email: string, grants: readonly WantedGrant[]) => Promise<{ readonly password: string }>;
};

/** The whole server with its pages, over a real database, with the example as `vaernesregionen`. */
export async function workServer(): Promise<WorkServer & { readonly cooperationId: string }> {
  const folder = builtPages();
  const server = await testServer({
    before: (app, services) => addPages(app, { folder, services, secure: false }),
  });
  const cooperationId = await server.cooperation('vaernesregionen');
  const hash = await server.access.passwords.hash(password);
  return {
    ...server,
    cooperationId,
    person: async (email, grants) => {
      const user = await createAccount(server.access, { email, name: email.split('@')[0] ?? email });
      await server.access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [
        user,
        hash,
      ]);
      await setGrants(server.access, { cooperation: cooperationId, user, grants, by: null });
      return { password };
    },
  };
}
