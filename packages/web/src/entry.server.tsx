import { renderToReadableStream } from 'react-dom/server';
import { type EntryContext, ServerRouter } from 'react-router';
import { NonceContext } from './server/nonce.ts';

/** Nothing from elsewhere, no inline style, and only the scripts that carry this answer's nonce. (S-WEB-02) */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Renders a page whole before the first byte is sent: a reader without JavaScript gets all of it. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
): Promise<Response> {
  const nonce = crypto.randomUUID();
  const body = await renderToReadableStream(
    <NonceContext value={nonce}>
      <ServerRouter context={router} url={request.url} nonce={nonce} />
    </NonceContext>,
    { nonce },
  );
  await body.allReady;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', policy(nonce));
  headers.set('X-Content-Type-Options', 'nosniff');
  // Without a referrer a form says no more where it comes from, and the page of logging in must know that it is from here.
  headers.set(
    'Referrer-Policy',
    new URL(request.url).pathname === '/logg-inn' ? 'same-origin' : 'no-referrer',
  );
  return new Response(body, { status, headers });
}
