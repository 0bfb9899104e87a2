import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccount } from '@samstyr/server/access/grants';
import { discoverOidc, type Oidc, type OidcWish } from '@samstyr/server/oidc/oidc';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

const high = 'idporten-loa-high';
const substantial = 'idporten-loa-substantial';
const low = 'idporten-loa-low';

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A real provider, which logs in whoever it is told to, at the level it is told to. */
async function realProvider(): Promise<{
  issuer: string;
  next: { email: string; acr: string };
  close: () => void;
  clients: unknown[];
}> {
  const server = createServer();
  const issuer = await listen(server);
  const next = { email: 'ola@example.org', acr: substantial };
  const clients: { client_id: string; client_secret: string; redirect_uris: string[] }[] = [];
  let provider: Provider | null = null;
  server.on('request', (request, response) => {
    provider ??= new Provider(issuer, {
      clients,
      acrValues: [substantial, high, low],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null },
      conformIdTokenClaims: false,
      cookies: { keys: ['prøve'] },
      findAccount: async (_, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, email: id, email_verified: true }),
      }),
      interactions: { url: async (_, interaction) => `/interaction/${interaction.uid}` },
      features: { devInteractions: { enabled: false } },
    });
    const at = provider;
    if (request.url?.startsWith('/interaction/')) void interact(at, request, response, next);
    else void at.callback()(request, response);
  });
  return { issuer, next, clients, close: () => server.close() };
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  next: { email: string; acr: string },
) {
  const { prompt, params, grantId, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, {
      login: { accountId: next.email, acr: next.acr },
    });
  const grant =
    (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
    new provider.Grant({ accountId: session?.accountId ?? next.email, clientId: `${params['client_id']}` });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}

/** A browser's cookies, for one site at a time. */
class Browser {
  readonly #cookies = new Map<string, string>();
  async get(url: string): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
  /** Follows redirects until they lead to `stop`: that address is given back unvisited. */
  async until(start: string, stop: string): Promise<string> {
    let url = start;
    for (let hops = 0; hops < 12; hops += 1) {
      if (url.startsWith(stop)) return url;
      const response = await this.get(url);
      if (!response.headers.has('location')) throw new Error(`${response.status} at ${url}`);
      url = new URL(response.headers.get('location') ?? '', url).href;
    }
    throw new Error(`never came to ${stop}`);
  }
}

let server: TestServer;
let provider: Awaited<ReturnType<typeof realProvider>>;
let callback: string;
const wishFor = (issuer: string, said: Partial<OidcWish> = {}): OidcWish => ({
  issuer,
  clientId: 'samstyr',
  clientSecret: 'en-hemmelighet-for-prover-bare-her-0123456789',
  redirectUri: callback,
  acr: [substantial, high],
  tenant: null,
  ...said,
});
/** What the server of this file uses from now on. */
async function use(issuer: string, said: Partial<OidcWish> = {}): Promise<void> {
  (server.services as { oidc: Oidc | null }).oidc = await discoverOidc(wishFor(issuer, said));
}
beforeAll(async () => {
  provider = await realProvider();
  server = await testServer();
  callback = `${server.origin}/api/v1/oidc/callback`;
  provider.clients.push({
    client_id: 'samstyr',
    client_secret: wishFor('').clientSecret,
    redirect_uris: [callback],
  });
  for (const email of ['ola@example.org', 'kari@example.org'])
    await createAccount(server.access, { email, name: 'Prøve' });
});
afterAll(async () => {
  provider.close();
  await server.close();
});

const start = (): string => `${server.origin}/api/v1/oidc/start`;
/** Up to the provider's answer, which is not yet used. */
const returned = async (browser: Browser): Promise<string> => browser.until(start(), callback);
const code = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code;

describe('with a real provider', () => {
  beforeAll(() => use(provider.issuer));

  it('a person who is known comes in, by code and PKCE and at the level that is asked for', async () => {
    const browser = new Browser();
    const begun = await fetch(start(), { redirect: 'manual' });
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: `${substantial} ${high}`,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length ?? 0).toBeGreaterThan(30);
    const done = await browser.get(await returned(browser));
    expect(done.status).toBe(302);
    expect(done.headers.get('location')).toBe('/');
    const session = await browser.get(`${server.origin}/api/v1/session`);
    expect(((await session.json()) as { email: string }).email).toBe('ola@example.org');
    // Known by issuer and subject from now on, whatever becomes of the address.
    await server.access.pool.query(
      `update samstyr.account set email = 'ny@example.org' where email = 'ola@example.org'`,
    );
    const again = new Browser();
    expect((await again.get(await returned(again))).status).toBe(302);
  });

  it('a person nobody has invited does not', async () => {
    provider.next.email = 'ukjent@example.org';
    const browser = new Browser();
    expect(await code(await browser.get(await returned(browser)))).toBe('login.unknownPerson');
    provider.next.email = 'kari@example.org';
  });

  it('a lower level than asked for is refused', async () => {
    provider.next.acr = low;
    const browser = new Browser();
    const answer = await browser.get(
      await returned(browser).catch(() => `${callback}?error=login_required&state=x`),
    );
    expect(answer.status).toBe(401);
    provider.next.acr = high;
  });

  it('a code counts once', async () => {
    const browser = new Browser();
    const url = await returned(browser);
    expect((await browser.get(url)).status).toBe(302);
    expect(await code(await browser.get(url))).toBe('login.oidcRefused');
  });

  it('another browser cannot use the answer, nor one with another state, nor one from another flow', async () => {
    const [victim, thief] = [new Browser(), new Browser()];
    const url = await returned(victim);
    await thief.get(start());
    expect(await code(await thief.get(url))).toBe('login.oidcRefused');
    expect(await code(await new Browser().get(url))).toBe('login.oidcRefused');
    const changed = new URL(url);
    changed.searchParams.set('state', 'a'.repeat(43));
    expect(await code(await victim.get(changed.href))).toBe('login.oidcRefused');
  });

  it('a code injected into another flow falls on its PKCE', async () => {
    const [one, two] = [new Browser(), new Browser()];
    const stolen = new URL(await returned(one)).searchParams.get('code') ?? '';
    const url = new URL(await returned(two));
    url.searchParams.set('code', stolen);
    expect(await code(await two.get(url.href))).toBe('login.oidcRefused');
  });

  it('an answer from another issuer is refused (mix-up)', async () => {
    const browser = new Browser();
    const url = new URL(await returned(browser));
    url.searchParams.set('iss', 'https://en-annen.example');
    expect(await code(await browser.get(url.href))).toBe('login.oidcRefused');
  });

  it('an answer that comes after ten minutes is refused, and so is an error', async () => {
    const browser = new Browser();
    const url = await returned(browser);
    server.wait(11 * 60_000);
    expect(await code(await browser.get(url))).toBe('login.oidcRefused');
    const second = new Browser();
    const error = new URL(await returned(second));
    error.searchParams.delete('code');
    error.searchParams.set('error', 'access_denied');
    expect(await code(await second.get(error.href))).toBe('login.oidcRefused');
  });
});

