import type { AnyProblem } from '@samstyr/contract/texts/sentence';
import type { RoundingChoice } from '@samstyr/core/budget/agreement';
import { overview } from '@samstyr/core/budget/overview';
import type { Overview } from '@samstyr/core/budget/view';
import type { IndexedModel } from '@samstyr/core/cooperation/indexed-model';
import { invariant, ok, type Result } from '@samstyr/core/result/result';
import { type Hidden, hiddenIn, nothingHidden, type Sight, sightOf } from '../../access/sight.ts';
import { type Opened, openCooperation } from '../../store/store.ts';
import type { Membership, Services } from '../context.ts';

/** The cooperation of a request as it is now, with what its caller sees of it. */
export type Seen = Opened & { readonly sight: Sight };

export async function see({
  services,
  member,
}: {
  readonly services: Services;
  readonly member: Membership;
}): Promise<Seen> {
  const opened = await openCooperation(services.store, member.cooperation);
  invariant(opened !== null, 'a cooperation that somebody has a role in is there');
  return { ...opened, sight: sightOf(member.grants, opened.index) };
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
export const hiddenInAll = ({ index, sight, derived }: Seen): Hidden =>
  sight.seesAll ? nothingHidden : derived('hidden', () => inAll(index));

function inAll(index: IndexedModel): Hidden {
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
