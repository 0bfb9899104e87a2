import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret nobody can guess, 32 bytes; only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A token that proves a request was made by a page that could read the session: of the session's secret, so nothing more is kept. */
export const csrfTokenOf = (sessionSecret: string): string =>
  createHash('sha256').update(`csrf ${sessionSecret}`).digest('base64url');

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A code a person can write down: twelve signs in three groups, 60 bits. */
export function recoveryCode(): string {
  const signs = [...randomBytes(12)].map((byte) => letters[byte % 32]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}
