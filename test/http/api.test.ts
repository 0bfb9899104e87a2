import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, newKey, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let controller: Actor;
let reader: Actor;
let cooperation: string;
const at = '/cooperations/vaernesregionen';
beforeAll(async () => {
  server = await testServer();
  cooperation = await server.cooperation('vaernesregionen');
  controller = await server.actor(cooperation, 'controller');
  reader = await server.actor(cooperation, 'reader');
});
afterAll(() => server.close());

type Row = {
  readonly figureId: string;
  readonly currentOre: string;
  readonly unit: string | null;
  readonly party: string | null;
};

describe('reading', () => {
  it('gives the overview to the øre as digits, the same as the command line', async () => {
    const { status, body } = await server.ask(`${at}/budgets/2025/overview`, { as: controller });
    expect(status).toBe(200);
    const { totals } = body as { totals: readonly Row[] };
    expect(totals.find(({ party }) => party === null)?.currentOre).toMatch(/^\d{9,}$/);
  });

  it.each([
    ['a bill', '/budgets/2025/bills/5032'],
    ['an explanation', '/figures/budget%2F2025%2Fnav%2Fdrift%2F5034/explanation?depth=3'],
    ['a figure', '/figures/budget%2F2025%2Fnav%2Fdrift%2F5034'],
    ['the plan', '/budgets/2025/plan'],
    ['a key that fits', '/budgets/2025/key-fit?service=innkjop'],
    ['what rolling would do', '/rolls/2026'],
    ['the findings', '/findings?language=nn'],
    ['the progress', '/budgets/2025/progress'],
    ['the tables', '/tables'],
    ['the versions', '/versions'],
    ['the cooperation', ''],
    ['the plan of one party', '/budgets/2025/plan?party=Selbu&prices=fixed'],
    ['the audit', '/audit'],
    ['the audit head', '/audit/head'],
    ['the files', '/export'],
    ['comments', '/comments'],
    ['tasks', '/tasks'],
    ['jobs', '/jobs'],
  ])('gives %s', async (_, path) => {
    const { status, text } = await server.ask(`${at}${path}`, { as: controller });
    expect(status, text.slice(0, 400)).toBe(200);
  });

  it('holds the rows against the audit, and tells when a head that was printed is not there', async () => {
    const { body } = await server.ask(`${at}/verification`, { as: controller });
    const { head } = body as { head: string };
    expect(body).toMatchObject({ findings: [] });
    const kept = await server.ask(`${at}/verification?head=${head}`, { as: controller });
    expect(kept.body).toMatchObject({ head, findings: [] });
    const lost = await server.ask(`${at}/verification?head=1:${'0'.repeat(64)}&language=en`, {
      as: controller,
    });
    expect(lost.body).toMatchObject({ findings: [{ code: 'verify.head' }] });
    const none = await server.ask(`${at}/budgets/2025/plan?party=Storby`, { as: controller });
    expect([none.status, none.body]).toMatchObject([404, { code: 'budget.unknownParty' }]);
  });

  it('leaves out what rests on few for a reader, also from rows, and says how much', async () => {
    const whole = await server.ask(`${at}/budgets/2025/overview`, { as: controller });
    const part = await server.ask(`${at}/budgets/2025/overview`, { as: reader });
    const { withheld, rows } = part.body as { withheld: readonly string[]; rows: readonly Row[] };
    expect(withheld.length).toBeGreaterThan(0);
    expect((whole.body as { withheld: readonly string[] }).withheld).toEqual([]);
    expect(rows.filter(({ figureId }) => withheld.includes(figureId))).toEqual([]);
    const { body } = await server.ask(`${at}/tables`, { as: reader });
    const { tables } = body as { tables: { line: readonly { row: { sensitive: boolean } }[] } };
    expect(tables.line.filter(({ row }) => row.sensitive)).toEqual([]);
    const figure = encodeURIComponent(withheld[0] ?? '');
    expect((await server.ask(`${at}/figures/${figure}/explanation`, { as: reader })).status).toBe(403);
  });
});

