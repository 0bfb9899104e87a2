import type { ProblemDocument } from '@samstyr/contract/api/problem';

/** What came of it: the answer, a refusal in words, or nothing at all: the line or the server is away. */
export type Sent =
  | { readonly is: 'done'; readonly answer: unknown }
  | { readonly is: 'refused'; readonly problem: ProblemDocument }
  | { readonly is: 'away' };

type Wish = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly csrf: string;
  readonly body?: unknown;
  /** A file as it is, instead of a body. */
  readonly bytes?: Blob;
  /** What the file is, where the server takes only that. */
  readonly type?: string;
  /** The same key again is the same act: sent twice, done once. */
  readonly key?: string;
};

/** What a browser sends to the end after its page is closed is bounded, for all of the page's together. */
const outlivesPage = 60_000;

/** Asks the API to do something, in the reader's own session; what was asked reaches the server also when the page is closed at once. */
export async function send({ method, path, csrf, body, bytes, type, key }: Wish): Promise<Sent> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(bytes === undefined ? {} : { 'Content-Type': type ?? 'application/octet-stream' }),
      'X-CSRF-Token': csrf,
      'Idempotency-Key': key ?? crypto.randomUUID(),
      'Accept-Language': document.documentElement.lang,
    },
    ...(text === undefined ? {} : { body: text, keepalive: text.length < outlivesPage }),
    ...(bytes === undefined ? {} : { body: bytes }),
  }).catch(() => null);
  if (response === null || response.status === 502 || response.status === 504) return { is: 'away' };
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const answer: unknown = isJson ? await response.json() : null;
  if (response.ok) return { is: 'done', answer };
  return isJson ? { is: 'refused', problem: answer as ProblemDocument } : { is: 'away' };
}
