import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** What a hash of a password costs: memory in KiB, and passes over it. */
export type PasswordCost = { readonly memorySize: number; readonly iterations: number };

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const owaspLeast: PasswordCost = { memorySize: 19_456, iterations: 2 };
const mostAtOnce = 2;
const mostWaiting = 20;

/** Makes and checks hashes of passwords, few at a time: a flood of logins waits or is turned away, and the rest of the server goes on. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Null hash: nobody has that name. It takes the same time, so that nobody can ask who exists. */
  readonly fits: (password: string, hash: string | null) => Promise<boolean>;
};

/** Thrown when too many are waiting; the edge answers «busy». */
export class TooBusy extends Error {}

/** The work of a login: the only place a password is held against a hash. */
export const verifyPassword = argon2Verify;

/** `cost` is that of new hashes; an old one is held against what it says of itself. */
export function createPasswords({
  cost = owaspLeast,
  verify = verifyPassword,
}: {
  readonly cost?: PasswordCost;
  readonly verify?: typeof verifyPassword;
} = {}): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostAtOnce) {
      if (waiting.length >= mostWaiting) throw new TooBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  const hash = (password: string): Promise<string> =>
    inTurn(() =>
      argon2id({
        password: password.normalize('NFC'),
        salt: randomBytes(16),
        ...cost,
        parallelism: 1,
        hashLength: 32,
        outputType: 'encoded',
      }),
    );
  // Made once, of something nobody knows: what a login for nobody is held against.
  let nobody: Promise<string> | null = null;
  return {
    hash,
    fits: async (password, known) => {
      // Also where somebody is known: else the first try for nobody would take twice the work.
      nobody ??= hash(randomBytes(24).toString('hex'));
      const strangers = await nobody;
      const against = known ?? strangers;
      const fits = await inTurn(() => verify({ password: password.normalize('NFC'), hash: against }));
      return fits && known !== null;
    },
  };
}

const common = ['passord', 'password', '123456', 'qwerty', 'samstyr', 'kommune', 'hemmelig'];

/** Whether a password is long enough only on paper: one sign over and over, a run of keys, or the person's own address. */
export function isWeak(password: string, email: string): boolean {
  const low = password.toLowerCase();
  if (new Set(low).size < 6) return true;
  const [local = ''] = email.toLowerCase().split('@');
  const without = [...common, ...(local.length >= 4 ? [local] : [])].reduce(
    (text, word) => text.replaceAll(word, ''),
    low,
  );
  return without.replace(/[\d\W_]/g, '').length < 6;
}
