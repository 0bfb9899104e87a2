import { versionsBehind } from '../budget/next-year.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import type { ServiceRow, VersionRow } from '../model/rows.ts';
import { firstDayOf } from '../period/day.ts';
import type { RollStep } from './roll-step.ts';

/** What the new year does not take over from the old one without somebody saying so: volumes, prices, frames and texts. */
export function openQuestions(index: IndexedModel, base: VersionRow): readonly RollStep[] {
  const { model } = index;
  const steps: RollStep[] = model.service.flatMap((service) => [
    ...openVolumes(index, base, service),
    ...openPrices(index, base.year + 1, service),
  ]);
  for (const unit of model.unit) {
    const frame = model.frame.find((row) => row.version === base.id && row.unit === unit.id);
    if (frame !== undefined)
      steps.push({
        code: 'roll.decideFrame',
        did: 'decide',
        unit: unit.id,
        service: null,
        amountOre: frame.amountOre,
      });
    const sections = new Set(
      model.text.flatMap((row) => (row.unit === unit.id && row.year === base.year ? [row.section] : [])),
    );
    if (sections.size > 0)
      steps.push({
        code: 'roll.decideTexts',
        did: 'decide',
        unit: unit.id,
        service: null,
        sections: sections.size,
        year: base.year,
      });
  }
  return steps;
}

/** One step for each measure that was counted; with a price, the amounts the new year starts from rest on it. */
function openVolumes(index: IndexedModel, base: VersionRow, service: ServiceRow): readonly RollStep[] {
  const counted = versionsBehind(index, base, service)
    .filter(({ year }) => year === base.year)
    .flatMap(({ id }) => index.rowsOf(id, service.id).volumes);
  const priced = new Set((index.pricesOf.get(service.id) ?? []).map(({ measure }) => measure));
  return [...new Map(counted.map((row) => [row.measure, row])).values()].map((row) => ({
    code: 'roll.decideVolume',
    did: 'decide',
    unit: service.unit,
    service: service.id,
    measure: row.measure,
    parties: new Set(counted.filter(({ measure }) => measure === row.measure).map(({ party }) => party)).size,
    priced: priced.has(row.measure),
    source: { table: 'volume', id: row.id, origin: row.origin ?? null },
  }));
}

/** Prices that begin in the new year move nothing until the new year has volumes. */
const openPrices = (index: IndexedModel, year: number, service: ServiceRow): readonly RollStep[] =>
  (index.pricesOf.get(service.id) ?? []).flatMap((row): readonly RollStep[] =>
    row.from !== null && row.from >= firstDayOf(year) && row.from < firstDayOf(year + 1)
      ? [
          {
            code: 'roll.decidePrice',
            did: 'decide',
            unit: service.unit,
            service: service.id,
            measure: row.measure,
            from: row.from,
            priceOre: row.priceOre,
            source: { table: 'price', id: row.id, origin: row.origin ?? null },
          },
        ]
      : [],
  );
