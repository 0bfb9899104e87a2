import { changeCounts, changeIsInYear } from '../budget/effects.ts';
import { statesAmounts, versionsBehind } from '../budget/next-year.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { Fraction } from '../fraction/fraction.ts';
import type { ChangeKind, GrowthKind, GrowthRow, VersionRow } from '../model/rows.ts';
import { type Day, monthOf, yearOf } from '../period/day.ts';
import type { RollSource, RollStep } from './roll-step.ts';

type Item = {
  readonly unit: string;
  readonly service: string;
  readonly source: RollSource;
  readonly from: Day | null;
  /** The years of the plan in which it counts. */
  readonly years: readonly number[];
  /** The years whose given amounts have it in them, so that only its size is unknown. */
  readonly includedIn: readonly number[];
};

/** Something that is known and has no price: never 0, listed under the sum. */
export type PlanItem =
  | (Item & {
      readonly what: 'change';
      readonly kind: ChangeKind;
      readonly party: string | null;
      readonly until: Day | null;
      readonly oneOff: boolean;
      readonly reason: string | null;
    })
  /** Growth without a base: an assumption. */
  | (Item & { readonly what: 'growth'; readonly growth: GrowthKind; readonly ratePercent: Fraction });

type Year = { readonly version: VersionRow; readonly did: readonly RollStep[] };

/** Every unpriced item of the plan's years, each once, service by service; one that was carried over is the row it was first written as. */
export function unpricedItems(
  index: IndexedModel,
  years: readonly Year[],
  prices: 'fixed' | 'current',
): readonly PlanItem[] {
  const writtenAs = new Map<string, string>();
  for (const { did } of years)
    for (const step of did)
      if (step.did === 'carried') writtenAs.set(step.row, writtenAs.get(step.source.id) ?? step.source.id);
  const isInPlan = (year: number): boolean => years.some(({ version }) => version.year === year);
  return index.model.service.flatMap((service) => {
    const items = new Map<string, PlanItem>();
    const isGivenIn = (year: number): boolean =>
      years.some(({ version }) => version.year === year && statesAmounts(index, version, service));
    /** The year it comes and, in current prices, the year its carry-over comes. */
    const growthYears = (growth: GrowthRow, version: VersionRow, isGiven: boolean) => {
      const year = yearOf(growth.from);
      const carries = prices === 'current' && monthOf(growth.from) > 1;
      const has = (one: number): boolean =>
        one === version.year ? isGiven && growth.includedOre === null : isGivenIn(one);
      const counts = (carries ? [year, year + 1] : [year]).filter(isInPlan);
      return { years: counts, includedIn: counts.filter(has) };
    };
    for (const { version } of years) {
      for (const behind of versionsBehind(index, version, service).filter(
        ({ year }) => year === version.year,
      )) {
        const rows = index.rowsOf(behind.id, service.id);
        const isGiven = statesAmounts(index, behind, service);
        for (const change of rows.changes) {
          if (change.amountOre !== null || !changeCounts(change)) continue;
          const id = writtenAs.get(change.id) ?? change.id;
          const known = items.get(id);
          const counts = changeIsInYear(change, version.year);
          const includes = counts && isGiven && change.includedOre === null;
          const { kind, party, from, until, oneOff, reason, origin } = change;
          items.set(id, {
            ...(known ?? {
              what: 'change',
              unit: service.unit,
              service: service.id,
              source: { table: 'change', id, origin: origin ?? null },
              kind,
              party,
              from,
              until,
              oneOff,
              reason,
            }),
            years: [...(known?.years ?? []), ...(counts ? [version.year] : [])],
            includedIn: [...(known?.includedIn ?? []), ...(includes ? [version.year] : [])],
          } as PlanItem);
        }
        for (const growth of rows.growth.filter(({ baseOre }) => baseOre === null))
          items.set(growth.id, {
            what: 'growth',
            unit: service.unit,
            service: service.id,
            source: { table: 'growth', id: growth.id, origin: growth.origin ?? null },
            growth: growth.kind,
            ratePercent: growth.ratePercent,
            from: growth.from,
            ...growthYears(growth, version, isGiven),
          });
      }
    }
    return [...items.values()];
  });
}
