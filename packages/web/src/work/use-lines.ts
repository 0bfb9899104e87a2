import type { ConflictJson } from '@samstyr/contract/api/problem';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { LineRow } from '@samstyr/core/model/rows';
import { parseKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { exactKroner, kroner } from '../budget/numbers.ts';
import { useVersionOf } from '../budget/use-budget.ts';
import { useText } from '../texts/use-text.tsx';
import { useAct } from './use-act.ts';
import { useCommand } from './use-command.ts';

/** What somebody has typed in a cell and not saved: the text, and the version of the row they had in front of them. */
type Unsaved = { readonly text: string; readonly version: number };
type Step = { readonly id: string; readonly before: string; readonly after: string };

export const amountIn = (text: string): Ore | null => {
  const read = parseKroner(text);
  return 'amount' in read ? read.amount : null;
};

/**
 * The cells of a grid of lines: what is typed stays in this browser until the server has it, also over a lost session. Each save expects
 * the versions one saw; where others were first, both values come back. (S-WEB-24)
 */
export function useLines(lines: readonly LineRow[], unit: string, place: string) {
  const t = useText();
  const act = useAct();
  const command = useCommand();
  const versionOf = useVersionOf();
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const [sent, setSent] = useState<Sent | null>(null);
  const [conflicts, setConflicts] = useState<readonly ConflictJson[]>([]);
  const undone = useRef<{ done: Step[]; taken: Step[] }>({ done: [], taken: [] });
  const isRead = useRef(false);

  useEffect(() => {
    if (isRead.current) localStorage.setItem(place, JSON.stringify([...unsaved]));
  }, [unsaved, place]);
  useEffect(() => {
    const kept = localStorage.getItem(place);
    isRead.current = true;
    if (kept !== null) setUnsaved(new Map(JSON.parse(kept) as [string, Unsaved][]));
  }, [place]);

  const keep = (id: string, text: string): void =>
    setUnsaved((all) =>
      new Map(all).set(id, { text, version: all.get(id)?.version ?? versionOf('line', id) }),
    );
  const drop = (ids: readonly string[]): void =>
    setUnsaved((all) => new Map([...all].filter(([id]) => !ids.includes(id))));

  /** Saves what can be read; the rest stays marked. */
  const save = async (texts: ReadonlyMap<string, Unsaved>): Promise<void> => {
    const rows = lines.flatMap((line) => {
      const typed = texts.get(line.id);
      const amountOre = typed === undefined ? null : amountIn(typed.text);
      return typed === undefined || amountOre === null ? [] : [{ line, amountOre, version: typed.version }];
    });
    const moved = rows.filter(({ line, amountOre }) => line.amountOre !== amountOre);
    drop(rows.filter((row) => !moved.includes(row)).map(({ line }) => line.id));
    if (moved.length === 0) return;
    const commands = moved.map(({ line, amountOre }) => ({
      op: 'putRow',
      args: { table: 'line', row: rowToJson('line', { ...line, amountOre }) },
    }));
    const answer = await command({
      op: 'batch',
      args: { commands },
      expect: Object.fromEntries(moved.map(({ line, version }) => [`line:${line.id}`, version])),
    });
    // Not before the tables read again are on the page: the cell would show what stood there before, beside «Lagret».
    startTransition(() => {
      setSent(answer);
      if (answer.is === 'done') drop(moved.map(({ line }) => line.id));
      else if (answer.is === 'refused') setConflicts(answer.problem.conflicts ?? []);
    });
  };

  const write = (id: string, text: string, isUndo = false): void => {
    const line = lines.find((one) => one.id === id);
    if (line === undefined) return;
    if (!isUndo) {
      undone.current.done.push({
        id,
        before: unsaved.get(id)?.text ?? exactKroner(line.amountOre),
        after: text,
      });
      undone.current.taken = [];
    }
    const typed = { text, version: unsaved.get(id)?.version ?? versionOf('line', id) };
    keep(id, text);
    void save(new Map([[id, typed]]));
  };
  const step = (from: Step[], to: Step[], side: 'before' | 'after'): string | null => {
    const last = from.pop();
    if (last === undefined) return null;
    to.push(last);
    write(last.id, last[side], true);
    return last.id;
  };

  return {
    unsaved,
    sent,
    conflicts,
    write,
    undo: () => step(undone.current.done, undone.current.taken, 'before'),
    redo: () => step(undone.current.taken, undone.current.done, 'after'),
    drop,
    saveAll: () => save(unsaved),
    /** Several cells at once, as from a spreadsheet: one act, all of it or nothing. */
    paste: (texts: readonly (readonly [string, string])[]): void => {
      const typed = new Map(
        texts.map(([id, text]) => [id, { text, version: unsaved.get(id)?.version ?? versionOf('line', id) }]),
      );
      for (const [id, text] of texts) {
        const line = lines.find((one) => one.id === id);
        if (line !== undefined)
          undone.current.done.push({ id, before: exactKroner(line.amountOre), after: text });
        keep(id, text);
      }
      void save(typed);
    },
    /** After others were first: one's own value over theirs, knowingly, or theirs. */
    settle: async ({ id, found, yours }: ConflictJson, isMine: boolean): Promise<void> => {
      const typed = unsaved.get(id);
      if (!isMine && typed !== undefined) {
        // What is given up for another's value is kept where the line's history is read; until it is, it stays here.
        const amount = amountOf(yours) ?? typed.text;
        const answer = await act({
          method: 'POST',
          path: '/comments',
          body: { unit, about: `line:${id}`, body: t('conflict.kept', { amount }) },
        });
        if (answer.is !== 'done') return setSent(answer);
      }
      setConflicts((all) => all.filter((one) => one.id !== id));
      setSent(null);
      if (!isMine || typed === undefined) drop([id]);
      else {
        const next = { ...typed, version: found ?? 0 };
        setUnsaved((all) => new Map(all).set(id, next));
        void save(new Map([[id, next]]));
      }
    },
  };
}

const amountOf = (row: unknown): string | null => {
  const text = (row as { readonly amountOre?: string } | null)?.amountOre;
  return text === undefined ? null : `${kroner(BigInt(text))}\u00a0kr`;
};