describe('with a provider that answers with false tokens', () => {
  type Forge = {
    readonly claims?: object;
    readonly by?: 'none' | 'stranger' | 'secret';
    readonly header?: object;
  };
  let issuer: string;
  let forger: Server;
  let forge: Forge = {};
  let nonce = '';
  beforeAll(async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const stranger = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' };
    forger = createServer((request, response) => {
      const send = (body: object): void => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      };
      if (request.url?.includes('openid-configuration'))
        return send({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (request.url === '/jwks') return send({ keys: [jwk] });
      void (async () => {
        const now = Math.floor(Date.now() / 1000);
        const claims = {
          ...{ iss: issuer, aud: 'samstyr', sub: 'kari', nonce, acr: high, iat: now, exp: now + 300 },
          ...{ email: 'kari@example.org', email_verified: true },
          ...forge.claims,
        };
        const signed = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'a', ...forge.header });
        const token =
          forge.by === 'none'
            ? new UnsecuredJWT(claims).encode()
            : forge.by === 'secret'
              ? await new SignJWT(claims)
                  .setProtectedHeader({ alg: 'HS256' })
                  .sign(new TextEncoder().encode(wishFor('').clientSecret))
              : await signed.sign(forge.by === 'stranger' ? stranger.privateKey : own.privateKey, {
                  crit: { x: true },
                });
        send({ access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token: token });
      })();
    });
    issuer = await listen(forger);
  });
  afterAll(() => forger.close());

  const tried = async (said: Forge, wish: Partial<OidcWish> = {}): Promise<Response> => {
    await use(issuer, wish);
    forge = said;
    const browser = new Browser();
    const begun = await browser.get(start());
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    nonce = asked.get('nonce') ?? '';
    return browser.get(`${callback}?code=x&state=${asked.get('state')}`);
  };
  const soon = () => Math.floor(Date.now() / 1000);

  it('lets in a token that is right, so that the others are refused for what is wrong with them', async () => {
    expect((await tried({})).status).toBe(302);
    expect((await tried({ claims: { tid: 'kommunen' } }, { tenant: 'kommunen' })).status).toBe(302);
  });

  it.each<[string, Forge, Partial<OidcWish>?]>([
    ['no signature', { by: 'none' }],
    ['a stranger’s signature', { by: 'stranger' }],
    ['our own secret as signature', { by: 'secret' }],
    ['another issuer', { claims: { iss: 'https://en-annen.example' } }],
    ['another audience', { claims: { aud: 'et-annet-system' } }],
    ['several audiences and no azp', { claims: { aud: ['samstyr', 'et-annet-system'] } }],
    [
      'several audiences and another azp',
      { claims: { aud: ['samstyr', 'et-annet-system'], azp: 'et-annet-system' } },
    ],
    ['another nonce', { claims: { nonce: 'gammel' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['expired', { claims: { iat: soon() - 7200, exp: soon() - 3600 } }],
    ['not valid yet', { claims: { nbf: soon() + 3600 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['an empty subject', { claims: { sub: '' } }],
    ['a lower acr', { claims: { acr: low } }],
    ['no acr', { claims: { acr: undefined } }],
    ['an acr that is a list', { claims: { acr: [high] } }],
    ['an acr that only begins right', { claims: { acr: `${high}-x` } }],
    ['another tenant', { claims: { tid: 'en-annen' } }, { tenant: 'kommunen' }],
    ['no tenant', {}, { tenant: 'kommunen' }],
    ['a key that is not there', { header: { kid: 'b' } }],
    ['a critical header nobody knows', { header: { crit: ['x'], x: 1 } }],
  ])('%s is refused', async (_, said, wish = {}) => {
    const answer = await tried(said, wish);
    expect(answer.status).toBe(401);
    expect(await code(answer)).toBe('login.oidcRefused');
    expect(answer.headers.get('set-cookie') ?? '').not.toMatch(/samstyr=\w/);
  });

  it.each([
    ['an address the provider has not verified', { email_verified: false }],
    ['a «verified» that is a word', { email_verified: 'true' }],
    ['no address', { email: undefined }],
  ])('a new subject with %s gets nobody’s account', async (_, claims) => {
    const answer = await tried({ claims: { sub: 'en ny', ...claims } });
    expect(await code(answer)).toBe('login.unknownPerson');
  });
});
