import { historyOf } from '@samstyr/server/audit/history';
import { verifyCooperation } from '@samstyr/server/audit/verify';
import { runCommand } from '@samstyr/server/store/run-command';
import { createStore, openCooperation, type Store } from '@samstyr/server/store/store';
import { random } from '../test/laws/random.ts';
import { ownStore, textCommand } from './own-store.ts';

export type RowFigures = {
  readonly accepted: number;
  readonly conflicts: number;
  /** Conflicts of all that was sent, in whole percent. */
  readonly conflictPercent: number;
  readonly versionsOf: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
};

type Accepted = { readonly version: number; readonly saw: string | null; readonly wrote: string };

/** On a crowded machine a connection may not be had within its ten seconds; whoever is told so asks again, with the same key. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/timeout exceeded when trying to connect/.test(`${error}`)) throw error;
    }
  }
}

const rowCount = 8;
const clientCount = 16;

/**
 * Sixteen people at two stores over one database write eight texts: each reads a text, writes it as they think it should be, and reads it
 * again when somebody came first. No accepted text is lost: each row's versions are whole, each accepted one stands in its history, and was
 * written on top of what its writer had read. (S-STORE-61)
 */
export async function rowDrill({
  seed,
  writes,
}: {
  readonly seed: number;
  readonly writes: number;
}): Promise<RowFigures> {
  const own = await ownStore();
  try {
    const { cooperation, database } = own;
    const stores: readonly Store[] = [own.store, createStore(database)];
    const draw = random(seed);
    const accepted = new Map<string, Accepted[]>();
    const faults: string[] = [];
    let [done, conflicts, number] = [0, 0, 0];
    const read = async (store: Store, row: string) => {
      const opened = await untilAnswered(() => openCooperation(store, cooperation));
      const text = opened?.index.model.text.find(({ id }) => id === row);
      return { version: opened?.stands.get(`text:${row}`)?.version ?? 0, body: text?.body ?? null };
    };
    await Promise.all(
      Array.from({ length: clientCount }, async (_, client) => {
        const store = stores[client % stores.length] ?? own.store;
        while (done < writes) {
          const chosen = draw.whole(1, rowCount);
          const row = `nav/drill-${chosen}`;
          const saw = await read(store, row);
          number += 1;
          const mine = number;
          const wrote = `${client} skrev ${mine}`;
          const sent = await untilAnswered(() =>
            runCommand(store, {
              ...{ cooperation, who: `client-${client}`, key: `rows-${mine}` },
              body: textCommand(chosen, wrote, saw.version),
            }),
          );
          if (sent.ok) {
            done += 1;
            const version = sent.value.rows[0]?.version ?? 0;
            const of = accepted.get(row) ?? [];
            accepted.set(row, [...of, { version, saw: saw.body, wrote }]);
            continue;
          }
          const [problem] = sent.problems;
          if (problem.code !== 'command.stale') {
            faults.push(`${wrote}: ${problem.code}`);
            continue;
          }
          conflicts += 1;
          // Whoever is late is told what they built on, what stands, and what they wanted.
          const told = [problem.base?.['body'] ?? null, problem.yours?.['body']];
          if (told[0] !== saw.body || told[1] !== wrote || problem.theirs === null)
            faults.push(`${wrote}: was told ${JSON.stringify(told)}`);
        }
      }),
    );
    for (const [row, writesOf] of accepted) {
      const history = (
        await historyOf(database.serving, cooperation, { table: 'text', id: row, field: null })
      ).toReversed();
      if (history.map(({ version }) => version).join() !== history.map((_, at) => at + 1).join())
        faults.push(`${row} has versions ${history.map(({ version }) => version).join()}`);
      if (history.length !== writesOf.length)
        faults.push(`${row}: ${writesOf.length} accepted, ${history.length} in its history`);
      for (const { version, saw, wrote } of writesOf) {
        const entry = history[version - 1];
        if (entry?.after?.['body'] !== wrote) faults.push(`${row} ${version}: «${wrote}» is lost`);
        if ((entry?.before?.['body'] ?? null) !== saw)
          faults.push(
            `${row} ${version}: «${wrote}» went over «${entry?.before?.['body']}», which its writer never saw`,
          );
      }
    }
    const verified = await verifyCooperation(database.serving, cooperation, []);
    faults.push(...verified.findings.map(({ code }) => code));
    return {
      ...{ accepted: done, conflicts, faults },
      conflictPercent: Math.floor((100 * conflicts) / (done + conflicts)),
      versionsOf: new Map([...accepted].sort().map(([row, of]) => [row, of.length])),
    };
  } finally {
    await own.close();
  }
}
