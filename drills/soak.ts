import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, random } from '../test/laws/random.ts';
import {
  askAs,
  drillFolder,
  type Person,
  type Reply,
  residentMiB,
  type Served,
  startServed,
} from './served.ts';

/** What a soak comes to. Conflicts (409) are the system at work, and are counted by themselves. */
export type SoakFigures = {
  readonly requests: number;
  readonly conflicts: number;
  /** Every answer that was not as it should be: what was asked, and what came. */
  readonly errors: readonly string[];
  readonly writes: number;
  readonly milliseconds: readonly number[];
};

export type SoakWish = {
  readonly seed: number;
  readonly requests: number;
  /** Browsers that are logged in: the four people, in turn. */
  readonly sessions: number;
  /** Requests a second, sent at their time whether or not the ones before are answered; null: as many at once as `together`. */
  readonly perSecond: number | null;
  readonly together: number;
  readonly tell: (line: string) => void;
};

type Step = {
  readonly what: string;
  readonly person: Person;
  readonly path: string;
  readonly said?: { readonly body?: unknown; readonly key?: string };
  readonly done?: (reply: Reply) => void;
};

const at = '/cooperations/vaernesregionen';
const isConflict = (status: number): boolean => status === 409;

/**
 * The real server on data of its own, asked what people ask: four people read tables, overviews, figures and
 * explanations, try what-ifs, and write. Latency is counted from when a request was to be sent, so that a wait is not hidden by waiting. (S-STORE-65)
 */
export async function soak(wish: SoakWish): Promise<SoakFigures> {
  const folder = drillFolder();
  const served = await startServed(folder.path);
  try {
    return await run(served, wish);
  } finally {
    await served.stop();
    folder.remove();
  }
}

