import type { ApiProblem } from '@samstyr/contract/api/problem';
import { findParty } from '@samstyr/core/cooperation/parties';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { grantsOf } from '../../access/access.ts';
import {
  type Member,
  makeLink,
  membersOf,
  openInvitations,
  revokeInvitation,
  setActive,
  setGrants,
  type WantedGrant,
} from '../../access/grants.ts';
import type { Context, Handlers } from '../context.ts';
import { type Seen, see } from './opened.ts';

const personJson = (cooperation: string, { lastLoginAt, grants, ...rest }: Member) => ({
  ...rest,
  lastLoginAt: lastLoginAt === null ? null : new Date(lastLoginAt).toISOString(),
  grants: grants.map(({ role, units, party }) => ({ cooperation, role, units: [...units], party })),
});

/** The roles somebody wishes to give, with what they are for: units that are there, one party that is there, or the whole. */
function checked(
  { index }: Seen,
  grants: readonly WantedGrant[],
): Result<readonly WantedGrant[], ApiProblem> {
  const made: WantedGrant[] = [];
  for (const { role, units, party } of grants) {
    const slug = party === null ? null : findParty(index, party);
    const isRight =
      role === 'unitLeader'
        ? units.length > 0 && units.every((unit) => index.unit.has(unit)) && party === null
        : role === 'financeOfficer'
          ? units.length === 0 && slug !== null
          : units.length === 0 && party === null;
    if (!isRight) return fail({ code: 'access.scopeNeeded', role });
    made.push({ role, units: [...new Set(units)], party: slug });
  }
  return ok(made);
}

const notOurs = { code: 'api.notAllowed', action: '', roles: ['administrator'] } as const;

/** Whether somebody has roles in other cooperations too. */
async function worksElsewhere({
  services,
  member,
  params,
}: Pick<Context<'user.active' | 'user.reset'>, 'services' | 'member' | 'params'>): Promise<boolean> {
  const grants = await grantsOf(services.access.pool, params.user);
  return grants.some(({ cooperation }) => cooperation !== member.cooperation);
}

type Names =
  | 'users.list'
  | 'user.grants'
  | 'user.remove'
  | 'user.active'
  | 'user.reset'
  | 'invitation.make'
  | 'invitations.list'
  | 'invitation.revoke'
  | 'security.list';

export const adminHandlers: Handlers<Names> = {
  'users.list': async ({ services, member }) =>
    ok({
      users: (await membersOf(services.access, member.cooperation)).map((one) =>
        personJson(member.name, one),
      ),
    }) as never,
  'user.grants': async (context) => {
    const { services, member, person, params } = context;
    const grants = checked(await see(context), context.body.grants);
    if (!grants.ok) return grants;
    const known = (await membersOf(services.access, member.cooperation)).find(
      ({ user }) => user === params.user,
    );
    if (known === undefined) return fail({ code: 'api.notFound' });
    const done = await setGrants(services.access, {
      cooperation: member.cooperation,
      user: params.user,
      grants: grants.value,
      by: person.user,
    });
    return done.ok ? (ok(personJson(member.name, { ...known, grants: grants.value })) as never) : done;
  },
  'user.remove': async ({ services, member, person, params }) => {
    const known = (await membersOf(services.access, member.cooperation)).some(
      ({ user }) => user === params.user,
    );
    if (!known) return fail({ code: 'api.notFound' });
    return setGrants(services.access, {
      cooperation: member.cooperation,
      user: params.user,
      grants: [],
      by: person.user,
    });
  },
  'user.active': async (context) => {
    const { services, member, person, params, body } = context;
    const known = (await membersOf(services.access, member.cooperation)).find(
      ({ user }) => user === params.user,
    );
    if (known === undefined) return fail({ code: 'api.notFound' });
    // Nor closed out of the others: there they have roles taken away here.
    if (await worksElsewhere(context)) return fail(notOurs);
    const done = await setActive(services.access, {
      cooperation: member.cooperation,
      user: params.user,
      isActive: body.active,
      by: person.user,
    });
    return done.ok ? (ok(personJson(member.name, { ...known, isActive: body.active })) as never) : done;
  },
  'user.reset': async (context) => {
    const { services, member, person, params } = context;
    const known = (await membersOf(services.access, member.cooperation)).find(
      ({ user }) => user === params.user,
    );
    if (known === undefined) return fail({ code: 'api.notFound' });
    // Who holds roles in another cooperation too is not given a new password by this one's administrator.
    if (await worksElsewhere(context)) return fail(notOurs);
    const link = await makeLink(services.access, {
      kind: 'reset',
      cooperation: member.cooperation,
      email: known.email,
      grants: [],
      by: person.user,
    });
    return ok({ ...link, path: '/nytt-passord' });
  },
  'invitation.make': async (context) => {
    const { services, member, person, body } = context;
    const grants = checked(await see(context), body.grants);
    if (!grants.ok) return grants;
    const link = await makeLink(services.access, {
      kind: 'invitation',
      cooperation: member.cooperation,
      email: body.email.toLowerCase(),
      grants: grants.value,
      by: person.user,
    });
    return ok({ ...link, path: '/invitasjon' });
  },
  'invitations.list': async ({ services, member }) =>
    ok({
      invitations: (await openInvitations(services.access, member.cooperation)).map(
        ({ expiresAt, grants, ...rest }) => ({
          ...rest,
          grants: grants.map((grant) => ({ ...grant, units: [...grant.units] })),
          expiresAt: new Date(expiresAt).toISOString(),
        }),
      ),
    }),
  'invitation.revoke': async ({ services, member, person, params }) =>
    (await revokeInvitation(services.access, {
      cooperation: member.cooperation,
      invitation: params.invitation,
      by: person.user,
    }))
      ? ok(null)
      : fail({ code: 'api.notFound' }),
  'security.list': async ({ services, member }) => {
    const { rows } = await services.access.pool.query<{
      readonly at: string;
      readonly kind: string;
      readonly user: string | null;
      readonly by: string | null;
    }>(
      `select at, kind, user_id as user, by_user as by from samstyr.security_event
       where cooperation_id = $1 order by at desc limit 500`,
      [member.cooperation],
    );
    return ok({ events: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })) });
  },
};
