import type { Sent } from '../api/send.ts';
import { useAct } from '../api/use-act.ts';

type Envelope = {
  readonly op: 'putRow' | 'removeRow' | 'batch';
  readonly args: unknown;
  /** The versions of the rows one had in front of oneself; 0: the row is new. */
  readonly expect: { readonly [row: string]: number };
};

/** Sends a command; every figure on the page follows from it when the answer comes. */
export function useCommand(): (envelope: Envelope, key?: string) => Promise<Sent> {
  const act = useAct();
  return (body, key) =>
    act({ method: 'POST', path: '/commands', body, ...(key === undefined ? {} : { key }) });
}
