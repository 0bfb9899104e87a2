/**
 * What is done about a unit in a year's budget round. Each act is a comment about `round:2025/delivered`, never written over, so that who
 * did what and when is kept as everything else that is said.
 */
export const roundActs = ['delivered', 'takenBack', 'checked', 'returned'] as const;
export type RoundAct = (typeof roundActs)[number];

/** Acts that are the controller's alone; the others are the leader's. */
export const controllersActs: readonly RoundAct[] = ['checked', 'returned'];

/** What a comment about an act says it is about. */
export const aboutRound = (year: number, act: RoundAct): string => `round:${year}/${act}`;

/** The act a comment is about; null: it is about something else. */
export function roundActIn(about: string | null): { readonly year: number; readonly act: RoundAct } | null {
  const [, year = '', name = ''] = /^round:(\d{4})\/(\w+)$/.exec(about ?? '') ?? [];
  const act = roundActs.find((one) => one === name);
  return act === undefined ? null : { year: Number(year), act };
}
