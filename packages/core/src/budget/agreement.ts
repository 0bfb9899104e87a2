import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { AgreementRow, RoundingMode, ServiceRow } from '../model/rows.ts';
import { type Ore, ore } from '../money/ore.ts';
import { firstDayOf, overlaps } from '../period/day.ts';

/** Whether figures are rounded as the agreement says or to whole øre by largest remainder. */
export type RoundingChoice = 'agreement' | 'ore';

export type Rounding = {
  readonly unitOre: Ore;
  readonly mode: RoundingMode;
  readonly host: string | null;
};

/** The agreement of a service in a year: its own row before the unit's, the latest of several. */
export function agreementIn(
  { agreementsOf }: IndexedModel,
  service: ServiceRow,
  year: number,
): AgreementRow | null {
  const within = { from: firstDayOf(year), until: firstDayOf(year + 1) };
  const rows = (agreementsOf.get(service.unit) ?? []).filter((row) => overlaps(row, within));
  const best = (candidates: readonly AgreementRow[]): AgreementRow | undefined =>
    candidates.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0];
  return (
    best(rows.filter((row) => row.service === service.id)) ??
    best(rows.filter((row) => row.service === null)) ??
    null
  );
}

/** How a service's year is rounded, once: by its agreement, else by the cooperation's own rule. */
export function roundingOf(
  index: IndexedModel,
  service: ServiceRow,
  year: number,
  choice: RoundingChoice,
): Rounding {
  const agreement = agreementIn(index, service, year);
  const host = agreement?.host ?? index.unit.get(service.unit)?.host ?? null;
  if (choice === 'ore') return { unitOre: ore(1n), mode: 'largestRemainder', host };
  const [cooperation] = index.model.cooperation;
  return {
    unitOre: agreement?.roundingUnitOre ?? cooperation?.roundingUnitOre ?? ore(1n),
    // Nobody to take the rest: `validate` says so; until it is mended the parts still sum.
    mode:
      host === null
        ? 'largestRemainder'
        : (agreement?.roundingMode ?? cooperation?.roundingMode ?? 'largestRemainder'),
    host,
  };
}
