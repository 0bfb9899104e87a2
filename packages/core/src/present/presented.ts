import { everybody, figureId, wholeBudget } from '../budget/figure-id.ts';
import type { Amount, Overview, OverviewRow } from '../budget/view.ts';
import type { ServiceKind } from '../model/rows.ts';
import { type Ore, ore } from '../money/ore.ts';
import { type PresentCell, type PresentSum, present } from './present.ts';

/** Units that a document sums together under one heading. */
export type PresentGroup = { readonly id: string; readonly units: readonly string[] };

/** The name of a group's sum for a party (its number, or `sum`): `budget/2025.recommended/all/helse/operating/5034`. */
export const groupFigureId = ({
  version,
  group,
  kind,
  party,
}: {
  readonly version: string;
  readonly group: string;
  readonly kind: ServiceKind;
  readonly party: string;
}): string =>
  figureId({ version, subject: `${wholeBudget}/${group}`, kind, party, aspect: { aspect: 'amount' } });

type Side = 'previous' | 'current';
const kinds: readonly ServiceKind[] = ['operating', 'investment'];

/** Not known is not there; a party outside the service, or a year without a budget, pays 0. */
const knownOre = ({ ore: amount, attendance }: Amount): Ore | null =>
  amount ?? (attendance === 'unknown' ? null : ore(0n));

const place = (...names: readonly (string | null)[]): string => names.map((name) => name ?? '*').join('|');
const placeOf = (row: OverviewRow): string => place(row.unit, row.service, row.party);

/** The table of one kind and one year: cells by (unit, service, party), and every sum over them that a document prints. */
function tableOf(
  rows: readonly OverviewRow[],
  side: Side,
  groups: readonly PresentGroup[],
): { readonly cells: readonly PresentCell[]; readonly sums: readonly PresentSum[] } {
  const cells: PresentCell[] = [];
  const parts = new Map<string, { side: PresentSum['side']; of: string[] }>();
  const join = (sum: string, part: string, on: PresentSum['side']): void => {
    const known = parts.get(sum);
    if (known === undefined) parts.set(sum, { side: on, of: [part] });
    else if (!known.of.includes(part)) known.of.push(part);
  };
  const groupOf = new Map(groups.flatMap(({ id, units }) => units.map((unit) => [unit, id] as const)));
  for (const row of rows) {
    const { unit, service, party } = row;
    if (unit === null || service === null || party === null) continue;
    const amount = knownOre(row[side]);
    if (amount === null) continue;
    const cell = place(unit, service, party);
    cells.push({ id: cell, ore: amount });
    const group = groupOf.get(unit) ?? null;
    for (const who of [party, null]) {
      const on = who === null ? 'cost' : 'party';
      const low = place(unit, service, who);
      if (who === null) join(low, cell, on);
      const unitSum = place(unit, null, who);
      join(unitSum, low, on);
      const whole = place(null, null, who);
      const above = group === null ? whole : place(null, `group ${group}`, who);
      join(above, unitSum, on);
      if (group !== null) join(whole, above, on);
    }
  }
  return { cells, sums: [...parts].map(([id, { side: on, of }]) => ({ id, side: on, of })) };
}

/**
 * Looks up any figure of an overview as it is printed in a unit (1 000 kr: `ore(100_000n)`): amount, `@previous` and `@change`, for
 * every service, unit, group and the whole, and every party and all. Null for a figure that is not known or not there.
 *
 * Last year and this year are two tables, each rounded once; a printed change is the difference of the two printed amounts. So every
 * printed line and column adds up, also the change column, and a change may be one unit from its own amount rounded. (S-PRES-04)
 */
export function presented(
  overview: Overview,
  unitOre: Ore,
  groups: readonly PresentGroup[] = [],
): (figureId: string) => bigint | null {
  const printed = new Map<string, bigint>();
  const numberOf = new Map(overview.parties.map(({ party, number }) => [party, number]));
  const all = [...overview.rows, ...overview.totals];
  for (const kind of kinds) {
    const rows = all.filter((row) => row.kind === kind);
    const previous = present({ ...tableOf(rows, 'previous', groups), unitOre });
    const current = present({ ...tableOf(rows, 'current', groups), unitOre });
    const write = (base: string, previousId: string, at: string): void => {
      const now = current.get(at);
      const before = previous.get(at);
      if (now !== undefined) printed.set(base, now);
      if (before !== undefined) {
        printed.set(`${base}@previous`, before);
        printed.set(previousId, before);
      }
      if (now !== undefined && before !== undefined) printed.set(`${base}@change`, now - before);
    };
    for (const row of rows) write(row.current.figureId, row.previous.figureId, placeOf(row));
    for (const { id } of groups) {
      for (const party of [...overview.parties.map((view) => view.party), null]) {
        const number = party === null ? everybody : (numberOf.get(party) ?? party);
        const base = groupFigureId({ version: overview.version.id, group: id, kind, party: number });
        write(base, `${base}@previous`, place(null, `group ${id}`, party));
      }
    }
  }
  return (id) => printed.get(id) ?? null;
}
