import { createHash } from 'node:crypto';
import type { JobJson } from '@samstyr/contract/api/job-routes';
import type { ApiProblem } from '@samstyr/contract/api/problem';
import type { CheckReport } from '@samstyr/contract/check-findings';
import type { Language } from '@samstyr/contract/texts/language';
import { fail, ok, type Result } from '@samstyr/core/result/result';
import type { Format } from '@samstyr/documents/publish/format';
import type pg from 'pg';
import { canonicalJson } from '../audit/canonical.ts';
import { withCooperation } from '../store/transaction.ts';

/** What somebody wishes to have done. */
export type Wish =
  | {
      readonly kind: 'documents';
      readonly year: number;
      readonly language: Language;
      readonly formats: readonly Format[];
      readonly audience: 'public' | 'internal';
      readonly edition: string;
      readonly archive: boolean;
    }
  | {
      readonly kind: 'publication';
      readonly year: number;
      readonly language: Language;
      readonly formats: readonly Format[];
      readonly edition: string;
    }
  | { readonly kind: 'check' | 'draft'; readonly name: string; readonly language: Language }
  | {
      readonly kind: 'import';
      /** The example, or the zip that was sent. */
      readonly from: 'zip' | 'example';
      /** Another short name than the folder's own. */
      readonly id: string | null;
      /** Another name than the folder's own. */
      readonly name: string | null;
      readonly language: Language;
    };

/** What came of it, beside its files. */
export type JobResult = {
  readonly problems: readonly string[];
  readonly report: CheckReport | null;
  readonly cooperation: string | null;
  readonly publication: string | null;
  readonly questions: readonly string[];
};

export type JobFile = { readonly name: string; readonly type: string; readonly content: Uint8Array };

/** Where jobs live: a cooperation's, or for an import the person's own id. */
export type JobPlace = { readonly pool: pg.Pool; readonly place: string };

/** The id of a job follows from who asked and their key: asked again, it is the same job. */
const jobId = (user: string, key: string): string => {
  const hex = createHash('sha256').update(`job ${user} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** What one person may have in a queue at a time; each may hold twenty megabytes. */
const mostUnfinished = 20;

export async function addJob(
  { pool, place }: JobPlace,
  said: {
    readonly user: string;
    readonly key: string;
    readonly wish: Wish;
    readonly input: Uint8Array | null;
    readonly steps: number;
    readonly at: Date;
  },
): Promise<Result<string, ApiProblem>> {
  const id = jobId(said.user, said.key);
  const wish = canonicalJson(said.wish);
  return withCooperation(pool, place, async (client) => {
    const unfinished = await client.query(
      `select from samstyr.job
       where cooperation_id = $1 and made_by = $2 and id <> $3 and state in ('waiting', 'running') limit $4`,
      [place, said.user, id, mostUnfinished],
    );
    if (unfinished.rowCount === mostUnfinished) return fail({ code: 'api.tooMany', seconds: 60 });
    const { rowCount } = await client.query(
      `insert into samstyr.job (cooperation_id, id, made_by, kind, state, wish, input, steps, made_at)
       values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8) on conflict do nothing`,
      [
        place,
        id,
        said.user,
        said.wish.kind,
        wish,
        said.input === null ? null : Buffer.from(said.input),
        said.steps,
        said.at,
      ],
    );
    if (rowCount === 1) {
      await client.query(
        `insert into samstyr.job_queue (id, cooperation_id, state, made_at) values ($1, $2, 'waiting', $3)`,
        [id, place, said.at],
      );
      return ok(id);
    }
    const { rows } = await client.query<{ readonly same: boolean }>(
      'select wish::text = $3 and input is not distinct from $4 as same from samstyr.job where cooperation_id = $1 and id = $2',
      [place, id, wish, said.input === null ? null : Buffer.from(said.input)],
    );
    return rows[0]?.same === true ? ok(id) : fail({ code: 'api.keyReused' });
  });
}

type JobRow = {
  readonly id: string;
  readonly kind: JobJson['kind'];
  readonly state: JobJson['state'];
  readonly done: number;
  readonly steps: number;
  readonly step: string | null;
  readonly made: string;
  readonly ended: string | null;
  readonly result: JobResult | null;
  readonly files:
    | readonly {
        readonly name: string;
        readonly type: string;
        readonly bytes: number;
        readonly sha256: string;
      }[]
    | null;
};

/** Somebody's jobs, newest first; one of them when an id is given. Nobody sees another's. */
export const jobsOf = (
  { pool, place }: JobPlace,
  user: string,
  id: string | null,
): Promise<readonly JobJson[]> =>
  withCooperation(pool, place, async (client) => {
    const { rows } = await client.query<JobRow>(
      `select j.id, j.kind, j.state, j.done, j.steps, j.step, j.made_at as made, j.ended_at as ended, j.result,
         (select json_agg(json_build_object('name', f.name, 'type', f.type, 'bytes', length(f.content), 'sha256', f.sha256) order by f.name)
          from samstyr.job_file f where f.cooperation_id = j.cooperation_id and f.job_id = j.id) as files
       from samstyr.job j where j.cooperation_id = $1 and j.made_by = $2 and ($3::uuid is null or j.id = $3)
       order by j.made_at desc limit 50`,
      [place, user, id],
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      done: row.done,
      of: row.steps,
      step: row.step,
      madeAt: new Date(row.made).toISOString(),
      endedAt: row.ended === null ? null : new Date(row.ended).toISOString(),
      files: [...(row.files ?? [])],
      problems: [...(row.result?.problems ?? [])],
      report: row.result?.report ?? null,
      cooperation: row.result?.cooperation ?? null,
      publication: row.result?.publication ?? null,
      questions: [...(row.result?.questions ?? [])],
    }));
  });

/** Stops a job that is not finished. One that runs stops before its next step. */
export const cancelJob = ({ pool, place }: JobPlace, user: string, id: string, at: Date): Promise<boolean> =>
  withCooperation(pool, place, async (client) => {
    const { rowCount } = await client.query(
      `update samstyr.job set state = 'cancelled', ended_at = $4, step = null
       where cooperation_id = $1 and id = $2 and made_by = $3 and state in ('waiting', 'running')`,
      [place, id, user, at],
    );
    if (rowCount === 1) await client.query('delete from samstyr.job_queue where id = $1', [id]);
    return rowCount === 1;
  });

export const jobFile = (
  { pool, place }: JobPlace,
  user: string,
  id: string,
  name: string,
): Promise<JobFile | null> =>
  withCooperation(pool, place, async (client) => {
    const { rows } = await client.query<JobFile>(
      `select f.name, f.type, f.content from samstyr.job_file f join samstyr.job j on j.cooperation_id = f.cooperation_id and j.id = f.job_id
       where f.cooperation_id = $1 and f.job_id = $2 and f.name = $3 and j.made_by = $4 and j.state = 'done'`,
      [place, id, name, user],
    );
    return rows[0] ?? null;
  });

export const typeOf = (name: string): string =>
  ({
    html: 'text/html; charset=utf-8',
    pdf: 'application/pdf',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    csv: 'text/csv; charset=utf-8',
    json: 'application/json; charset=utf-8',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  })[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
