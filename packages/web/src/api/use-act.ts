import { invariant } from '@samstyr/core/result/result';
import { useParams } from 'react-router';
import { useMe } from './me.ts';
import { useReadAgain } from './read-again.ts';
import { type Sent, send } from './send.ts';

export type Act = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below the cooperation: `/users`. */
  readonly path: string;
  readonly body?: unknown;
  /** The same key again is the same act: sent twice, done once. */
  readonly key?: string;
};

/** Asks the API to do something in the cooperation one is in. What is done is on the page when the answer comes. */
export function useAct(): (act: Act) => Promise<Sent> {
  const me = useMe();
  const { cooperation = '' } = useParams();
  const readAgain = useReadAgain();
  return async ({ path, ...act }) => {
    invariant(me !== null, 'who acts is logged in');
    const sent = await send({ ...act, path: `/cooperations/${cooperation}${path}`, csrf: me.csrfToken });
    if (sent.is === 'done') await readAgain();
    return sent;
  };
}
