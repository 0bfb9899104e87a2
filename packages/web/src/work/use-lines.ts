import type { ConflictJson } from '@samstyr/contract/api/problem';
import type { AnswerOf } from '@samstyr/contract/api/route';
import type { Routes } from '@samstyr/contract/api/routes';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { LineRow } from '@samstyr/core/model/rows';
import { parseKroner } from '@samstyr/core/money/kroner';
import type { Ore } from '@samstyr/core/money/ore';
import { useEffect, useRef, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';
import { exactKroner, kroner } from '../budget/numbers.ts';
import { useVersionOf } from '../budget/use-budget.ts';
import { useText } from '../texts/use-text.tsx';
import { useCommand } from './use-command.ts';

/** What somebody has typed in a cell and not saved: the text, and the version of the row they had in front of them. */
type Unsaved = { readonly text: string; readonly version: number };
type Step = { readonly id: string; readonly before: string; readonly after: string };

export const amountIn = (text: string): Ore | null => {
  const read = parseKroner(text);
  return 'amount' in read ? read.amount : null;
};

/**
 * The cells of a grid of lines: what is typed stays in this browser until the server has it, also over a lost session. Saves go one after
 * the other, each expecting the versions one saw or wrote last; where others were first, both values come back. (S-WEB-24)
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
  // A save that has waited for its turn saves what is typed by then, over the lines as they stand by then.
  const typed = useRef(unsaved);
  const latest = useRef(lines);
  latest.current = lines;
  const turn = useRef(Promise.resolve());
  const lineOf = (id: string): LineRow | undefined => latest.current.find((one) => one.id === id);

  useEffect(() => {
    const kept = localStorage.getItem(place);
    if (kept === null) return;
    typed.current = new Map(JSON.parse(kept) as [string, Unsaved][]);
    setUnsaved(typed.current);
  }, [place]);

  const change = (all: ReadonlyMap<string, Unsaved>): void => {
    typed.current = all;
    setUnsaved(all);
    localStorage.setItem(place, JSON.stringify([...all]));
  };
  const keep = (id: string, text: string, version = typed.current.get(id)?.version): void =>
    change(new Map(typed.current).set(id, { text, version: version ?? versionOf('line', id) }));
  const drop = (ids: readonly string[]): void =>
    change(new Map([...typed.current].filter(([id]) => !ids.includes(id))));

  /** Saves what can be read of some cells; the rest stays marked. */
  const saveNow = async (ids: readonly string[]): Promise<void> => {
    const rows = ids.flatMap((id) => {
      const [line, cell] = [lineOf(id), typed.current.get(id)];
      const amountOre = cell === undefined ? null : amountIn(cell.text);
      return line === undefined || cell === undefined || amountOre === null
        ? []
        : [{ line, amountOre, ...cell }];
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
    setSent(answer);
    if (answer.is === 'refused') setConflicts(answer.problem.conflicts ?? []);
    if (answer.is !== 'done') return;
    drop(
      moved.filter(({ line, text }) => typed.current.get(line.id)?.text === text).map(({ line }) => line.id),
    );
    // What was typed in the meantime is written over what this save wrote.
    for (const { id, version } of (answer.answer as AnswerOf<Routes['commands.run']>).rows) {
      const cell = typed.current.get(id);
      if (cell !== undefined && version !== null) keep(id, cell.text, version);
    }
  };
  const save = (ids: readonly string[]): Promise<void> => {
    turn.current = turn.current.then(() => saveNow(ids));
    return turn.current;
  };

  const write = (id: string, text: string, isUndo = false): void => {
    const line = lineOf(id);
    if (line === undefined) return;
    if (!isUndo) {
      const before = typed.current.get(id)?.text ?? exactKroner(line.amountOre);
      undone.current.done.push({ id, before, after: text });
      undone.current.taken = [];
    }
    keep(id, text);
    void save([id]);
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
    saveAll: () => save([...typed.current.keys()]),
    /** Several cells at once, as from a spreadsheet: one act, all of it or nothing. */
    paste: (texts: readonly (readonly [string, string])[]): void => {
      for (const [id, text] of texts) {
        const line = lineOf(id);
        if (line !== undefined)
          undone.current.done.push({ id, before: exactKroner(line.amountOre), after: text });
        keep(id, text);
      }
      void save(texts.map(([id]) => id));
    },
    /** After others were first: one's own value over theirs, knowingly, or theirs. */
    settle: async ({ id, found, yours }: ConflictJson, isMine: boolean): Promise<void> => {
      const cell = typed.current.get(id);
      if (!isMine && cell !== undefined) {
        // What is given up for another's value is kept where the line's history is read; until it is, it stays here.
        const amount = amountOf(yours) ?? cell.text;
        const answer = await act({
          method: 'POST',
          path: '/comments',
          body: { unit, about: `line:${id}`, body: t('conflict.kept', { amount }) },
        });
        if (answer.is !== 'done') return setSent(answer);
      }
      setConflicts((all) => all.filter((one) => one.id !== id));
      setSent(null);
      if (!isMine || cell === undefined) return drop([id]);
      keep(id, cell.text, found ?? 0);
      void save([id]);
    },
  };
}

const amountOf = (row: unknown): string | null => {
  const text = (row as { readonly amountOre?: string } | null)?.amountOre;
  return text === undefined ? null : `${kroner(BigInt(text))}\u00a0kr`;
};
