/** Who works where in a cooperation just now. */
export type Presence = {
  /** Says that somebody is at a place, and gives the others who are, those who came first in front. */
  readonly see: (
    cooperation: string,
    place: string,
    person: { readonly user: string; readonly name: string },
  ) => readonly Present[];
};
export type Present = { readonly user: string; readonly name: string; readonly since: Date };

type Known = Present & { readonly place: string; readonly seen: number };

/** Who has said nothing for so long has left. Pages say it about three times as often. */
const awayMs = 45_000;
/** As many people as are remembered in a cooperation. */
const mostRemembered = 500;

/**
 * Kept in memory, of this process, by cooperation: nobody learns of people elsewhere, a restart forgets, and where several processes serve
 * one cooperation each knows those who asked it. It is a courtesy: that nothing is written over, the versions of rows see to. (S-HTTP-21)
 */
export function createPresence(now: () => Date): Presence {
  const cooperations = new Map<string, Map<string, Known>>();
  return {
    see: (cooperation, place, { user, name }) => {
      const at = now().getTime();
      const people = cooperations.get(cooperation) ?? new Map<string, Known>();
      for (const [id, { seen }] of people) if (at - seen > awayMs) people.delete(id);
      const before = people.get(user);
      const since = before?.place === place ? before.since : new Date(at);
      people.delete(user);
      people.set(user, { user, name, place, since, seen: at });
      for (const oldest of people.keys()) {
        if (people.size <= mostRemembered) break;
        people.delete(oldest);
      }
      cooperations.set(cooperation, people);
      return [...people.values()]
        .filter((one) => one.place === place && one.user !== user)
        .sort((a, b) => a.since.getTime() - b.since.getTime());
    },
  };
}
