import { pairsWithin } from '../model/row-place.ts';
import type { ChangeRow, Model } from '../model/rows.ts';
import { negate, type Ore, plus, zero } from '../money/ore.ts';
import type { CommandProblem } from './command.ts';

/** A unit in a version. */
export const frameKey = (version: string, unit: string): string => `${version} ${unit}`;

/** Accepted changes count against the frame; an adjusted one is accepted with another amount. */
export const isAccepted = ({ status }: Pick<ChangeRow, 'status'>): boolean =>
  status === 'accepted' || status === 'adjusted';

/**
 * What each unit's accepted changes add up to in each version: the amounts as stated, savings against. A move between services takes from
 * the one what it gives the other. (S-STORE-31)
 */
export function frameUse(model: Model): ReadonlyMap<string, Ore> {
  const unitOf = new Map(model.service.map(({ id, unit }) => [id, unit]));
  const used = new Map<string, Ore>();
  const add = (version: string, service: string | null, amount: Ore): void => {
    const unit = service === null ? undefined : unitOf.get(service);
    if (unit === undefined) return;
    const key = frameKey(version, unit);
    used.set(key, plus(used.get(key) ?? zero, amount));
  };
  for (const change of model.change) {
    if (!isAccepted(change) || change.amountOre === null) continue;
    add(change.version, change.service, change.amountOre);
    add(change.version, change.counterpart, negate(change.amountOre));
  }
  return used;
}

/** A unit has one frame in a version, and its accepted changes stay within it. */
export function frameProblems(model: Model): readonly CommandProblem[] {
  if (model.frame.length === 0) return [];
  const used = frameUse(model);
  const twice = pairsWithin(model.frame, ({ version, unit }) => frameKey(version, unit)).map(
    ([, { version, unit }]): CommandProblem => ({ code: 'command.frameTwice', version, unit }),
  );
  const over = model.frame.flatMap(({ version, unit, amountOre }): readonly CommandProblem[] => {
    const usedOre = used.get(frameKey(version, unit)) ?? zero;
    return usedOre > amountOre
      ? [{ code: 'command.overFrame', version, unit, frameOre: amountOre, usedOre }]
      : [];
  });
  return [...twice, ...over];
}
