import * as z from 'zod';
import { cooperationName, email, hash, moment, randomId, role, slugText } from './fields.ts';
import { route } from './route.ts';
import { grant } from './session-routes.ts';

const json = <T extends z.ZodType>(schema: T) => ({ status: 200, json: schema }) as const;
const cooperation = { cooperation: cooperationName } as const;

const person = z
  .strictObject({
    user: z.string(),
    name: z.string(),
    email: z.string(),
    hasSecondFactor: z.boolean(),
    lastLoginAt: moment.nullable(),
    isActive: z.boolean().describe('false: kontoen er stengt'),
    grants: z.array(grant).describe('bare i dette samarbeidet'),
  })
  .meta({ id: 'Person' });
export type PersonJson = z.infer<typeof person>;

const wanted = z.strictObject({
  role,
  units: z.array(slugText).max(50),
  party: z.string().max(80).nullable(),
});
/** A role somebody is to have, and for what. */
export type WantedGrantJson = z.infer<typeof wanted>;

const link = z
  .strictObject({
    token: z.string().describe('vises bare nå: gi den til personen selv; systemet sender ingen e-post'),
    path: z.string(),
    expiresAt: moment,
  })
  .meta({ id: 'Link' });
export type LinkJson = z.infer<typeof link>;

/** An invitation on its way; its link is known only to whom it was given. */
const invitation = z.strictObject({
  id: hash,
  email: z.string(),
  grants: z.array(wanted),
  madeBy: z.string(),
  expiresAt: moment,
});
export type InvitationJson = z.infer<typeof invitation>;

const securityEvent = z.strictObject({
  at: moment,
  kind: z.string(),
  user: z.string().nullable(),
  by: z.string().nullable(),
});

/** Who has access to a cooperation, and as what. */
export const adminRoutes = {
  'users.list': route(
    'GET',
    '/cooperations/{cooperation}/users',
    'Hvem som har tilgang',
    json(z.strictObject({ users: z.array(person) })),
    { params: cooperation },
  ),
  'user.grants': route(
    'PUT',
    '/cooperations/{cooperation}/users/{user}/roles',
    'Rollene en person har her; øktene deres avsluttes',
    json(person),
    {
      params: { ...cooperation, user: randomId },
      body: { json: z.strictObject({ grants: z.array(wanted).max(20) }) },
    },
  ),
  'user.remove': route(
    'DELETE',
    '/cooperations/{cooperation}/users/{user}',
    'Ta bort en persons tilgang',
    { status: 204 },
    { params: { ...cooperation, user: randomId } },
  ),
  'user.active': route(
    'PUT',
    '/cooperations/{cooperation}/users/{user}/active',
    'Steng en persons konto, eller åpne den igjen; øktene avsluttes straks, og det de har skrevet, blir stående',
    json(person),
    { params: { ...cooperation, user: randomId }, body: { json: z.strictObject({ active: z.boolean() }) } },
  ),
  'user.reset': route(
    'POST',
    '/cooperations/{cooperation}/users/{user}/reset',
    'Lag en lenke til nytt passord',
    { status: 201, json: link },
    { params: { ...cooperation, user: randomId } },
  ),
  'invitation.make': route(
    'POST',
    '/cooperations/{cooperation}/invitations',
    'Inviter en person',
    { status: 201, json: link },
    {
      params: cooperation,
      body: { json: z.strictObject({ email, grants: z.array(wanted).min(1).max(20) }) },
    },
  ),
  'invitations.list': route(
    'GET',
    '/cooperations/{cooperation}/invitations',
    'Invitasjoner som ikke er brukt',
    json(z.strictObject({ invitations: z.array(invitation) })),
    { params: cooperation },
  ),
  'invitation.revoke': route(
    'DELETE',
    '/cooperations/{cooperation}/invitations/{invitation}',
    'Trekk en invitasjon tilbake: lenken virker ikke mer',
    { status: 204 },
    { params: { ...cooperation, invitation: hash } },
  ),
  'security.list': route(
    'GET',
    '/cooperations/{cooperation}/security-log',
    'Innlogginger, avviste forsøk, rolleendringer og uttak av skjermede tall',
    json(z.strictObject({ events: z.array(securityEvent) })),
    { params: cooperation },
  ),
} as const;
