import { type ReactNode, useEffect, useRef } from 'react';
import { Refusal } from '../parts/refusal.tsx';
import { useText } from '../texts/use-text.tsx';
import type { Running } from '../work/use-job.ts';

type JobProgressProps = {
  readonly running: Running;
  readonly stop: () => void;
  /** What is said when it is done. */
  readonly done: ReactNode;
};

/** How a job goes: what it is at, how far, and a way to stop it; at the end what came of it, in words. */
export function JobProgress({ running, stop, done }: JobProgressProps) {
  const t = useText();
  const stopping = useRef<HTMLButtonElement>(null);
  const state = useRef<HTMLOutputElement>(null);
  const before = useRef(running.is);
  const job = running.is === 'running' || running.is === 'ended' ? running.job : null;
  const isPublishing = job?.kind === 'publication';
  const title = t(isPublishing ? 'documents.publishing' : 'documents.making');
  const isBusy = running.is === 'sending' || running.is === 'running';
  // What was pressed to begin is gone, and then what was pressed to stop: who has only keys goes on from where something happens.
  useEffect(() => {
    const isChanged = before.current !== running.is;
    before.current = running.is;
    if (isChanged && document.activeElement === document.body) (stopping.current ?? state.current)?.focus();
  }, [running.is]);
  return (
    <>
      {running.is === 'refused' ? <Refusal sent={running.sent} /> : null}
      {running.is === 'ended' && running.job.state === 'failed' ? (
        <div className="note" role="alert">
          <strong>{t('documents.refused')}</strong>
          {running.job.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          {isPublishing ? <p>{t('documents.nothingDone')}</p> : null}
        </div>
      ) : null}
      <div className={isBusy ? 'card job' : ''}>
        {isBusy ? (
          <p>
            <strong>{title}</strong>
          </p>
        ) : null}
        <output className="job-state" ref={state} tabIndex={-1}>
          {isBusy
            ? job === null || job.done === 0
              ? t('documents.begins')
              : t('documents.writes', { at: Math.min(job.done, job.of - 1), of: job.of - 1 })
            : null}
          {job?.state === 'cancelled' ? t('documents.stopped') : null}
          {job?.state === 'done' ? done : null}
        </output>
        {isBusy ? (
          <>
            <progress aria-label={title} value={job?.done ?? 0} max={job?.of ?? 1} />
            <p className="quiet">{t('documents.goesOn')}</p>
            <button type="button" className="button" ref={stopping} onClick={stop}>
              {t('documents.stop')}
            </button>
          </>
        ) : null}
      </div>
    </>
  );
}
