import type { KeyStanding } from '../cooperation/decisions.ts';
import { isAssumed, keyStanding } from '../cooperation/decisions.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersOn } from '../cooperation/parties.ts';
import type { KeyRow, ParticipationRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { covers, type Day, firstDayOf } from '../period/day.ts';

/**
 * Which keys divide: `counting` makes a service's figures; `inForce` is what they would be if only adopted keys counted, and
 * `ifAdopted` what they would be if every council that is awaited said yes.
 */
export type KeyChoice = 'counting' | 'inForce' | 'ifAdopted';

/** Days of the year with one key and one set of members. */
export type YearSegment = {
  readonly from: Day;
  readonly until: Day;
  readonly key: KeyRow | null;
  readonly standing: KeyStanding | 'none';
  readonly members: readonly ParticipationRow[];
};

/**
 * The key on a day, as a version sees it: known by the version's own day, not rejected, the one that came into force last. One that
 * awaits a council counts where the budget assumes its case, and where no key in force covers the day. (P08, S-BUD-13, S-BUD-16)
 */
function keyOn(
  index: IndexedModel,
  service: string,
  date: Day,
  asOf: Day,
  choice: KeyChoice,
): { readonly key: KeyRow | null; readonly standing: KeyStanding | 'none' } {
  let best: Standing | null = null;
  let awaited: Standing | null = null;
  for (const key of index.keysOf.get(service) ?? []) {
    if (!covers(key, date) || (key.known !== null && key.known > asOf)) continue;
    const standing = keyStanding(index, key);
    if (standing === 'rejected') continue;
    const one = { key, standing };
    if (standing === 'inForce' || choice === 'ifAdopted' || (choice === 'counting' && isAssumed(index, key)))
      best = best === null || isLater(one, best) ? one : best;
    else awaited = awaited === null || isLater(one, awaited) ? one : awaited;
  }
  return best ?? (choice === 'counting' ? awaited : null) ?? { key: null, standing: 'none' };
}

type Standing = { readonly key: KeyRow; readonly standing: KeyStanding };

/** In force from a later day; of two from the same day the awaited one, else the one that became known later, else the one a case put in its place. */
function isLater(a: Standing, b: Standing): boolean {
  const [from, other] = [a.key.from ?? '', b.key.from ?? ''];
  if (from !== other) return from > other;
  if (a.standing !== b.standing) return a.standing === 'awaited';
  const [known, earlier] = [a.key.known ?? '', b.key.known ?? ''];
  return known === earlier ? a.key.case !== null && b.key.case === null : known > earlier;
}

/** The year cut at every change of key, of members and of what a leaver saves. Half-open days that cover the year exactly. */
export function yearSegments(
  index: IndexedModel,
  version: VersionRow,
  service: ServiceRow,
  choice: KeyChoice,
): readonly YearSegment[] {
  const start = firstDayOf(version.year);
  const end = firstDayOf(version.year + 1);
  const days = new Set<Day>([start, end]);
  const cut = (day: Day | null): void => {
    if (day !== null && day > start && day < end) days.add(day);
  };
  for (const row of [
    ...(index.participationOf.get(service.id) ?? []),
    ...(index.keysOf.get(service.id) ?? []),
  ]) {
    cut(row.from);
    cut(row.until);
  }
  for (const row of index.avoidableOf.get(service.id) ?? []) cut(row.from);
  // Who buys in pays first and takes no part in the rest that year.
  const contributors = new Set(
    index
      .rowsOf(version.id, service.id)
      .lines.flatMap(({ distribution, party }) =>
        distribution === 'contribution' && party !== null ? [party] : [],
      ),
  );
  const boundaries = [...days].sort();
  const segments: YearSegment[] = [];
  for (const [position, from] of boundaries.entries()) {
    const until = boundaries[position + 1];
    if (until === undefined) break;
    const members = membersOn(index, service.id, from).filter(
      ({ amount, party }) => amount === 'known' && !contributors.has(party),
    );
    segments.push({ from, until, ...keyOn(index, service.id, from, version.asOf, choice), members });
  }
  const kept = new Set((index.avoidableOf.get(service.id) ?? []).map(({ from }) => from));
  return joined(segments, kept);
}

const same = (a: YearSegment, b: YearSegment): boolean =>
  a.key === b.key &&
  a.members.length === b.members.length &&
  a.members.every((member, position) => member.party === b.members[position]?.party);

/** Neighbours in which nothing differs are one: a row that ends where the next begins is no change. Days in `kept` stay a boundary. */
function joined(segments: readonly YearSegment[], kept: ReadonlySet<Day>): readonly YearSegment[] {
  return segments.reduce<YearSegment[]>((done, segment) => {
    const last = done.at(-1);
    if (last !== undefined && same(last, segment) && !kept.has(segment.from))
      done[done.length - 1] = { ...last, until: segment.until };
    else done.push(segment);
    return done;
  }, []);
}
