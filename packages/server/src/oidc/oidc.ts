import type { ApiProblem } from '@samstyr/contract/api/problem';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import * as client from 'openid-client';
import { type Access, remember } from '../access/access.ts';
import { hashOf, newSecret } from '../access/secrets.ts';
import { beginSession } from '../access/sessions.ts';

/** How an identity provider such as ID-porten or Entra is used. */
export type OidcWish = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the person back: this server's `/api/v1/oidc/callback`. */
  readonly redirectUri: string;
  /** The levels of assurance that are enough, the one asked for first: `idporten-loa-substantial`, `idporten-loa-high`. */
  readonly acr: readonly string[];
  /** Entra: the one tenant whose people may come in. */
  readonly tenant: string | null;
};

export type Oidc = { readonly wish: OidcWish; readonly configuration: client.Configuration };

const flowMs = 10 * 60_000;

/** Reads the provider's own description. Only https, but for a provider on the loopback. */
export async function discoverOidc(wish: OidcWish): Promise<Oidc> {
  const url = new URL(wish.issuer);
  const isLocal = ['127.0.0.1', 'localhost'].includes(url.hostname);
  const configuration = await client.discovery(url, wish.clientId, wish.clientSecret, undefined, {
    ...(isLocal ? { execute: [client.allowInsecureRequests] } : {}),
    timeout: 10,
  });
  // The library trusts a token that comes straight from the token endpoint over TLS; we hold the signature against the provider's keys too.
  client.enableNonRepudiationChecks(configuration);
  return { wish, configuration };
}

/** Begins a login elsewhere: where to send the browser, and the secret that ties what comes back to it. */
export async function beginOidc(
  { wish, configuration }: Oidc,
  { pool, now }: Access,
): Promise<{ readonly location: string; readonly browser: string }> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const browser = newSecret();
  await pool.query('delete from samstyr.oidc_flow where ends_at < $1', [now()]);
  await pool.query(
    'insert into samstyr.oidc_flow (state_hash, browser_hash, verifier, nonce, ends_at) values ($1, $2, $3, $4, $5)',
    [hashOf(state), hashOf(browser), verifier, nonce, new Date(now().getTime() + flowMs)],
  );
  const location = client.buildAuthorizationUrl(configuration, {
    redirect_uri: wish.redirectUri,
    scope: 'openid profile email',
    response_type: 'code',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(wish.acr.length === 0 ? {} : { acr_values: wish.acr.join(' ') }),
  });
  return { location: location.href, browser };
}

type Returned = {
  readonly query: { readonly [name: string]: string | undefined };
  readonly browser: string | null;
  readonly old: string | null;
};

/**
 * Ends a login elsewhere: the session's secret. The flow is used up whatever comes of it; issuer, audience, signature, nonce and times are
 * the library's to check, the level and the tenant are ours. Everything that is wrong has one answer.
 */
export async function finishOidc(
  { wish, configuration }: Oidc,
  access: Access,
  { query, browser, old }: Returned,
): Promise<Result<string, ApiProblem>> {
  const { state } = query;
  if (state === undefined || browser === null) return fail({ code: 'login.oidcRefused' });
  const { rows } = await access.pool.query<{ readonly verifier: string; readonly nonce: string }>(
    'delete from samstyr.oidc_flow where state_hash = $1 and browser_hash = $2 and ends_at > $3 returning verifier, nonce',
    [hashOf(state), hashOf(browser), access.now()],
  );
  const [flow] = rows;
  if (flow === undefined) return fail({ code: 'login.oidcRefused' });
  const url = new URL(wish.redirectUri);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  let claims: client.IDToken | undefined;
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    claims = tokens.claims();
  } catch {
    return fail({ code: 'login.oidcRefused' });
  }
  if (claims === undefined || claims.sub === '' || !isEnough(wish, claims))
    return fail({ code: 'login.oidcRefused' });
  const user = await accountFor(access, claims);
  if (user === null) return fail({ code: 'login.unknownPerson' });
  await remember(access, 'login.oidc', { user });
  return ok(await beginSession(access, user, old));
}

const isEnough = ({ acr, tenant }: OidcWish, claims: client.IDToken): boolean =>
  (acr.length === 0 || (typeof claims['acr'] === 'string' && acr.includes(claims['acr']))) &&
  (tenant === null || claims['tid'] === tenant);

/** The account of a person the provider knows: by issuer and subject, or the first time by an e-mail address the provider has verified. */
async function accountFor({ pool }: Access, claims: client.IDToken): Promise<string | null> {
  const { rows } = await pool.query<{ readonly user: string; readonly active: boolean }>(
    `select user_id as user, deactivated_at is null as active
     from samstyr.external_identity join samstyr.account using (user_id) where issuer = $1 and subject = $2`,
    [claims.iss, claims.sub],
  );
  if (rows[0] !== undefined) return rows[0].active ? rows[0].user : null;
  const { email } = claims;
  if (typeof email !== 'string' || claims['email_verified'] !== true) return null;
  const made = await pool.query<{ readonly user: string }>(
    `insert into samstyr.external_identity (issuer, subject, user_id)
     select $1, $2, user_id from samstyr.account where email = $3 and deactivated_at is null on conflict do nothing returning user_id as user`,
    [claims.iss, claims.sub, email.toLowerCase()],
  );
  return made.rows[0]?.user ?? null;
}
