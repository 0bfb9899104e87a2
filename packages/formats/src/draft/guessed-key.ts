import type { FitCandidate } from '@samstyr/core/fit/candidate';
import { type Fit, type FitInput, fitKey } from '@samstyr/core/fit/fit-key';
import { keyValue } from '@samstyr/core/key/key-value';

/** Why a key that gives the printed amounts is not put in. */
export type WeakFit = 'twoMembers' | 'ties' | 'circular' | 'coarse' | 'notRound' | 'notExact';

/**
 * What the printed amounts say of their key. `proven`: it gives every amount, nothing else does as well, and chance does not. `likely`: it
 * fits, and proves little. `unknown`: nothing fits. `untried`: nothing to try but equal and agreed shares. `none`: nothing to share.
 */
export type GuessedKey =
  | { readonly standing: 'proven'; readonly best: FitCandidate; readonly bothYears: boolean }
  | {
      readonly standing: 'likely';
      readonly best: FitCandidate;
      readonly why: WeakFit;
      /** How many keys fit as well. */
      readonly count: number;
    }
  | { readonly standing: 'unknown'; readonly fit: Fit }
  | { readonly standing: 'untried' }
  | { readonly standing: 'none' };

/** Tenths of a per cent and finer are nobody's agreement until somebody shows it. */
const leastRound = 1;

const sameKey = (a: FitCandidate, b: FitCandidate): boolean =>
  JSON.stringify(keyValue(a.key)) === JSON.stringify(keyValue(b.key));

/**
 * How often amounts at random would lie on some whole per cent of some register, in millionths: 100 per cents of each reading tried, and
 * for each amount but the last the room the printed unit gives it. Two amounts fit anything.
 */
function oddsOf({ amounts, registers, granularityOre }: FitInput): bigint {
  const total = amounts.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  if (total <= 0n) return 1_000_000n;
  const readings = new Set(registers.map(({ register, date, group }) => `${register} ${date} ${group}`)).size;
  let odds = 1_000_000n * 100n * BigInt(readings + 1);
  for (let free = 1; free < amounts.length; free += 1)
    odds = (odds * 2n * granularityOre * BigInt(amounts.length)) / total;
  return odds;
}

/** Chance may give the amounts once in a hundred documents, not oftener. */
const mostOdds = 10_000n;

/**
 * The key the amounts of the year were made with, judged: `now` are the amounts of the year, `before` those of the year before where the
 * document prints them of the same members, which tell keys apart that fit one year alike.
 */
export function guessedKey(now: FitInput, before: FitInput | null): GuessedKey {
  const total = now.amounts.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  if (now.amounts.length < 2 || total <= 0n || now.amounts.some(({ amountOre }) => amountOre < 0n))
    return { standing: 'none' };
  const fit = fitKey(now);
  const all = fit.candidates.filter(({ reproducesPrinted }) => reproducesPrinted);
  const old = before === null ? [] : fitKey(before).candidates.filter((one) => one.reproducesPrinted);
  // A key that gives both years is another kind of proof than one that gives one of them.
  const both = all.filter((one) => old.some((other) => sameKey(one, other)));
  const fitting = both.length > 0 ? both : all;
  const [best] = fitting;
  if (best === undefined) {
    const [near] = fit.candidates;
    if (near !== undefined)
      return { standing: 'likely', best: near, why: 'notExact', count: fit.candidates.length };
    return now.registers.length === 0 ? { standing: 'untried' } : { standing: 'unknown', fit };
  }
  const count = fitting.filter((other) => other.roundness === best.roundness).length;
  const weak = (why: WeakFit): GuessedKey => ({ standing: 'likely', best, why, count });
  if (now.amounts.length === 2) return weak('twoMembers');
  if (best.circular) return weak('circular');
  if (best.roundness > leastRound) return weak('notRound');
  if (count > 1) return weak('ties');
  if (oddsOf(now) > mostOdds) return weak('coarse');
  return { standing: 'proven', best, bothYears: both.length > 0 };
}
