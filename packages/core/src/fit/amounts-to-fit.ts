import { roundingOf } from '../budget/agreement.ts';
import { serviceBudget } from '../budget/service.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { partyOn } from '../cooperation/parties.ts';
import { currentVersion } from '../cooperation/versions.ts';
import type { PublishedRow, ServiceRow } from '../model/rows.ts';
import { parseKroner } from '../money/kroner.ts';
import { bySize, type Ore, ore } from '../money/ore.ts';
import { firstDayOf } from '../period/day.ts';
import type { FitInput } from './fit-key.ts';

/**
 * The amounts a service's key is looked for in: as printed in a published document where there are some, since those owe nothing to our
 * own keys; else the parts of the year's version. Null when no amount is known.
 */
export function amountsToFit(index: IndexedModel, service: ServiceRow, year: number): FitInput | null {
  const parties = [...index.partyRows.keys()].map((party) => ({
    party,
    kommunenummer: partyOn(index, party, firstDayOf(year))?.kommunenummer ?? null,
  }));
  const version = currentVersion(index, year);
  const host = version === null ? null : roundingOf(index, service, year, 'agreement').host;
  const common = { service: service.id, year, registers: index.model.registerValue, parties, host };
  const printed = printedAmounts(index, service, year);
  if (printed !== null) return { ...common, ...printed };
  if (version === null) return null;
  const budget = serviceBudget(index, version, service, 'agreement');
  if (!budget.ok) return null;
  const contributors = new Set(
    index
      .rowsOf(version.id, service.id)
      .lines.flatMap(({ distribution, party }) =>
        distribution === 'contribution' && party !== null ? [party] : [],
      ),
  );
  const amounts = budget.value.parts.flatMap(({ party, amountOre }) =>
    amountOre === null || contributors.has(party) ? [] : [{ party, amountOre }],
  );
  return amounts.length === 0 ? null : { ...common, amounts, granularityOre: budget.value.rounding.unitOre };
}

/** A service's own printed table: the one with the finest figures, at least two parties in it. */
function printedAmounts(
  index: IndexedModel,
  service: ServiceRow,
  year: number,
): Pick<FitInput, 'amounts' | 'granularityOre'> | null {
  const alone = index.servicesOf.get(service.unit)?.filter(({ kind }) => kind === service.kind).length === 1;
  const isOwn = (row: PublishedRow): boolean =>
    row.service === service.id || (row.service === null && alone && row.unit === service.unit);
  const rows = index.model.published.filter(
    (row) =>
      isOwn(row) &&
      row.kind === service.kind &&
      row.year === year &&
      row.field === 'amount' &&
      row.party !== null,
  );
  // One unit in an overview of all is not the service's own table.
  const tables = [...new Set(rows.map(({ document, table }) => `${document}|${table}`))].filter(
    (name) =>
      new Set(
        index.model.published.flatMap((row) => (`${row.document}|${row.table}` === name ? [row.unit] : [])),
      ).size === 1,
  );
  const [own] = tables
    .map((name) => rows.filter(({ document, table }) => `${document}|${table}` === name))
    .sort((a, b) => bySize(a[0]?.granularityOre ?? 0n, b[0]?.granularityOre ?? 0n));
  if (own === undefined || own.length < 2) return null;
  const amounts = own.flatMap((row) => {
    const amountOre = amountOf(row);
    return row.party === null || amountOre === null ? [] : [{ party: row.party, amountOre }];
  });
  return { amounts, granularityOre: own[0]?.granularityOre ?? ore(100n) };
}

function amountOf({ printed, unitOre }: PublishedRow): Ore | null {
  const text = /^[-−–]?\s*\d{1,3}(\.\d{3})+$/.test(printed.trim()) ? printed.replaceAll('.', '') : printed;
  const read = parseKroner(text);
  return 'problem' in read ? null : ore((read.amount * unitOre) / 100n);
}
