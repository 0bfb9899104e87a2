import { invariant } from '@samstyr/core/result/result';
import { useParams, useRevalidator } from 'react-router';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';

type Envelope = {
  readonly op: 'putRow' | 'removeRow' | 'batch';
  readonly args: unknown;
  /** The versions of the rows one had in front of oneself; 0: the row is new. */
  readonly expect: { readonly [row: string]: number };
};

/** Sends a command, and reads the tables again when it is done: every figure on the page follows. */
export function useCommand(): (envelope: Envelope, key?: string) => Promise<Sent> {
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { revalidate } = useRevalidator();
  return async (body, key = crypto.randomUUID()) => {
    invariant(me !== null, 'who writes is logged in');
    const sent = await send({
      method: 'POST',
      path: `/cooperations/${cooperation}/commands`,
      csrf: me.csrfToken,
      body,
      key,
    });
    if (sent.is === 'done') await revalidate();
    return sent;
  };
}
