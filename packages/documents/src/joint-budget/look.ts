import type { PartyView } from '@samstyr/core/budget/view';
import type { LookNode } from '../tree/node.ts';
import type { Context } from './context.ts';

/** How a municipality is shown: its colour and its coat of arms. Null when it has neither. (S-ARMS-07) */
export function lookOf({ index, t }: Pick<Context, 'index' | 't'>, party: PartyView): LookNode | null {
  const row = index.model.appearance.find((one) => one.party === party.party);
  if (row === undefined) return null;
  const picture = index.model.asset.find(({ id }) => id === row.arms);
  return {
    colour: row.colour,
    arms:
      picture === undefined
        ? null
        : { path: picture.id, content: picture.content, alt: t.municipality.arms(party.name) },
  };
}
