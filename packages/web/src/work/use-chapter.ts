import type { ConflictJson } from '@samstyr/contract/api/problem';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { TextRow } from '@samstyr/core/model/rows';
import { useEffect, useRef, useState } from 'react';
import type { Sent } from '../api/send.ts';
import { useVersionOf } from '../budget/use-budget.ts';
import { useCommand } from './use-command.ts';

const quietMs = 1500;
/** A text, and the version of the row it is written over. */
type Kept = { readonly body: string; readonly version: number };

/**
 * What somebody types in a chapter. It is kept in this browser at every key, and sent when one pauses, goes to another page or closes this
 * one: a pause waits for the save under way, a page that is left does not. (S-WEB-25)
 */
export function useChapter(row: TextRow, place: string) {
  const command = useCommand();
  const versionOf = useVersionOf();
  const [kept, setKept] = useState<Kept | null>(null);
  const [isRestored, setRestored] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [isSaving, setSaving] = useState(false);
  const stored = useRef(row.body);
  /** The last save that is sent and not answered. */
  const underWay = useRef<Kept | null>(null);
  /** What is not sent again by itself: it has been, and was not taken. */
  const tried = useRef<Kept | null>(null);
  const conflict = sent?.is === 'refused' ? sent.problem.conflicts?.[0] : undefined;

  useEffect(() => {
    const text = localStorage.getItem(place);
    if (text === null) return;
    const left = JSON.parse(text) as Kept;
    // It came to the server when the page was closed.
    if (left.body === stored.current) return localStorage.removeItem(place);
    setKept(left);
    setRestored(true);
  }, [place]);

  const save = async (wanted: Kept): Promise<void> => {
    // Over what is under way, which is the row's next version.
    const version = underWay.current === null ? wanted.version : underWay.current.version + 1;
    const mine = { body: wanted.body, version };
    underWay.current = mine;
    tried.current = wanted;
    setSaving(true);
    const answer = await command({
      op: 'putRow',
      args: { table: 'text', row: rowToJson('text', { ...row, body: wanted.body }) },
      expect: { [`text:${row.id}`]: version },
    });
    if (underWay.current === mine) {
      underWay.current = null;
      setSaving(false);
    }
    setSent(answer);
    if (answer.is !== 'done') return;
    setRestored(false);
    setKept((now) => {
      if (now !== null && now.body !== wanted.body)
        return { ...now, version: Math.max(now.version, version + 1) };
      localStorage.removeItem(place);
      return null;
    });
  };
  const latest = useRef({ save, unsent: kept });
  latest.current = { save, unsent: conflict === undefined ? kept : null };

  useEffect(() => {
    if (kept !== null) localStorage.setItem(place, JSON.stringify(kept));
  }, [kept, place]);
  useEffect(() => {
    if (kept === null || conflict !== undefined || isSaving || kept === tried.current) return;
    const timer = setTimeout(() => void latest.current.save(kept), quietMs);
    return () => clearTimeout(timer);
  }, [kept, conflict, isSaving]);

  // Whoever goes to another page, or closes this one, before the pause is over has written it all the same.
  useEffect(() => {
    const sendNow = (): void => {
      const { unsent } = latest.current;
      if (unsent !== null && unsent.body !== underWay.current?.body) void latest.current.save(unsent);
    };
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden') sendNow();
    };
    document.addEventListener('visibilitychange', whenHidden);
    addEventListener('pagehide', sendNow);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      removeEventListener('pagehide', sendNow);
      sendNow();
    };
  }, []);

  const state: 'saving' | 'unsaved' | 'saved' = isSaving ? 'saving' : kept === null ? 'saved' : 'unsaved';
  return {
    body: kept?.body ?? row.body,
    state,
    isRestored,
    sent,
    conflict,
    write: (body: string): void =>
      setKept((now) => ({ body, version: now?.version ?? versionOf('text', row.id) })),
    /** After others were first: one's own text over theirs, knowingly. */
    keepMine: ({ found }: ConflictJson): void => {
      setSent(null);
      setKept((now) => now && { ...now, version: found ?? 0 });
    },
    /** After others were first: theirs. */
    takeTheirs: (): void => {
      setSent(null);
      localStorage.removeItem(place);
      setKept(null);
    },
  };
}