async function run(
  served: Served,
  { seed, requests, sessions, perSecond, together, tell }: SoakWish,
): Promise<SoakFigures> {
  const { address } = served;
  const people: Person[] = [];
  for (let who = 0; who < sessions; who += 1) people.push(await served.logIn(who));
  const steps = await stepsFor(address, people, random(seed));
  const errors: string[] = [];
  const all: number[] = [];
  let minute: number[] = [];
  let [conflicts, writes, minuteErrors] = [0, 0, 0];

  const one = async (due: number): Promise<void> => {
    const step = steps();
    const reply = await askAs(address, step.person, step.path, step.said).catch(
      (error: unknown): Reply => ({ status: 0, text: String((error as { cause?: unknown }).cause ?? error) }),
    );
    const ms = performance.now() - due;
    all.push(ms);
    minute.push(ms);
    if (isConflict(reply.status)) conflicts += 1;
    else if (reply.status !== 200 && reply.status !== 201) {
      minuteErrors += 1;
      if (errors.length < 5) tell(`${step.what} ${step.path}: ${reply.status} ${reply.text.slice(0, 300)}`);
      errors.push(`${step.what} ${step.path}: ${reply.status} ${reply.text.slice(0, 300)}`);
    } else if (step.what === 'command') writes += 1;
    step.done?.(reply);
  };
  const report = (): void => {
    if (minute.length === 0) return;
    tell(
      [
        `${all.length} requests`,
        `${minuteErrors} errors`,
        `p50 ${figure(percentile(minute, 50))} ms`,
        `p99 ${figure(percentile(minute, 99))} ms`,
        `memory ${residentMiB(served.pid) ?? '?'} MiB`,
      ].join('   '),
    );
    [minute, minuteErrors] = [[], 0];
  };

  if (perSecond === null) {
    let begun = 0;
    await Promise.all(
      Array.from({ length: together }, async () => {
        while (begun < requests) {
          begun += 1;
          await one(performance.now());
        }
      }),
    );
  } else {
    const start = performance.now();
    const open = new Set<Promise<void>>();
    for (let number = 0; number < requests; number += 1) {
      const due = start + (number * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      const sent = one(due).finally(() => open.delete(sent));
      open.add(sent);
      if ((number + 1) % (perSecond * 60) === 0) report();
    }
    await Promise.all(open);
  }
  report();
  return { requests: all.length, conflicts, errors, writes, milliseconds: all };
}

type Row = { readonly figureId: string; readonly currentOre: string | null };
type Versioned = { version: number; readonly row: { readonly id: string } };
type Tables = { readonly [table in 'unit' | 'service']: readonly Versioned[] };

/** Draws the next thing somebody does. Changes are taken away again when there are many, so that the hour ends as it began. */
async function stepsFor(address: string, people: readonly Person[], draw: Random): Promise<() => Step> {
  const [controller, leader] = [people[0], people[1]];
  if (controller === undefined || leader === undefined) throw new Error('Nobody is logged in.');
  const overview = await askAs(address, controller, `${at}/budgets/2025/overview`);
  const { rows } = JSON.parse(overview.text) as { readonly rows: readonly Row[] };
  const reader = await askAs(address, people[3] ?? controller, `${at}/budgets/2025/overview`);
  const withheld = new Set((JSON.parse(reader.text) as { readonly withheld: readonly string[] }).withheld);
  const figures = rows
    .filter(({ figureId, currentOre }) => currentOre !== null && !withheld.has(figureId))
    .map(({ figureId }) => figureId);
  const { tables } = JSON.parse((await askAs(address, controller, `${at}/tables`)).text) as {
    readonly tables: Tables;
  };
  const services = tables.service.map(({ row }) => row.id);
  const units = tables.unit.map((unit) => ({ ...unit }));
  const texts = Array.from({ length: 8 }, (_, number): Versioned => ({ version: 0, row: textOf(number) }));
  const changes: { id: string; version: number }[] = [];
  const person = (): Person => draw.pick(people);
  let commands = 0;
  const amount = (): string => `-${draw.whole(1, 900)}000`;
  const command = (by: Person, body: unknown, done: (reply: Reply) => void = () => {}): Step => {
    commands += 1;
    return {
      what: 'command',
      person: by,
      path: `${at}/commands`,
      said: { body, key: `soak-${`${commands}`.padStart(12, '0')}-${draw.whole(0, 999_999)}` },
      done,
    };
  };
  const rewrite = (by: Person, table: string, one: Versioned, field: string): Step => {
    const name = `${table}:${one.row.id}`;
    const row = { ...one.row, [field]: `Merknad ${draw.whole(1, 1_000_000)}` };
    const body = { op: 'putRow', args: { table, row }, expect: { [name]: one.version } };
    return command(by, body, ({ status, text }) => {
      if (status !== 200 && !isConflict(status)) return;
      const told = JSON.parse(text) as {
        readonly rows?: readonly { readonly version: number }[];
        readonly conflicts?: readonly { readonly found: number }[] | null;
      };
      const version = told.rows?.[0]?.version ?? told.conflicts?.[0]?.found ?? 0;
      one.version = Math.max(one.version, version);
    });
  };
  const write = (): Step => {
    if (changes.length > 40) {
      const [oldest] = changes.splice(0, 1);
      if (oldest !== undefined)
        return command(controller, {
          op: 'removeRow',
          args: { table: 'change', id: oldest.id },
          expect: { [`change:${oldest.id}`]: oldest.version },
        });
    }
    const chosen = draw.whole(1, 10);
    // Two who change the same row at once: the later one is told of the first, has the new version, and goes on.
    if (chosen <= 3) return rewrite(controller, 'unit', draw.pick(units), 'note');
    if (chosen <= 6) return rewrite(leader, 'text', draw.pick(texts), 'body');
    return command(
      controller,
      {
        op: 'addChange',
        args: { year: 2025, service: draw.pick(services), kind: 'saving', amountOre: amount() },
      },
      ({ status, text }) => {
        if (status !== 200) return;
        const done = JSON.parse(text) as { rows: readonly { table: string; id: string; version: number }[] };
        for (const { table, id, version } of done.rows) if (table === 'change') changes.push({ id, version });
      },
    );
  };
  const get = (what: string, path: string): Step => ({ what, person: person(), path: `${at}${path}` });
  return () => {
    const chosen = draw.whole(1, 100);
    if (chosen <= 2) return get('tables', '/tables');
    if (chosen <= 12) return get('overview', '/budgets/2025/overview');
    if (chosen <= 37) return get('figure', `/figures/${encodeURIComponent(draw.pick(figures))}`);
    if (chosen <= 59)
      return get('explanation', `/figures/${encodeURIComponent(draw.pick(figures))}/explanation`);
    if (chosen <= 89) return get('read', draw.pick(['', '/versions', '/budgets/2025/bills/5032', '/jobs']));
    if (chosen <= 94)
      return {
        ...get('what-if', '/budgets/2025/whatif'),
        said: {
          body: { edits: [{ op: 'addChange', service: 'innkjop', kind: 'saving', amountOre: amount() }] },
        },
      };
    return write();
  };
}

const textOf = (number: number) => ({
  ...{ id: `nav/prove-${number}`, unit: 'nav', year: 2025, language: 'nb' },
  ...{ section: `prove-${number}`, title: 'Status', body: 'Ikke skrevet.' },
});

/** The value that so many percent of the numbers are at or below. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

export const figure = (value: number): string => (value < 10 ? value.toPrecision(2) : `${Math.round(value)}`);
