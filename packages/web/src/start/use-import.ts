import type { JobJson } from '@samstyr/contract/api/job-routes';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';
import { followJob } from '../work/follow-job.ts';

export type Importing =
  | { readonly is: 'none' | 'reading' }
  | { readonly is: 'refused'; readonly sent: Sent }
  | { readonly is: 'wrong'; readonly problems: readonly string[] };

type Wish = { readonly path: string; readonly body?: unknown; readonly bytes?: Blob; readonly type?: string };

/** A cooperation that is taken in as a job: followed until it ends, and opened when it is there. */
export function useImport() {
  const me = useMe();
  const [importing, setImporting] = useState<Importing>({ is: 'none' });
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const show = (next: Importing): void => {
    if (isHere.current) setImporting(next);
  };
  return {
    importing,
    show,
    begin: async (wish: Wish): Promise<void> => {
      show({ is: 'reading' });
      const sent = await send({ method: 'POST', csrf: me?.csrfToken ?? '', ...wish });
      if (sent.is !== 'done') return show({ is: 'refused', sent });
      const job = await followJob('/imports', sent.answer as JobJson, {
        isWanted: () => isHere.current,
        tell: () => {},
      });
      if (job === null) show({ is: 'refused', sent: { is: 'away' } });
      else if (job.cooperation === null) show({ is: 'wrong', problems: job.problems });
      else globalThis.location.assign(`/${job.cooperation}/nyeste`);
    },
  };
}
