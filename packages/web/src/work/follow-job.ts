import type { JobJson } from '@samstyr/contract/api/job-routes';

const pauseMs = 400;
const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

export const hasEnded = ({ state }: JobJson): boolean => state !== 'waiting' && state !== 'running';

/** Asks how a job goes until it ends or nobody wants to know. Null: it is not there any more. */
export async function followJob(
  /** Where its jobs are asked for: `/cooperations/…/jobs`, `/imports`. */
  path: string,
  first: JobJson,
  { isWanted, tell }: { readonly isWanted: () => boolean; readonly tell: (job: JobJson) => void },
): Promise<JobJson | null> {
  let job = first;
  while (!hasEnded(job) && isWanted()) {
    await pause();
    const asked = await fetch(`/api/v1${path}/${job.id}`).catch(() => null);
    // A line that is away for a moment loses nothing: the job goes on, and is asked for again.
    if (asked?.ok) {
      job = (await asked.json()) as JobJson;
      if (isWanted()) tell(job);
    } else if (asked !== null && asked.status < 500) return null;
  }
  return job;
}
