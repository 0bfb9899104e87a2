import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The checkout, from `drills/` and from a bundle below `.cache/`. */
export const root = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder);
  return folder;
})();

/** A folder for a drill's data, which the user the database runs as can reach. */
export function drillFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'samstyr-øvelse-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Somebody logged in at a server, as a browser is. */
export type Person = { readonly email: string; readonly cookie: string; readonly csrf: string };

export type Reply = { readonly status: number; readonly text: string };

/** `samstyr serve --demo` in a process of its own, on data of its own. */
export type Served = {
  readonly pid: number;
  readonly address: string;
  readonly logIn: (who: number) => Promise<Person>;
  /** Resolves with the exit code, or null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error so far. */
  readonly complaints: () => string;
  /** Asks it to stop in order (SIGTERM) and gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts it, or throws with what it said instead. */
export async function startServed(data: string): Promise<Served> {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, NODE_ENV: ___, ...env } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'scripts', 'launch.mjs'), 'serve', '--demo', '--port', '0'],
    { cwd: data, env: { ...env, SAMSTYR_DATA: join(data, 'data') }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, error] = ['', ''];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    error = `${error}${text}`.slice(-20_000);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await Promise.race([
    new Promise<void>((resolve) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out.includes('Ctrl C')) resolve();
      });
    }),
    ended,
  ]);
  const address = /^Samstyr: (\S+)\/$/m.exec(out)?.[1];
  if (address === undefined) throw new Error(`The server did not start: ${error || out}`);
  const logins = [...out.matchAll(/(\S+@eksempel\.samstyr)\s+(\S+)$/gm)].map(
    ([, email = '', password = '']) => ({
      email,
      password,
    }),
  );
  return {
    pid: child.pid ?? 0,
    address,
    ended,
    complaints: () => error,
    logIn: (who) => logIn(address, logins[who % logins.length] ?? { email: '', password: '' }),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function logIn(
  address: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Person> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, code: null }),
  });
  const { csrfToken } = (await response.json()) as { readonly csrfToken?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (csrfToken === undefined || cookie === undefined)
    throw new Error(`${email} was not let in: ${response.status}`);
  return { email, cookie, csrf: csrfToken };
}

/** One request as somebody; a body makes it a POST, a key one that is done once. */
export async function askAs(
  address: string,
  person: Person,
  path: string,
  { body, key = null }: { readonly body?: unknown; readonly key?: string | null } = {},
): Promise<Reply> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: person.cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'x-csrf-token': person.csrf }),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Memory of a process, in MiB, as Linux tells it; null elsewhere. */
export function residentMiB(pid: number): number | null {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Math.round(Number.parseInt(kibibytes, 10) / 1024);
  } catch {
    return null;
  }
}
