import { rowName } from '@samstyr/contract/command/envelope';
import { tableNames } from '@samstyr/contract/tables/tables';
import type { AnyProblem } from '@samstyr/contract/texts/sentence';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { overview } from '@samstyr/core/budget/overview';
import type { Overview } from '@samstyr/core/budget/view';
import type { Model } from '@samstyr/core/model/rows';
import { invariant, ok, type Result } from '@samstyr/core/result/result';
import { type Hidden, hiddenIn, nothingHidden, type Sight, seesRow, sightOf } from '../../access/sight.ts';
import { type Opened, openCooperation } from '../../store/store.ts';
import type { Membership, Services } from '../context.ts';

/** The cooperation of a request as it is now, with what its caller sees of it. */
export type Seen = Opened & { readonly sight: Sight; readonly hidden: () => Hidden };

export async function see({
  services,
  member,
}: {
  readonly services: Services;
  readonly member: Membership;
}): Promise<Seen> {
  const opened = await openCooperation(services.store, member.cooperation);
  invariant(opened !== null, 'a cooperation that somebody has a role in is there');
  const sight = sightOf(member.grants, opened.index);
  return {
    ...opened,
    sight,
    hidden: () => {
      if (sight.seesAll) return nothingHidden;
      const found = services.hidden.get(opened.index) ?? hiddenInAny(opened);
      services.hidden.set(opened.index, found);
      return found;
    },
  };
}

/** A year's overview, and what of it is hidden from whom it is for. */
export function seenOverview(
  { index, sight, derived }: Seen,
  question: { readonly year: number; readonly version: string | null; readonly rounding: RoundingChoice },
): Result<{ readonly view: Overview; readonly hidden: Hidden }, AnyProblem> {
  const { year, version, rounding } = question;
  const asked = `${year} ${version ?? ''} ${rounding}`;
  const view = derived(`overview ${asked}`, () => overview(index, question));
  if (!view.ok) return view;
  const hidden = sight.seesAll
    ? nothingHidden
    : derived(`hidden ${asked}`, () => hiddenIn(index, view.value));
  return ok({ view: view.value, hidden });
}

/** What is hidden in any year there is a budget for: what a row or a key may give away. */
function hiddenInAny({ index }: Opened): Hidden {
  const each = index.model.version.flatMap(({ id, year }) => {
    const view = overview(index, { year, version: id, rounding: 'agreement' });
    return view.ok ? [hiddenIn(index, view.value)] : [];
  });
  return {
    cells: new Set(each.flatMap(({ cells }) => [...cells])),
    services: new Set(each.flatMap(({ services }) => [...services])),
    hides: (id) => each.some(({ hides }) => hides(id)),
  };
}

/** The rows of every table this reader may see, and the names of those they may not. */
export function seenRows(seen: Seen): { readonly model: Model; readonly withheld: readonly string[] } {
  if (seen.sight.seesAll) return { model: seen.index.model, withheld: [] };
  const hidden = seen.hidden();
  const withheld: string[] = [];
  const tables = tableNames.map((table) => [
    table,
    (seen.index.model[table] as readonly { readonly id: string }[]).filter((row) => {
      const isSeen = seesRow(seen.index, seen.sight, hidden, table, row);
      if (!isSeen) withheld.push(rowName(table, row.id));
      return isSeen;
    }),
  ]);
  return { model: Object.fromEntries(tables) as Model, withheld };
}
