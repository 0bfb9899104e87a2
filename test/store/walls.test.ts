import { rowToJson } from '@samstyr/contract/tables/row-json';
import { loadFolder } from '@samstyr/formats/folder/load-folder';
import { importFolder } from '@samstyr/server/store/folder';
import { runCommand } from '@samstyr/server/store/run-command';
import { openCooperation } from '@samstyr/server/store/store';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { howMany } from '../laws/how-many.ts';
import { exampleFolder } from '../open-example.ts';
import { type Examples, examples, type TestDatabase } from './test-database.ts';

let ready: Examples;
let database: TestDatabase;
let cooperation: string;
let serving: pg.Client;
beforeAll(async () => {
  ready = await examples();
});
afterAll(() => ready.close());
beforeEach(async () => {
  database = await ready.fresh();
  cooperation = ready.cooperation;
  serving = new pg.Client({ connectionString: database.url('samstyr') });
  await serving.connect();
  return async () => {
    await serving.end();
    await database.close();
  };
});

const send = (body: unknown) => runCommand(database.store, { cooperation, who: 'kari', key: null, body });
const must = async (body: unknown): Promise<void> => {
  const done = await send(body);
  if (!done.ok) throw new Error(JSON.stringify(done.problems.slice(0, 3)));
};
/** The code of what the database says no with, or null. */
const refusal = async (
  client: pg.Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<string | null> => {
  try {
    await client.query(sql, [...values]);
    return null;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};
const see = (client: pg.Client, id: string) =>
  client.query(`select set_config('samstyr.cooperation', $1, false)`, [id]);

describe('by SQL, with every check of the program taken away', () => {
  it('a role that has named no cooperation sees nothing and writes nothing', async () => {
    for (const setting of [null, '']) {
      if (setting !== null) await see(serving, setting);
      for (const table of ['line', 'audit', 'tenant', 'comment', 'frame_use'])
        expect((await serving.query(`select * from samstyr.${table}`)).rowCount, table).toBe(0);
    }
    const tried = await refusal(
      serving,
      `insert into samstyr.comment values ($1, 'a', 'nav', null, 'x', 'x', 'x', false, 1, 1)`,
      [cooperation],
    );
    expect(tried).toBe('42501');
  });

  it('nobody sees or touches another cooperation, not even the owner of the tables', async () => {
    const files = new Map(loadFolder(exampleFolder));
    const yaml = Buffer.from(files.get('cooperation.yaml') ?? []).toString();
    files.set('cooperation.yaml', Buffer.from(yaml.replace('id: vaernesregionen', 'id: naboregionen')));
    const other = await importFolder(database.store, { files, who: 'ola' });
    if (!other.ok) throw new Error(JSON.stringify(other.problems.slice(0, 2)));
    const owner = new pg.Client({ connectionString: database.url('samstyr_owner') });
    await owner.connect();
    for (const client of [serving, owner]) {
      await see(client, other.value.cooperation);
      const { rows } = await client.query(
        'select distinct cooperation_id from samstyr.line union select cooperation_id from samstyr.audit',
      );
      expect(rows).toEqual([{ cooperation_id: other.value.cooperation }]);
      const { rowCount } = await client.query('update samstyr.unit set note = $2 where cooperation_id = $1', [
        cooperation,
        'tatt over',
      ]);
      expect(rowCount).toBe(0);
      // The same id in two cooperations is no secret: it is free in both.
      expect(
        await refusal(
          client,
          `insert into samstyr.unit select $1, 'ny', name, name_nn, name_en, aliases, "group", host, "order", note, 1, 1 from samstyr.unit limit 1`,
          [cooperation],
        ),
      ).toBe('42501');
    }
    await owner.end();
  });

  it('an adopted version cannot be changed, unlocked or taken away', async () => {
    await see(serving, cooperation);
    const adopted = `version = '2024.adopted'`;
    for (const sql of [
      `update samstyr.adopted set amount_ore = amount_ore + 1 where ${adopted}`,
      `delete from samstyr.adopted where ${adopted}`,
      `update samstyr.version set locked = false where id = '2024.adopted'`,
      `update samstyr.version set status = 'proposal' where id = '2024.adopted'`,
      `delete from samstyr.version where id = '2024.adopted'`,
      `update samstyr.line set version = '2024.adopted' where version = '2025.recommended'`,
    ])
      expect(await refusal(serving, sql), sql).toBe('SA001');
    await must({ op: 'adoptVersion', args: { version: '2025.recommended' } });
    expect(
      await refusal(serving, `update samstyr.line set amount_ore = 0 where version = '2025.recommended'`),
    ).toBe('SA001');
  });

  it('the audit is only added to, by its owner too', async () => {
    const owner = new pg.Client({ connectionString: database.url('samstyr_owner') });
    await owner.connect();
    await see(owner, cooperation);
    await see(serving, cooperation);
    for (const sql of [
      `update samstyr.audit set who = 'en annen'`,
      'delete from samstyr.audit_change',
      'truncate samstyr.audit_change',
    ]) {
      expect(await refusal(serving, sql), sql).toBe('42501');
      expect(await refusal(owner, sql), sql).toBe('SA002');
    }
    await owner.end();
  });

  it('a service has as many keys one after the other as it needs', async () => {
    // Enough that the index of days is divided, which reckons with how far days are from each other: an endless one has no distance.
    const { rowCount } = await database.superuser.query(
      `insert into samstyr.key (cooperation_id, id, service, "from", until, known, key, cost_base, basis, position, row_version)
       select $1, 'n' || day, (select id from samstyr.service s where not exists (select from samstyr.key where service = s.id) limit 1),
         '2200-01-01'::date + day, '2200-01-02'::date + day,
         case when day % 2 = 0 then '2199-01-01'::date end, '"equal"', '{}', 'assumed', 900000 + day, 1
       from generate_series(1, 1500) as day`,
      [cooperation],
    );
    expect(rowCount).toBe(1500);
  });

  it('nobody takes part twice at a time, and no service has two keys on one day', async () => {
    await see(serving, cooperation);
    const twice = (table: string) =>
      refusal(
        serving,
        `insert into samstyr."${table}" select (json_populate_record(t, json_build_object('id', t.id || '-2'))).*
         from samstyr."${table}" t ${table === 'key' ? 'where "case" is null' : ''} limit 1`,
      );
    for (const table of ['participation', 'key', 'party']) expect(await twice(table), table).toBe('23P01');
  });
});

describe('a frame', () => {
  const frame = (amountOre: string) => ({
    op: 'putRow',
    args: {
      table: 'frame',
      row: { id: 'nav-2025', version: '2025.recommended', unit: 'nav', amountOre, note: null },
    },
  });
  const proposed = (amountOre: string, at: number) => ({
    op: 'putRow',
    args: {
      table: 'change',
      row: {
        ...{
          id: `forslag-${at}`,
          version: '2025.recommended',
          service: 'nav/drift',
          party: null,
          kind: 'measure',
        },
        ...{
          amountOre,
          from: null,
          until: null,
          oneOff: false,
          counterpart: null,
          reason: null,
          proposer: null,
        },
        ...{ status: 'proposed', proposedOre: null, includedOre: '0', note: null },
      },
    },
  });
  const used = async (): Promise<bigint> => {
    const { rows } = await database.superuser.query<{ used: string }>(
      `select used_ore as used from samstyr.frame_use where unit = 'nav' and version = '2025.recommended'`,
    );
    return BigInt(rows[0]?.used ?? '0');
  };

  it('stops the change that exceeds it, with what is used and what there is', async () => {
    const room = (await used()) + 1_000n;
    await must(frame(`${room}`));
    await must(proposed('600', 1));
    await must(proposed('600', 2));
    const row = async (id: string) => {
      const found = await openCooperation(database.store, cooperation);
      return rowToJson('change', found!.index.model.change.find((change) => change.id === id)!);
    };
    const accept = async (id: string) =>
      send({
        op: 'putRow',
        args: { table: 'change', row: { ...(await row(id)), status: 'accepted' } },
        expect: { [`change:${id}`]: 1 },
      });
    expect((await accept('forslag-1')).ok).toBe(true);
    const over = await accept('forslag-2');
    expect(over.ok ? [] : over.problems).toEqual([
      {
        code: 'command.overFrame',
        version: '2025.recommended',
        unit: 'nav',
        frameOre: room,
        usedOre: room + 200n,
      },
    ]);
    // The last øre of room may be taken, and a frame may not be set below what is used.
    const found = await send({ ...frame(`${room - 401n}`), expect: { 'frame:nav-2025': 1 } });
    expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(['command.overFrame']);
    expect((await send({ ...frame(`${room - 400n}`), expect: { 'frame:nav-2025': 1 } })).ok).toBe(true);
  });

  it('makes room before it is taken when both come in one command', async () => {
    const room = await used();
    await must(frame(`${room}`));
    await must({
      op: 'batch',
      args: {
        commands: [
          { op: 'addChange', args: { year: 2025, service: 'nav/drift', kind: 'measure', amountOre: '500' } },
          { op: 'addChange', args: { year: 2025, service: 'nav/drift', kind: 'saving', amountOre: '-500' } },
        ],
      },
    });
    expect(await used()).toBe(room);
  });

  it(`holds when eight connections accept at once behind the program, in ${howMany(100)} rounds`, async () => {
    const base = await used();
    await must(frame(`${base + 1_000n}`));
    await must({
      op: 'batch',
      args: { commands: Array.from({ length: 8 }, (_, at) => proposed('300', at)) },
    });
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client({ connectionString: database.url('samstyr') });
        await client.connect();
        await see(client, cooperation);
        return client;
      }),
    );
    for (let round = 0; round < howMany(100); round += 1) {
      const answers = await Promise.all(
        clients.map((client, at) =>
          refusal(client, `update samstyr.change set status = 'accepted' where id = $1`, [`forslag-${at}`]),
        ),
      );
      expect(answers.filter((code) => code === null)).toHaveLength(3);
      expect(answers.filter((code) => code === '23514')).toHaveLength(5);
      expect(await used()).toBe(base + 900n);
      await clients[0]!.query(`update samstyr.change set status = 'proposed' where id like 'forslag-%'`);
    }
    await Promise.all(clients.map((client) => client.end()));
  });
});