describe('a command', () => {
  const edit = {
    op: 'addChange',
    args: {
      year: 2025,
      service: 'innkjop',
      kind: 'saving',
      amountOre: '-45000000',
      reason: 'Færre lisenser',
    },
  };

  it('does what its what-if showed, and a second try with the same key does nothing more', async () => {
    const { year: _, ...args } = edit.args;
    const shown = await server.ask(`${at}/budgets/2025/whatif`, {
      as: controller,
      method: 'POST',
      body: { edits: [{ op: edit.op, ...args }] },
    });
    expect(shown.status, shown.text.slice(0, 300)).toBe(200);
    const after = (shown.body as { rows: readonly { figureId: string; afterOre: string }[] }).rows;
    const whole = 'budget/2025.recommended/all/operating/sum';
    const told = await server.ask(`${at}/budgets/2025/whatif/explanation`, {
      as: controller,
      method: 'POST',
      body: { figure: whole, edits: [{ op: edit.op, ...args }] },
    });
    expect(told.status, told.text.slice(0, 300)).toBe(200);
    const { root, nodes } = told.body as { root: string; nodes: { [id: string]: { amountOre: string } } };
    const { totals } = shown.body as { totals: readonly { figureId: string; afterOre: string }[] };
    expect(nodes[root]?.amountOre).toBe(totals.find(({ figureId }) => figureId === whole)?.afterOre);
    const later = 'budget/2026.plan/all/operating/sum';
    const planned = await server.ask(`${at}/budgets/2025/whatif/explanation`, {
      as: controller,
      method: 'POST',
      body: { figure: later, edits: [{ op: edit.op, ...args }] },
    });
    expect(planned.status, planned.text.slice(0, 300)).toBe(200);
    const headers = { 'idempotency-key': newKey() };
    const once = await server.ask(`${at}/commands`, { as: controller, method: 'POST', body: edit, headers });
    const twice = await server.ask(`${at}/commands`, { as: controller, method: 'POST', body: edit, headers });
    expect(once.status, once.text.slice(0, 300)).toBe(200);
    expect(twice.text).toBe(once.text);
    const { body } = await server.ask(`${at}/budgets/2025/overview`, { as: controller });
    const now = new Map((body as { rows: readonly Row[] }).rows.map((row) => [row.figureId, row.currentOre]));
    for (const { figureId, afterOre } of after) expect(now.get(figureId)).toBe(afterOre);
  });

  it('that comes after somebody else is answered with both values', async () => {
    const { body } = await server.ask(`${at}/tables`, { as: controller });
    const { tables } = body as {
      tables: { unit: readonly { version: number; row: { id: string; name: string } }[] };
    };
    const unit = tables.unit[0]!;
    const put = (name: string) =>
      server.ask(`${at}/commands`, {
        as: controller,
        method: 'POST',
        headers: { 'idempotency-key': newKey() },
        body: {
          op: 'putRow',
          args: { table: 'unit', row: { ...unit.row, name } },
          expect: { [`unit:${unit.row.id}`]: unit.version },
        },
      });
    expect((await put('Først')).status).toBe(200);
    const late = await put('Sist');
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'api.conflict',
      conflicts: [{ theirs: { name: 'Først' }, yours: { name: 'Sist' }, base: { name: unit.row.name } }],
    });
    const history = await server.ask(`${at}/history/unit/${unit.row.id}?field=name`, { as: controller });
    expect((history.body as { entries: readonly { after: { name: string } }[] }).entries[0]?.after.name).toBe(
      'Først',
    );
  });

  it('gives an amount back as it came, also where a float would lose the last øre', async () => {
    const row = {
      id: 'prøve',
      version: '2025.recommended',
      unit: 'nav',
      amountOre: '9007199254740993',
      note: 'bekreftet',
    };
    const sent = await server.ask(`${at}/commands`, {
      as: controller,
      method: 'POST',
      headers: { 'idempotency-key': newKey() },
      body: { op: 'putRow', args: { table: 'frame', row: { ...row, id: 'nav-proeve' } } },
    });
    expect(sent.status, sent.text.slice(0, 500)).toBe(200);
    const { text } = await server.ask(`${at}/tables`, { as: controller });
    expect(text).toContain('"amountOre":"9007199254740993"');
  });
});

