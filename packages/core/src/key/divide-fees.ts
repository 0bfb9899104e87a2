import { compare, fractionText, ofOre, one } from '../fraction/fraction.ts';
import { invariant } from '../result/result.ts';
import { readingInYear } from './date-rule.ts';
import type { Shares, Work } from './divide-work.ts';
import type { Key } from './grammar.ts';
import { readWeights } from './read-weights.ts';

/** A price list: fees are what they are, whatever the cost. (S-KEY-06) */
export function divideFees<N>(
  work: Work<N>,
  key: Extract<Key, { form: 'bands' | 'tariff' }>,
): Shares<N> | null {
  const sizes = readWeights(work, readingInYear(key.reading, work.context.year));
  if (sizes === null) return null;
  const fee = key.form === 'bands' ? bandFee<N> : tariffFee<N>;
  const parts = work.members.map((party, at) => fee(work, key as never, party, sizes[at] as N));
  return { parts, external: null };
}

/** Whoever has at most `upTo` pays the fee of the step. */
function bandFee<N>(work: Work<N>, key: Extract<Key, { form: 'bands' }>, party: string, size: N): N {
  const { algebra, standing } = work;
  const value = algebra.value(size);
  const band = key.bands.find(({ upTo }) => upTo === null || compare(value, upTo) <= 0);
  invariant(band !== undefined, 'the last band is open');
  const fee = algebra.given(ofOre(band.amountOre), 'key.bandFee', party, standing);
  const limit = band.upTo === null ? '' : fractionText(band.upTo);
  // The size chooses the fee and is no factor of it, so it stands in words: 4216 of at most 5000.
  const chosen = algebra.fact(one, 'key.inBand', party, `${fractionText(value)}/${limit}`);
  return algebra.product([fee, chosen], 'key.bandPart', party);
}

function tariffFee<N>(work: Work<N>, key: Extract<Key, { form: 'tariff' }>, party: string, size: N): N {
  const { algebra, standing } = work;
  const base = algebra.given(ofOre(key.baseOre), 'key.tariffBase', party, standing);
  const price = algebra.given(ofOre(key.priceOre), 'key.tariffPrice', party, standing);
  const variable = algebra.product([price, size], 'key.tariffVariable', party);
  return algebra.sum([base, variable], 'key.tariffPart', party);
}
