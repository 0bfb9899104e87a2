import type { PartyView } from '@samstyr/core/budget/view';
import type { ServiceKind } from '@samstyr/core/model/rows';
import type { Context } from './context.ts';
import type { RowFigures } from './figure-store.ts';

/** The whole budget of a kind, for a party or for all. */
export const totalFigures = (
  context: Context,
  party: PartyView | null,
  kind: ServiceKind,
): RowFigures | null => context.figures({ unit: null, service: null, party: party?.party ?? null, kind });
