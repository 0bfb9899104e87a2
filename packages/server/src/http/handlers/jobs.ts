import type { Role } from '@samstyr/contract/api/fields';
import type { JobJson } from '@samstyr/contract/api/job-routes';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { remember } from '../../access/access.ts';
import { addJob, cancelJob, jobFile, jobsOf, type Wish } from '../../jobs/job-store.ts';
import type { Handlers, Membership, Services } from '../context.ts';
import { hasRole } from '../context.ts';
import type { AnyApiProblem } from '../problem-document.ts';

const place = ({ services, member }: { readonly services: Services; readonly member: Membership }) => ({
  pool: services.access.pool,
  place: member.cooperation,
});

type Asking = {
  readonly services: Services;
  readonly person: { readonly user: string };
  readonly key: string;
};

/** Puts a job in the queue, once for a person and their key, and says how it stands. */
export async function startJob(
  { services, person, key }: Asking,
  where: string,
  wish: Wish,
  input: Uint8Array | null,
): Promise<Result<JobJson, AnyApiProblem>> {
  const at = { pool: services.access.pool, place: where };
  const added = await addJob(at, {
    user: person.user,
    key,
    wish,
    input,
    steps: 'formats' in wish ? wish.formats.length + 1 : 1,
    at: services.access.now(),
  });
  if (!added.ok) return added;
  services.wake();
  const [job] = await jobsOf(at, person.user, added.value);
  return job === undefined ? fail({ code: 'api.notFound' }) : ok(job);
}

/** Who may have what rests on few written into a document. */
const internal: readonly Role[] = ['controller', 'auditor'];

type Names =
  | 'documents.make'
  | 'check.upload'
  | 'jobs.list'
  | 'job.get'
  | 'job.cancel'
  | 'job.file'
  | 'import.start'
  | 'draft.start'
  | 'import.get';

export const jobHandlers: Handlers<Names> = {
  'documents.make': async (context) => {
    const { services, member, person, body } = context;
    if (body.audience === 'internal') {
      if (!hasRole(member, ...internal)) return fail({ code: 'api.notAllowed', action: '', roles: internal });
      await remember(services.access, 'internal.document', {
        cooperation: member.cooperation,
        user: person.user,
      });
    }
    return startJob(
      context,
      member.cooperation,
      {
        kind: 'documents',
        ...body,
        formats: [...new Set(body.formats)],
        edition: body.edition ?? 'full',
        archive: body.archive ?? false,
      },
      null,
    );
  },
  'check.upload': (context) =>
    startJob(
      context,
      context.member.cooperation,
      { kind: 'check', name: context.query.name, language: context.language },
      context.body,
    ),
  'jobs.list': async (context) =>
    ok({ jobs: [...(await jobsOf(place(context), context.person.user, null))] }),
  'job.get': async (context) => {
    const [job] = await jobsOf(place(context), context.person.user, context.params.job);
    return job === undefined ? fail({ code: 'api.notFound' }) : ok(job);
  },
  'job.cancel': async (context) => {
    const { services, person, params } = context;
    const isStopped = await cancelJob(place(context), person.user, params.job, services.access.now());
    const [job] = await jobsOf(place(context), person.user, params.job);
    if (job === undefined) return fail({ code: 'api.notFound' });
    return isStopped ? ok(job) : fail({ code: 'job.finished', state: job.state });
  },
  'job.file': async (context) => {
    const file = await jobFile(place(context), context.person.user, context.params.job, context.params.name);
    return file === null ? fail({ code: 'api.notFound' }) : ok(file);
  },
  'import.start': (context) =>
    startJob(
      context,
      context.person.user,
      {
        kind: 'import',
        from: 'zip',
        id: context.query.name ?? null,
        name: null,
        language: context.query.language ?? context.language,
      },
      context.body,
    ),
  'draft.start': (context) =>
    startJob(
      context,
      context.person.user,
      { kind: 'draft', name: context.query.name, language: context.language },
      context.body,
    ),
  'import.get': async ({ services, person, params }) => {
    const [job] = await jobsOf({ pool: services.access.pool, place: person.user }, person.user, params.job);
    return job === undefined ? fail({ code: 'api.notFound' }) : ok(job);
  },
};
