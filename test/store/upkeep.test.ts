import { createAccess } from '@samstyr/server/access/access';
import { createAccount, makeLink } from '@samstyr/server/access/grants';
import { beginSession, personOf } from '@samstyr/server/access/sessions';
import { addJob } from '@samstyr/server/jobs/job-store';
import { runCommand } from '@samstyr/server/store/run-command';
import { withCooperation } from '@samstyr/server/store/transaction';
import { keptMs, upkeep } from '@samstyr/server/upkeep/upkeep';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, withExample } from './test-database.ts';

/** What nobody will ask for again goes; what somebody may ask for tomorrow stays. (S-STORE-44) */

const day = 24 * 60 * 60_000;
const start = Date.UTC(2026, 0, 5, 8);
let at = start;
const now = (): Date => new Date(at);
let database: TestDatabase;
let cooperation: string;
beforeAll(async () => {
  database = await testDatabase({ now });
  cooperation = await withExample(database.store);
});
afterAll(() => database.close());

describe('keeping house', () => {
  it('takes away old answers, jobs with files, sessions and links, each when its time is over', async () => {
    const { serving } = database.database;
    const access = createAccess(serving, { now });
    const user = await createAccount(access, { email: 'kari@example.org', name: 'Kari' });
    const comment = (key: string) =>
      runCommand(database.store, {
        cooperation,
        who: user,
        key,
        body: { op: 'addComment', args: { unit: 'nav', body: 'Sett.' } },
      });
    const first = await comment('the-first-key-of-all');
    const places = [cooperation, user];
    for (const place of places) {
      const added = await addJob(
        { pool: serving, place },
        {
          user,
          key: `k ${place}`,
          wish: { kind: 'import', from: 'zip', id: null, name: null, language: 'nb' },
          input: null,
          steps: 1,
          at: now(),
        },
      );
      if (!added.ok) throw new Error('no job');
      await withCooperation(serving, place, async (client) => {
        await client.query(`update samstyr.job set state = 'done', ended_at = $2 where id = $1`, [
          added.value,
          now(),
        ]);
        await client.query(
          `insert into samstyr.job_file (cooperation_id, job_id, name, type, sha256, content) values ($1, $2, 'a', 'b', 'c', 'd')`,
          [place, added.value],
        );
      });
      await serving.query('delete from samstyr.job_queue where id = $1', [added.value]);
    }
    await beginSession(access, user, null);
    await makeLink(access, {
      kind: 'invitation',
      cooperation,
      email: 'ola@example.org',
      grants: [],
      by: user,
    });
    const nothing = { answers: 0, jobs: 0, sessions: 0, links: 0, flows: 0 };
    expect(await upkeep(serving, now())).toEqual(nothing);

    // The same key within the week has the same answer, and one effect.
    at = start + 6 * day;
    expect(await comment('the-first-key-of-all')).toEqual(first);
    const later = await comment('another-key-altogether');
    const open = await beginSession(access, user, null);
    expect(await upkeep(serving, now())).toEqual({ ...nothing, sessions: 1 });
    expect(await personOf(access, open)).not.toBeNull();

    at = start + keptMs + 1;
    expect(await upkeep(serving, now())).toMatchObject({ answers: 1, jobs: 2, sessions: 1, links: 0 });
    expect(await comment('another-key-altogether')).toEqual(later);
    for (const place of places)
      await withCooperation(serving, place, async (client) => {
        expect((await client.query('select from samstyr.job_file')).rowCount).toBe(0);
      });
    at = start + 3 * keptMs;
    expect(await upkeep(serving, now())).toEqual({ answers: 1, jobs: 0, sessions: 0, links: 1, flows: 0 });
  });

  it('leaves the audit whole, and gives the serving role no way to more', async () => {
    const { serving } = database.database;
    const entries = await withCooperation(serving, cooperation, async (client) => {
      const { rows } = await client.query(`select command->>'op' as op from samstyr.audit order by revision`);
      return rows;
    });
    expect(entries).toEqual([{ op: 'import' }, { op: 'addComment' }, { op: 'addComment' }]);
    await expect(serving.query('delete from samstyr.idempotency')).rejects.toMatchObject({ code: '42501' });
    const { rows } = await serving.query(
      `select from samstyr.tenant union all select from samstyr.job where current_setting('samstyr.cooperation', true) = ''`,
    );
    expect(rows).toEqual([]);
  });
});
