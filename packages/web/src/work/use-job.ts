import type { JobJson } from '@samstyr/contract/api/job-routes';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { useReadAgain } from '../api/read-again.ts';
import { type Sent, send } from '../api/send.ts';
import { followJob, hasEnded } from './follow-job.ts';

export type Running =
  | { readonly is: 'none' | 'sending' }
  | { readonly is: 'refused'; readonly sent: Sent }
  | { readonly is: 'running' | 'ended'; readonly job: JobJson };

/**
 * A job somebody begins and waits for. One that was under way when the page was left is taken up again: it goes on whether it is looked at
 * or not. It has ended when what it made is on the page.
 */
export function useJob(unfinished: JobJson | null) {
  const me = useMe();
  const { cooperation = '' } = useParams();
  const readAgain = useReadAgain();
  const [running, setRunning] = useState<Running>(
    unfinished === null ? { is: 'none' } : { is: 'running', job: unfinished },
  );
  const turn = useRef(0);
  const path = `/cooperations/${cooperation}`;
  const csrf = me?.csrfToken ?? '';
  const follow = async (first: JobJson): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const isWanted = (): boolean => turn.current === mine;
    const tell = (job: JobJson): void => {
      if (!hasEnded(job)) setRunning({ is: 'running', job });
    };
    tell(first);
    const job = await followJob(`${path}/jobs`, first, { isWanted, tell });
    if (!isWanted()) return;
    if (job === null) return setRunning({ is: 'refused', sent: { is: 'away' } });
    await readAgain();
    if (isWanted()) setRunning({ is: 'ended', job });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was under way when the page was opened
  useEffect(() => {
    if (unfinished !== null) void follow(unfinished);
    return () => {
      turn.current += 1;
    };
  }, []);
  return {
    running,
    begin: async (what: 'documents' | 'publications', body: unknown): Promise<void> => {
      setRunning({ is: 'sending' });
      const sent = await send({ method: 'POST', path: `${path}/${what}`, csrf, body });
      if (sent.is === 'done') await follow(sent.answer as JobJson);
      else setRunning({ is: 'refused', sent });
    },
    stop: async (): Promise<void> => {
      if (running.is !== 'running') return;
      const sent = await send({ method: 'DELETE', path: `${path}/jobs/${running.job.id}`, csrf });
      if (sent.is === 'done') await follow(sent.answer as JobJson);
    },
  };
}
