import type { Amount, OverviewRow } from '../budget/view.ts';
import type { ServiceKind } from '../model/rows.ts';

/** A row of the overview over the years of a plan. */
export type PlanRow = {
  readonly unit: string | null;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
  /** One for each year; null: no such row that year. */
  readonly amounts: readonly (Amount | null)[];
};

const nameOf = ({ unit, service, party, kind }: OverviewRow): string => `${unit}|${service}|${kind}|${party}`;
const blockOf = ({ unit, service, kind }: OverviewRow): string => `${unit}|${service}|${kind}`;

/** The years side by side: units, services and kinds as the first year has them, parties that come later at the end of their block. */
export function planRows(years: readonly (readonly OverviewRow[])[]): readonly PlanRow[] {
  const blocks = new Map<string, Map<string, OverviewRow>>();
  for (const row of years.flat()) {
    const block = blocks.get(blockOf(row)) ?? new Map<string, OverviewRow>();
    if (!block.has(nameOf(row))) block.set(nameOf(row), row);
    blocks.set(blockOf(row), block);
  }
  const byName = years.map((rows) => new Map(rows.map((row) => [nameOf(row), row.current])));
  return [...blocks.values()].flatMap((block) =>
    [...block].map(([name, { unit, service, party, kind }]) => ({
      unit,
      service,
      party,
      kind,
      amounts: byName.map((year) => year.get(name) ?? null),
    })),
  );
}
