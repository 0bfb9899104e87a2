import { createHash } from 'node:crypto';
import type { PublicationJson } from '@samstyr/contract/api/job-routes';
import type { AnswerOf, BodyOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { overviewJson } from '@samstyr/contract/json/overview';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import { editionOf } from '@samstyr/documents/publish/edition';
import { render } from '@samstyr/documents/publish/render';
import type pg from 'pg';
import { cellOf, hiddenIn } from '../../access/sight.ts';
import { canonicalJson, sha256 } from '../../audit/canonical.ts';
import { type JobFile, typeOf } from '../../jobs/job-store.ts';
import type { Opened } from '../../store/store.ts';
import { withCooperation } from '../../store/transaction.ts';
import type { Handlers, Membership, Services } from '../context.ts';
import type { AnyApiProblem } from '../problem-document.ts';
import { see } from './opened.ts';

type Names = 'publications.make' | 'public.list' | 'public.get' | 'public.overview' | 'public.file';

const listing = `select p.id, t_name as cooperation, p.title as name, p.year, p.version, p.language,
    to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", p.audit_head as "auditHead",
    (select json_agg(json_build_object('name', f.name, 'type', f.type, 'bytes', length(f.content), 'sha256', f.sha256) order by f.name)
     from samstyr.publication_file f where f.publication_id = p.id) as files
  from (select *, name as t_name from samstyr.publication) p`;

async function published(
  pool: pg.Pool,
  { id, cooperation }: { readonly id: string | null; readonly cooperation: string | null },
): Promise<PublicationJson[]> {
  const { rows } = await pool.query<PublicationJson>(
    `${listing} where ($1::text is null or p.id = $1) and ($2::text is null or p.t_name = $2) order by p.published_at desc, p.id limit 200`,
    [id, cooperation],
  );
  return rows;
}

type Wanted = {
  readonly services: Services;
  readonly member: Pick<Membership, 'cooperation' | 'name'>;
  readonly body: BodyOf<Routes['publications.make']>;
};

/** Freezes a year's public edition: its files and figures get an address that is the hash of them. */
export async function publish(
  { index }: Opened,
  { services, member, body }: Wanted,
): Promise<Result<PublicationJson, AnyApiProblem>> {
  const edition = editionOf(index, { year: body.year, rounding: 'agreement', audience: 'public' });
  if (!edition.ok) return edition;
  const files: JobFile[] = [];
  for (const format of new Set(body.formats)) {
    const made = await render(edition.value, format, { language: body.language, scope: { scope: 'full' } });
    if (!made.ok)
      return fail({ code: 'api.invalid', path: format, expected: made.problems.join(' ').slice(0, 1000) });
    for (const [name, content] of made.value)
      files.push({
        name: name.replaceAll('/', '-'),
        type: typeOf(name),
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      });
  }
  const { overview, pair } = edition.value;
  const hidden = hiddenIn(index, overview);
  const rows = [...overview.rows, ...overview.totals];
  const gone = new Set(rows.filter((row) => hidden.cells.has(cellOf(row))).map(({ figureId }) => figureId));
  const isSeen = ({ figureId }: { readonly figureId: string }): boolean => !gone.has(figureId);
  const json = overviewJson(overview, null);
  const figures = {
    ...json,
    rows: json.rows.filter(isSeen),
    totals: json.totals.filter(isSeen),
    withheld: [...gone].sort(),
  };
  const sums = files.map(({ name, content }) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  const id = sha256(
    canonicalJson({
      cooperation: member.name,
      version: pair.version.id,
      language: body.language,
      figures,
      files: sums,
    }),
  );
  await withCooperation(services.store.database.serving, member.cooperation, async (client) => {
    const { rowCount } = await client.query(
      `insert into samstyr.publication (id, cooperation_id, name, title, year, version, language, published_at, audit_head, overview)
       select $1, $2, $3, $4, $5, $6, $7, $8, head, $9 from samstyr.tenant where cooperation_id = $2 on conflict do nothing`,
      [
        id,
        member.cooperation,
        member.name,
        overview.cooperation,
        body.year,
        pair.version.id,
        body.language,
        services.access.now(),
        JSON.stringify(figures),
      ],
    );
    if (rowCount === 1)
      for (const { name, type, content } of files)
        await client.query(
          'insert into samstyr.publication_file (publication_id, name, type, sha256, content) values ($1, $2, $3, $4, $5)',
          [id, name, type, sums.find((one) => one.name === name)?.sha256, Buffer.from(content)],
        );
  });
  const [made] = await published(services.store.database.serving, { id, cooperation: null });
  return made === undefined ? fail({ code: 'api.notFound' }) : ok(made);
}

/** Whether a cooperation has published anything. */
export const hasPublished = async (services: Services, cooperation: string): Promise<boolean> =>
  (await published(services.store.database.serving, { id: null, cooperation })).length > 0;

export const publicationHandlers: Handlers<Names> = {
  'publications.make': async (context) => publish(await see(context), context),
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
