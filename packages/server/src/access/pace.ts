/** How fast one person may ask for what takes work, so that a page gone wild does not take the server from the others. */
export type Pace = {
  /** Takes points of a person's store. 0: taken; else how many seconds until there are enough, and nothing is taken. */
  readonly take: (user: string, points: number) => number;
};

type Store = { readonly points: number; readonly at: number };

/** As many people as are remembered. Who is forgotten has a full store, so it is never worse for them. */
const mostRemembered = 10_000;

/** No limit: for tests of other things. */
export const anyPace: Pace = { take: () => 0 };

/**
 * A store of points for each person that fills evenly: `perMinute` points a minute, and at most a minute's worth. In memory, of this
 * process: a restart fills them all. (S-HTTP-09)
 */
export function createPace(perMinute: number, now: () => Date): Pace {
  const stores = new Map<string, Store>();
  return {
    take: (user, points) => {
      const at = now().getTime();
      const known = stores.get(user) ?? { points: perMinute, at };
      const has = Math.min(perMinute, known.points + ((at - known.at) * perMinute) / 60_000);
      // Something dearer than a full store is let through a full store, or nobody could ever ask for it.
      const cost = Math.min(points, perMinute);
      const lacks = cost - has;
      stores.delete(user);
      stores.set(user, { points: lacks > 0 ? has : has - cost, at });
      for (const oldest of stores.keys()) {
        if (stores.size <= mostRemembered) break;
        stores.delete(oldest);
      }
      return lacks > 0 ? Math.ceil((lacks * 60) / perMinute) : 0;
    },
  };
}
