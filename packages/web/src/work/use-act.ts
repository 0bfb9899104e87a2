import { invariant } from '@samstyr/core/result/result';
import { useParams, useRevalidator } from 'react-router';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';

type Act = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: unknown };

/** Asks the API to do something in the cooperation one is in, and reads the page's data again when it is done. */
export function useAct(): (act: Act) => Promise<Sent> {
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { revalidate } = useRevalidator();
  return async ({ method, path, body }) => {
    invariant(me !== null, 'who acts is logged in');
    const sent = await send({
      method,
      path: `/cooperations/${cooperation}${path}`,
      csrf: me.csrfToken,
      body,
    });
    if (sent.is === 'done') await revalidate();
    return sent;
  };
}
