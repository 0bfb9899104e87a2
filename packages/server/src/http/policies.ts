import type { Role } from '@samstyr/contract/api/fields';
import type { RouteName } from '@samstyr/contract/api/routes';

/**
 * Who may call a route. `anyone`: no login. `person`: logged in, perhaps with a role somewhere. `member`: one of these roles in the
 * cooperation of the address; to everybody else the cooperation is not there.
 */
export type Policy =
  | { readonly who: 'anyone' }
  | { readonly who: 'person'; readonly anywhere: readonly Role[] | null }
  | MemberPolicy;
export type MemberPolicy = { readonly who: 'member'; readonly roles: readonly Role[] };

const member = (...roles: readonly Role[]): MemberPolicy => ({ who: 'member', roles });
const anyone: Policy = { who: 'anyone' };
const person: Policy = { who: 'person', anywhere: null };

const staff = ['administrator', 'controller', 'unitLeader', 'financeOfficer', 'reader', 'auditor'] as const;
const everybody = [...staff, 'grantOfficer'] as const;
const writers = ['controller', 'unitLeader', 'financeOfficer'] as const;
const desk = ['administrator', 'controller', 'unitLeader', 'financeOfficer', 'auditor'] as const;
const whole = ['controller', 'auditor'] as const;

/** The policy of every route. A route that is not here does not compile, and the server does not start. */
export const policies = {
  'session.login': anyone,
  'session.get': person,
  'session.logout': person,
  'me.update': person,
  'me.password': person,
  'me.totp.begin': person,
  'me.totp.confirm': person,
  'invitation.accept': anyone,
  'reset.accept': anyone,
  'oidc.start': anyone,
  'oidc.callback': anyone,

  'cooperations.list': person,
  'cooperation.get': member(...everybody),
  'tables.get': member(...everybody),
  'commands.run': member(...writers),
  'history.get': member('administrator', 'controller', 'unitLeader', 'auditor'),
  'audit.list': member('administrator', ...whole),
  'audit.entry': member(...whole),
  'audit.head': member('administrator', ...whole),
  'verification.get': member(...whole),
  'versions.list': member(...everybody),
  'version.adopt': member('controller'),
  'alternative.adopt': member('controller'),
  'roll.run': member('controller'),
  'register.put': member('controller'),
  'register.propose': member('controller'),
  'export.get': member(...whole),
  'comments.list': member(...desk),
  'comment.add': member(...writers),
  'comment.resolve': member(...writers),
  'tasks.list': member(...desk),
  'task.add': member('administrator', 'controller'),
  'task.done': member(...writers),

  'overview.get': member(...everybody),
  'bill.get': member(...everybody),
  'figure.get': member(...staff),
  'explanation.get': member(...staff),
  'whatif.run': member(...staff),
  'whatif.explain': member(...staff),
  'plan.get': member(...staff),
  'fit.get': member(...staff),
  'roll.preview': member(...whole),
  'findings.get': member(...whole),
  'progress.get': member(...desk),

  'round.set': member('controller', 'unitLeader'),
  'people.list': member(...desk),
  'presence.put': member(...desk),

  'documents.make': member(...staff),
  'check.upload': member(...staff),
  'jobs.list': member(...staff),
  'job.get': member(...staff),
  'job.cancel': member(...staff),
  'job.file': member(...staff),
  'import.start': { who: 'person', anywhere: ['administrator'] },
  'draft.start': { who: 'person', anywhere: ['administrator'] },
  'import.example': { who: 'person', anywhere: ['administrator'] },
  'cooperation.make': { who: 'person', anywhere: ['administrator'] },
  'import.get': person,
  'publications.make': member('controller'),
  'publications.list': member(...everybody),
  'public.list': anyone,
  'public.get': anyone,
  'public.overview': anyone,
  'public.file': anyone,

  'users.list': member('administrator'),
  'user.grants': member('administrator'),
  'user.remove': member('administrator'),
  'user.active': member('administrator'),
  'user.reset': member('administrator'),
  'invitation.make': member('administrator'),
  'invitations.list': member('administrator'),
  'invitation.revoke': member('administrator'),
  'security.list': member('administrator', 'auditor'),
} as const satisfies { readonly [N in RouteName]: Policy };

/**
 * What a request costs of a person's store of points, or of an address's when nobody is logged in (`access/pace.ts`): about how many tenths of a second it takes of a cooperation of the
 * example's size. What is not here costs nothing.
 */
export const costs = {
  'overview.get': 1,
  'bill.get': 1,
  'figure.get': 1,
  'explanation.get': 2,
  'tables.get': 2,
  'whatif.run': 3,
  'whatif.explain': 4,
  'public.list': 0.25,
  'public.get': 0.25,
  'public.overview': 0.5,
  'public.file': 0.5,
  'plan.get': 3,
  'roll.preview': 3,
  'register.propose': 3,
  'fit.get': 5,
  'findings.get': 5,
  'export.get': 5,
  'documents.make': 10,
  'publications.make': 10,
  'check.upload': 10,
  'import.start': 10,
  'draft.start': 10,
  'import.example': 10,
  'cooperation.make': 10,
  'verification.get': 20,
} as const satisfies { readonly [N in RouteName]?: number };
