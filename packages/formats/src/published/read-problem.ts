import type { PublishedProblem } from '@samstyr/contract/texts/published-problems';

/** Why a file cannot be checked; the words for it are in contract. What concerns the disk and the clock is the caller's. */
export type ReadProblem = Exclude<
  PublishedProblem,
  { readonly code: 'published.tooSlow' | 'published.noSuchFile' }
>;
