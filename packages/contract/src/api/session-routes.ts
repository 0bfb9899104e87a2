import * as z from 'zod';
import {
  cooperationName,
  email,
  language,
  moment,
  newPassword,
  oneTimeToken,
  role,
  shortText,
} from './fields.ts';
import { route } from './route.ts';

export const grant = z
  .strictObject({
    cooperation: cooperationName,
    role,
    units: z.array(z.string()).describe('enhetene en enhetsleder har; ellers tom'),
    party: z.string().nullable().describe('kommunen en økonomiansvarlig har; ellers null'),
  })
  .meta({ id: 'Grant' });

export const session = z
  .strictObject({
    user: z.string(),
    name: z.string(),
    email: z.string(),
    language,
    hasSecondFactor: z.boolean(),
    grants: z.array(grant),
    csrfToken: z.string().describe('sendes som X-CSRF-Token med alt som endrer noe'),
    idleUntil: moment,
    endsAt: moment,
  })
  .meta({ id: 'Session' });
export type SessionJson = z.infer<typeof session>;

const json = <T extends z.ZodType>(schema: T) => ({ status: 200, json: schema }) as const;
const none = { status: 204 } as const;

/** Coming in and going out, and what a person does with their own account. */
export const sessionRoutes = {
  'session.login': route('POST', '/session', 'Logg inn med e-post, passord og kode', json(session), {
    body: {
      json: z.strictObject({
        email,
        password: z.string().min(1).max(200),
        code: z
          .string()
          .regex(/^(?:\d{6}|[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4})$/)
          .nullable()
          .describe('seks sifre, eller en gjenopprettingskode'),
      }),
    },
  }),
  'session.get': route('GET', '/session', 'Hvem jeg er og hva jeg har tilgang til', json(session), {}),
  'session.logout': route('DELETE', '/session', 'Logg ut', none, {}),
  'me.update': route('PUT', '/me', 'Navn og språk', json(session), {
    body: { json: z.strictObject({ name: shortText(100), language }) },
  }),
  'me.password': route('PUT', '/me/password', 'Bytt passord; andre økter avsluttes', none, {
    body: { json: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }) },
  }),
  'me.totp.begin': route(
    'POST',
    '/me/second-factor',
    'Begynn å sette opp engangskoder',
    json(z.strictObject({ otpauth: z.string(), secret: z.string() })),
    { body: { json: z.strictObject({ password: z.string().min(1).max(200) }) } },
  ),
  'me.totp.confirm': route(
    'PUT',
    '/me/second-factor',
    'Bekreft engangskodene; gir gjenopprettingskoder én gang',
    json(z.strictObject({ recoveryCodes: z.array(z.string()) })),
    { body: { json: z.strictObject({ code: z.string().regex(/^\d{6}$/) }) } },
  ),
  'invitation.accept': route('POST', '/invitations/accept', 'Ta imot en invitasjon', json(session), {
    body: { json: z.strictObject({ token: oneTimeToken, name: shortText(100), password: newPassword }) },
  }),
  'reset.accept': route('POST', '/resets/accept', 'Velg nytt passord med en lenke', none, {
    body: { json: z.strictObject({ token: oneTimeToken, password: newPassword }) },
  }),
  'oidc.start': route('GET', '/oidc/start', 'Logg inn med ID-porten eller Entra', { status: 302 }, {}),
  'oidc.callback': route(
    'GET',
    '/oidc/callback',
    'Tilbake fra innloggingen',
    { status: 302 },
    {
      query: {
        code: z.string().max(2000).optional(),
        state: z.string().max(200).optional(),
        iss: z.string().max(500).optional(),
        error: z.string().max(200).optional(),
        error_description: z.string().max(2000).optional(),
        session_state: z.string().max(500).optional(),
      },
    },
  ),
} as const;
