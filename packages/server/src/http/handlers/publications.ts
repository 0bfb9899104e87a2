import type { PublicationJson, PublicationOfOursJson } from '@samstyr/contract/api/job-routes';
import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { fail, ok } from '@samstyr/core/result/result';
import type pg from 'pg';
import type { JobFile } from '../../jobs/job-store.ts';
import type { Handlers } from '../context.ts';
import { startJob } from './jobs.ts';

type Names =
  | 'publications.make'
  | 'publications.list'
  | 'public.list'
  | 'public.get'
  | 'public.overview'
  | 'public.file';

const columns = `p.id, p.name as cooperation, p.title as name, p.year, p.version, p.language, p.edition,
    to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", p.audit_head as "auditHead",
    (select json_agg(json_build_object('name', f.name, 'type', f.type, 'bytes', length(f.content), 'sha256', f.sha256) order by f.name)
     from samstyr.publication_file f where f.publication_id = p.id) as files`;

async function published(
  pool: pg.Pool,
  { id, cooperation }: { readonly id: string | null; readonly cooperation: string | null },
): Promise<PublicationJson[]> {
  const { rows } = await pool.query<PublicationJson>(
    `select ${columns} from samstyr.publication p
     where ($1::text is null or p.id = $1) and ($2::text is null or p.name = $2) order by p.published_at desc, p.id limit 200`,
    [id, cooperation],
  );
  return rows;
}

/** Whether a cooperation has published anything. */
export const hasPublished = async (pool: pg.Pool, cooperation: string): Promise<boolean> =>
  (await published(pool, { id: null, cooperation })).length > 0;

export const publicationHandlers: Handlers<Names> = {
  'publications.make': (context) =>
    startJob(
      context,
      context.member.cooperation,
      {
        kind: 'publication',
        ...context.body,
        formats: [...new Set(context.body.formats)],
        edition: context.body.edition ?? 'full',
      },
      null,
    ),
  'publications.list': async ({ services, member }) => {
    const { rows } = await services.store.database.serving.query<PublicationOfOursJson>(
      `select ${columns}, a.name as by from samstyr.publication p join samstyr.account a on a.user_id = p.published_by
       where p.cooperation_id = $1 order by p.published_at desc, p.id limit 200`,
      [member.cooperation],
    );
    return ok({ publications: rows });
  },
  'public.list': async ({ services, query }) =>
    ok({
      publications: await published(services.store.database.serving, {
        id: null,
        cooperation: query.cooperation ?? null,
      }),
    }),
  'public.get': async ({ services, params }) => {
    const [found] = await published(services.store.database.serving, {
      id: params.publication,
      cooperation: null,
    });
    return found === undefined ? fail({ code: 'api.notFound' }) : ok(found);
  },
  'public.overview': async ({ services, params }) => {
    const { rows } = await services.store.database.serving.query<{
      readonly overview: AnswerOf<Routes['public.overview']>;
    }>('select overview from samstyr.publication where id = $1', [params.publication]);
    return rows[0] === undefined ? fail({ code: 'api.notFound' }) : ok(rows[0].overview);
  },
  'public.file': async ({ services, params }) => {
    const { rows } = await services.store.database.serving.query<JobFile>(
      'select name, type, content from samstyr.publication_file where publication_id = $1 and name = $2',
      [params.publication, params.name],
    );
    return rows[0] === undefined ? fail({ code: 'api.notFound' }) : ok(rows[0]);
  },
};
