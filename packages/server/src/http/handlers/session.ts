import type { SessionJson } from '@samstyr/contract/api/session-routes';
import { fail, ok } from '@samstyr/core/result/result';
import { type Person, remember } from '../../access/access.ts';
import { acceptInvitation, acceptReset } from '../../access/grants.ts';
import { countFailure, secondsToWait } from '../../access/limits.ts';
import { knowsPassword, logIn, setPassword } from '../../access/login.ts';
import { beginFactor, confirmFactor } from '../../access/second-factor.ts';
import { csrfTokenOf } from '../../access/secrets.ts';
import { beginSession, endSession, personOf } from '../../access/sessions.ts';
import { beginOidc, finishOidc } from '../../oidc/oidc.ts';
import type { Context, Handlers } from '../context.ts';

export const sessionJson = (person: Person): SessionJson => ({
  user: person.user,
  name: person.name,
  email: person.email,
  language: person.language,
  hasSecondFactor: person.hasSecondFactor,
  grants: person.grants.map(({ cooperationName, role, units, party }) => ({
    cooperation: cooperationName,
    role,
    units: [...units],
    party,
  })),
  csrfToken: csrfTokenOf(person.secret),
  idleUntil: person.idleUntil.toISOString(),
  endsAt: person.endsAt.toISOString(),
});

/** The session just begun, given to the browser and told. */
async function begun(
  { services, setSession }: Context<'session.login' | 'invitation.accept'>,
  secret: string,
) {
  const person = await personOf(services.access, secret);
  if (person === null) return fail({ code: 'api.notLoggedIn' } as const);
  setSession(secret);
  return ok(sessionJson(person));
}

type Names =
  | Extract<keyof Handlers, `session.${string}` | `me.${string}` | `oidc.${string}`>
  | 'invitation.accept'
  | 'reset.accept';

export const sessionHandlers: Handlers<Names> = {
  'session.login': async (context) => {
    const { services, body, address, session } = context;
    const done = await logIn(services.access, { ...body, address, old: session });
    return done.ok ? begun(context, done.value) : done;
  },
  'session.get': async ({ person }) => ok(sessionJson(person)),
  'session.logout': async ({ services, person, setSession }) => {
    await endSession(services.access.pool, person.secret);
    await remember(services.access, 'logout', { user: person.user });
    setSession(null);
    return ok(null);
  },
  'me.update': async ({ services, person, body }) => {
    await services.access.pool.query(
      'update samstyr.account set name = $2, language = $3 where user_id = $1',
      [person.user, body.name.normalize('NFC').trim(), body.language],
    );
    return ok(sessionJson({ ...person, name: body.name.normalize('NFC').trim(), language: body.language }));
  },
  'me.password': async ({ services, person, body, address, setSession }) => {
    const known = await knowsPassword(services.access, person, body.current, address);
    if (!known.ok) return known;
    const set = await setPassword(services.access, person, body.next, person.secret);
    if (!set.ok) return set;
    setSession(await beginSession(services.access, person.user, person.secret));
    return ok(null);
  },
  'me.totp.begin': async ({ services, person, body, address }) => {
    const known = await knowsPassword(services.access, person, body.password, address);
    if (!known.ok) return known;
    return person.hasSecondFactor
      ? fail({ code: 'api.notAllowed', action: '', roles: ['administrator'] })
      : ok(await beginFactor(services.access, person.user, person.email));
  },
  'me.totp.confirm': async ({ services, person, body, address, setSession }) => {
    const tries = { account: `code ${person.user}`, address };
    const seconds = await secondsToWait(services.access, tries);
    if (seconds > 0) return fail({ code: 'api.tooMany', seconds });
    const codes = await confirmFactor(services.access, person.user, body.code);
    if (codes === null) {
      await countFailure(services.access, tries);
      return fail({ code: 'login.wrongCode' });
    }
    await remember(services.access, 'factor.confirmed', { user: person.user });
    setSession(await beginSession(services.access, person.user, person.secret));
    return ok({ recoveryCodes: [...codes] });
  },
  'invitation.accept': async (context) => {
    const { services, body, address, session } = context;
    const tries = { account: null, address };
    const seconds = await secondsToWait(services.access, tries);
    if (seconds > 0) return fail({ code: 'api.tooMany', seconds });
    const done = await acceptInvitation(services.access, { ...body, old: session });
    if (!done.ok) await countFailure(services.access, tries);
    return done.ok ? begun(context, done.value) : done;
  },
  'reset.accept': async ({ services, body, address }) => {
    const tries = { account: null, address };
    const seconds = await secondsToWait(services.access, tries);
    if (seconds > 0) return fail({ code: 'api.tooMany', seconds });
    const done = await acceptReset(services.access, body);
    if (!done.ok) await countFailure(services.access, tries);
    return done;
  },
  'oidc.start': async ({ services, setFlow }) => {
    if (services.oidc === null) return fail({ code: 'login.oidcOff' });
    const { location, browser } = await beginOidc(services.oidc, services.access);
    setFlow(browser);
    return ok({ location });
  },
  'oidc.callback': async ({ services, query, flow, session, setFlow, setSession }) => {
    if (services.oidc === null) return fail({ code: 'login.oidcOff' });
    setFlow(null);
    const done = await finishOidc(services.oidc, services.access, { query, browser: flow, old: session });
    if (!done.ok) {
      await remember(services.access, 'oidc.refused', {});
      return done;
    }
    setSession(done.value);
    return ok({ location: '/' });
  },
};
