import type { JobJson } from '@samstyr/contract/api/job-routes';
import type { FindingViews } from '@samstyr/documents/findings/finding-view';
import { useEffect, useRef, useState } from 'react';
import { type Sent, send } from '../api/send.ts';
import { followJob } from './follow-job.ts';

export type Check =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly name: string }
  | { readonly is: 'reading'; readonly name: string; readonly job: JobJson }
  | { readonly is: 'stopped' }
  | { readonly is: 'refused'; readonly sent: Sent }
  | { readonly is: 'unreadable'; readonly name: string; readonly problems: readonly string[] }
  | { readonly is: 'done'; readonly name: string; readonly job: JobJson; readonly views: FindingViews };

/** What a file may be called on its way; its own name is shown. */
const safeName = (name: string): string => {
  const clean = name
    .normalize('NFC')
    .replace(/[^A-Za-z0-9æøåÆØÅ._ -]/g, '-')
    .slice(-120);
  return /^[A-Za-z0-9æøåÆØÅ]/.test(clean) ? clean : `fil${clean.slice(0, 110)}`;
};

/** Checks a published document: sent as a job, followed until it ends, stopped when asked. */
export function useCheck(cooperation: string, csrf: string, language: string) {
  const [check, setCheck] = useState<Check>({ is: 'none' });
  // A file chosen later is the one that counts: what an earlier one comes to is not shown.
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const base = `/cooperations/${cooperation}`;

  async function begin(file: File): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: Check): void => {
      if (turn.current === mine) setCheck(next);
    };
    show({ is: 'sending', name: file.name });
    const query = new URLSearchParams({ name: safeName(file.name), language });
    const sent = await send({ method: 'POST', path: `${base}/checks?${query}`, csrf, bytes: file });
    if (sent.is !== 'done') return show({ is: 'refused', sent });
    const first = sent.answer as JobJson;
    show({ is: 'reading', name: file.name, job: first });
    const job = await followJob(`${base}/jobs`, first, {
      isWanted: () => turn.current === mine,
      tell: (running) => show({ is: 'reading', name: file.name, job: running }),
    });
    if (job === null) return show({ is: 'refused', sent: { is: 'away' } });
    if (job.state === 'done') {
      const laidOut = await fetch(`/api/v1${base}/jobs/${job.id}/files/funn.json`).catch(() => null);
      if (laidOut === null || !laidOut.ok) return show({ is: 'refused', sent: { is: 'away' } });
      show({ is: 'done', name: file.name, job, views: (await laidOut.json()) as FindingViews });
    } else if (job.state === 'cancelled') show({ is: 'stopped' });
    else show({ is: 'unreadable', name: file.name, problems: job.problems });
  }

  async function stop(): Promise<void> {
    if (check.is === 'reading') await send({ method: 'DELETE', path: `${base}/jobs/${check.job.id}`, csrf });
    turn.current += 1;
    setCheck({ is: 'stopped' });
  }
  return { check, begin, stop, clear: () => setCheck({ is: 'none' }) };
}
