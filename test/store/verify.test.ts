import { hashEntry } from '@samstyr/server/audit/entry';
import { readAudit } from '@samstyr/server/audit/read-audit';
import { isIn, type VerifyFinding, verifyCooperation, verifyIn } from '@samstyr/server/audit/verify';
import { runCommand } from '@samstyr/server/store/run-command';
import { withCooperation } from '@samstyr/server/store/transaction';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { howMany } from '../laws/how-many.ts';
import { random } from '../laws/random.ts';
import { tamper } from './tamper.ts';
import { type Examples, examples, type TestDatabase } from './test-database.ts';

let ready: Examples;
let database: TestDatabase;
let cooperation: string;
beforeAll(async () => {
  ready = await examples();
});
afterAll(() => ready.close());
beforeEach(async () => {
  database = await ready.fresh();
  cooperation = ready.cooperation;
  for (const [at, kind] of (['saving', 'measure', 'correction'] as const).entries())
    await runCommand(database.store, {
      cooperation,
      who: 'kari',
      key: null,
      body: {
        op: 'addChange',
        args: { year: 2025, service: 'nav/drift', kind, amountOre: `${-100 * (at + 1)}` },
      },
    });
  return () => database.close();
});

const verify = (heads: readonly string[] = []) =>
  verifyCooperation(database.database.serving, cooperation, heads);
const codes = (findings: readonly VerifyFinding[]): readonly string[] => findings.map(({ code }) => code);
/** As a superuser who first switches the triggers off. */
const behind = async (sql: string, values: readonly unknown[] = []): Promise<void> => {
  await database.superuser.query(`set session_replication_role = replica`);
  await database.superuser.query(sql, [...values]);
};

describe('verify', () => {
  it('finds nothing in what was only written by commands, and prints where it came to', async () => {
    const { findings, entries, head, rows } = await verify();
    expect(findings).toEqual([]);
    expect(entries).toBe(4);
    expect(rows).toBeGreaterThan(1_000);
    expect(head).toMatch(/^4:[0-9a-f]{64}$/);
    expect((await verify([head, head.slice(2)])).findings).toEqual([]);
  });

  it('finds an øre a superuser moved, and says what it was', async () => {
    await behind(
      `update samstyr.line set amount_ore = amount_ore + 1 where id = (select min(id) from samstyr.line)`,
    );
    const { findings } = await verify();
    expect(findings[0]).toMatchObject({ code: 'verify.differs', table: 'line', field: 'amountOre' });
    const [first] = findings;
    if (first?.code !== 'verify.differs') throw new Error('no difference');
    expect(BigInt(first.found) - BigInt(first.expected)).toBe(1n);
  });

  it('finds a tail that was cut, also when everything else was made to fit', async () => {
    const { head } = await verify();
    await behind('delete from samstyr.audit_change where revision = 4');
    await behind('delete from samstyr.audit where revision = 4');
    expect(codes((await verify()).findings)).toContain('verify.tail');
    // The row of the change and the cooperation's own head are made to fit, too: nothing inside says anything any more.
    await behind(`delete from samstyr.change where id = 'nav/drift/2025.recommended/correction'`);
    await behind(
      `update samstyr.tenant set revision = 3, head = (select hash from samstyr.audit where revision = 3)`,
    );
    await behind(`update samstyr.frame_use set used_ore = (select sum(amount_ore) from samstyr.change c
      join samstyr.service s on s.cooperation_id = c.cooperation_id and s.id = c.service
      where c.version = frame_use.version and s.unit = frame_use.unit and c.status in ('accepted', 'adjusted') and c.counterpart is null)
      where unit = 'nav' and version = '2025.recommended'`);
    expect((await verify()).findings).toEqual([]);
    expect(codes((await verify([head])).findings)).toEqual(['verify.head']);
  });

  it('finds a chain that was made anew from an entry on', async () => {
    const { head } = await verify();
    const entries = await withCooperation(
      database.database.serving,
      cooperation,
      (client) => readAudit(client, cooperation),
      'snapshot',
    );
    let previous = entries[0]!.hash;
    for (const entry of entries.slice(1)) {
      const who = entry.revision === 2 ? 'en-annen' : entry.who;
      const made = hashEntry(
        { cooperation, revision: entry.revision, at: entry.at, who, command: entry.command },
        entry.changes,
        previous,
      );
      await behind('update samstyr.audit set who = $2, previous_hash = $3, hash = $4 where revision = $1', [
        entry.revision,
        who,
        previous,
        made.hash,
      ]);
      previous = made.hash;
    }
    await behind('update samstyr.tenant set head = $1', [previous]);
    expect((await verify()).findings).toEqual([]);
    expect(codes((await verify([head])).findings)).toEqual(['verify.head']);
  });

  it('finds two entries that changed places', async () => {
    await behind('update samstyr.audit set revision = 100 where revision = 2');
    await behind('update samstyr.audit set revision = 2 where revision = 3');
    await behind('update samstyr.audit set revision = 3 where revision = 100');
    const found = codes((await verify()).findings);
    expect(found).toContain('verify.link');
    expect(found).toContain('verify.entry');
  });

  it(`finds ${howMany(30)} tamperings of ${howMany(30)}, each drawn at random and made behind the program’s back`, async () => {
    const { whole } = random(20261123);
    const next = (below: number): number => whole(0, below - 1);
    const { head } = await verify();
    const missed: string[] = [];
    for (let number = 0; number < howMany(30); number += 1) {
      await database.superuser.query('begin');
      const what = await tamper(database.superuser, cooperation, next);
      // Seen by the same connection, so that it can be taken back.
      const seen = await verifyAs(database, cooperation, head);
      if (seen.length === 0) missed.push(what);
      await database.superuser.query('rollback');
    }
    expect(missed).toEqual([]);
    expect((await verify([head])).findings).toEqual([]);
  });

  it('knows a printed head by its hash or with its revision', () => {
    const entries = [{ revision: 7, hash: 'ab' }];
    expect([isIn('7:ab', entries), isIn('ab', entries), isIn('8:ab', entries), isIn('', entries)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** Verifies inside the superuser's own transaction. */
async function verifyAs(
  { superuser }: TestDatabase,
  of: string,
  head: string,
): Promise<readonly VerifyFinding[]> {
  await superuser.query(`select set_config('samstyr.cooperation', $1, true)`, [of]);
  return (await verifyIn(superuser, of, [head])).findings;
}
