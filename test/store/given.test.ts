import { tell } from '@samstyr/contract/texts/tell';
import { openDatabase } from '@samstyr/server/postgres/connect';
import { databaseProblemTexts } from '@samstyr/server/postgres/problems';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmptyDatabase, emptyDatabase } from './test-database.ts';

let database: EmptyDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.close());

const problemsOf = async (url: string, ownerUrl: string | null) => {
  const opened = await openDatabase({ url, ownerUrl, folder: '', purpose: 'tool' });
  if (!opened.ok) return opened.problems;
  await opened.value.close();
  return [];
};

describe('a database that is given', () => {
  it('is entered by a role that owns nothing and passes no wall', async () => {
    const [serving, owner] = [database.url('samstyr'), database.url('samstyr_owner')];
    expect(await problemsOf(serving, owner)).toEqual([]);
    expect(await problemsOf(owner, owner)).toEqual([
      { code: 'database.roleTooStrong', role: 'samstyr_owner' },
    ]);
    expect(await problemsOf(database.url('samstyr_admin'), owner)).toEqual([
      { code: 'database.roleTooStrong', role: 'samstyr_admin' },
    ]);
  });

  it('is refused while it answers before a change is on the disk', async () => {
    await database.superuser.query(`alter database ${database.name} set synchronous_commit = off`);
    expect(await problemsOf(database.url('samstyr'), database.url('samstyr_owner'))).toEqual([
      { code: 'database.unsafe', setting: 'synchronous_commit', value: 'off' },
    ]);
  });

  it('that cannot be reached is told of without its password', async () => {
    const nowhere = database.url('samstyr').replace(/:\d+\//, ':1/');
    const problems = await problemsOf(nowhere, nowhere);
    expect(problems.map(({ code }) => code)).toEqual(['database.unreachable', 'database.unreachable']);
    const password = new URL(nowhere).password;
    for (const language of ['nb', 'nn', 'en'] as const)
      for (const problem of problems)
        expect(tell(databaseProblemTexts, language, problem)).not.toContain(password);
  });
});