describe('a unit in the budget round', () => {
  it('is in progress while tasks are open, delivered when they are done, and checked when what it proposes is settled', async () => {
    const status = async (): Promise<string | undefined> => {
      const { body } = await server.ask(`${at}/budgets/2025/progress`, { as: controller });
      return (body as { units: readonly { unit: string; status: string }[] }).units.find(
        ({ unit }) => unit === 'innkjop',
      )?.status;
    };
    const send = async (path: string, method: string, body: object) => {
      const headers = { 'idempotency-key': newKey() };
      const sent = await server.ask(`${at}${path}`, { as: controller, method, headers, body });
      expect(sent.status, sent.text.slice(0, 300)).toBeLessThan(300);
      return (sent.body as { rows: readonly { id: string; table: string }[] }).rows;
    };
    const task = { unit: 'innkjop', year: 2025, kind: 'status', title: 'Status mangler', due: null };
    const [made] = await send('/tasks', 'POST', task);
    expect(await status()).toBe('inProgress');
    const change = {
      ...{
        id: 'innkjop-forslag',
        version: '2025.recommended',
        service: 'innkjop',
        party: null,
        kind: 'measure',
      },
      ...{ amountOre: '100', from: null, until: null, oneOff: false, counterpart: null, reason: 'Prøve' },
      ...{ proposer: null, status: 'proposed', proposedOre: null, includedOre: null, note: null },
    };
    await send('/commands', 'POST', { op: 'putRow', args: { table: 'change', row: change } });
    await send(`/tasks/${made?.id}/done`, 'PUT', { done: true, version: 1 });
    expect(await status()).toBe('delivered');
    await send('/commands', 'POST', {
      op: 'putRow',
      args: { table: 'change', row: { ...change, status: 'rejected' } },
      expect: { 'change:innkjop-forslag': 1 },
    });
    expect(await status()).toBe('checked');
  });
});

describe('an amount that is written another way is refused', () => {
  const body = (amount: string): string =>
    `{"op":"putRow","args":{"table":"frame","row":{"id":"x","version":"2025.recommended","unit":"nav","amountOre":${amount},"note":null}}}`;
  it.each([
    ['a number', body('12')],
    ['decimals', body('"12.5"')],
    ['a leading zero', body('"012"')],
    ['minus zero', body('"-0"')],
    ['a space', body('" 12"')],
    ['an exponent', body('"1e3"')],
    ['null', body('null')],
    ['true', body('true')],
    ['18 digits', body('"123456789012345678"')],
    ['nothing', body('""')],
    ['a plus', body('"+12"')],
    ['other digits', body('"١٢"')],
    ['a doubled key', body('"1","amountOre":"2"')],
    ['a doubled key written in another way', body('"1","amount\\u004fre":"2"')],
    ['an unknown field', body('"1","extra":1')],
    ['an inherited field', body('"1","__proto__":{}')],
    ['no JSON', '{"op":'],
    ['too deep', `${'['.repeat(200)}${']'.repeat(200)}`],
  ])('%s', async (_, raw) => {
    const { status, body: problem } = await server.ask(`${at}/commands`, {
      as: controller,
      method: 'POST',
      raw,
      headers: { 'idempotency-key': newKey() },
    });
    expect(status, JSON.stringify(problem).slice(0, 300)).toBe(400);
    expect(problem).toMatchObject({ status: 400, problems: [{}] });
  });
});
