import { useState } from 'react';
import { useParams, useRevalidator } from 'react-router';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';

type Act = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below the cooperation: `/users`. */
  readonly path: string;
  readonly body?: unknown;
};

/** Something the administrator does; the page is read again when it is done. What came of the last one is given with it. */
export function useAct(): { readonly sent: Sent | null; readonly act: (act: Act) => Promise<Sent> } {
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { revalidate } = useRevalidator();
  const [sent, setSent] = useState<Sent | null>(null);
  return {
    sent,
    act: async ({ method, path, body }) => {
      const answer = await send({
        method,
        path: `/cooperations/${cooperation}${path}`,
        csrf: me?.csrfToken ?? '',
        ...(body === undefined ? {} : { body }),
      });
      setSent(answer);
      if (answer.is === 'done') await revalidate();
      return answer;
    },
  };
}
