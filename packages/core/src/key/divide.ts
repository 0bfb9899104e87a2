import { fraction, ofOre, zeroFraction } from '../fraction/fraction.ts';
import { invariant, type Result, unless, unreachable } from '../result/result.ts';
import type { Algebra } from './algebra.ts';
import { readingInYear, usageInYear } from './date-rule.ts';
import { divideExternal } from './divide-external.ts';
import { divideFees } from './divide-fees.ts';
import type { DivideContext, ProvisionalReading, Shares, Work } from './divide-work.ts';
import type { Key, KeyPart } from './grammar.ts';
import type { KeyNodeCode } from './key-node.ts';
import type { DivideProblem } from './key-problem.ts';
import { limitShares } from './limit-shares.ts';
import { readWeights } from './read-weights.ts';

/** What everybody pays of a year's cost, exact and not rounded. */
export type Division<N> = {
  /** Every member in the order given, also those who pay 0; then the non-members somebody's cost is laid on directly. */
  readonly parts: ReadonlyMap<string, N>;
  readonly external: ReadonlyMap<string, N>;
  /** Registers that were read on an earlier date than the key asks for, because the later one was not published. */
  readonly provisional: readonly ProvisionalReading[];
};

/**
 * Divides a year's cost by a key: exact, so the parts sum to the cost (with what funders pay), except for price lists. Amounts in a key
 * (fees, limits, ceilings) are a year's; whoever divides a part of a year multiplies the result by its days. (S-KEY-01)
 */
export function divide<N>(
  cost: N,
  key: Key,
  context: DivideContext,
  algebra: Algebra<N, KeyNodeCode>,
): Result<Division<N>, DivideProblem> {
  const work: Work<N> = {
    algebra,
    context,
    members: context.members.map(({ party }) => party),
    payers: context.members.map(({ party }) => party),
    standing: { table: 'key', row: context.keyRow, field: 'key' },
    problems: [],
    provisional: [],
  };
  const shares = divideBy(work, cost, key);
  return unless(work.problems, () => {
    invariant(shares !== null, 'a division that fails says why');
    const parts = new Map<string, N>();
    for (const [at, party] of work.payers.entries()) {
      parts.set(party, shares.parts[at] ?? algebra.fact(zeroFraction, 'key.nothing', party, ''));
    }
    return { parts, external: shares.external ?? new Map(), provisional: work.provisional };
  });
}

const used = ({ keyRow, year }: DivideContext) => ({ key: keyRow.id, year });

/** One form of the grammar, one rule. Null: it cannot be divided, and the problem stands in the work. */
function divideBy<N>(work: Work<N>, cost: N, key: Key): Shares<N> | null {
  switch (key.form) {
    case 'equal':
      return equal(work, cost);
    case 'agreed':
      return agreed(work, cost, key);
    case 'by':
      return inProportion(work, cost, readingInYear(key.reading, work.context.year));
    case 'usage':
      return inProportion(work, cost, usageInYear(key.register, key.period, work.context.year));
    case 'direct':
      return direct(work, cost, key.party);
    case 'bands':
    case 'tariff':
      return divideFees(work, key);
    case 'threshold':
      return threshold(work, cost, key);
    case 'cap':
    case 'floor': {
      const inner = divideBy(work, cost, key.of);
      return inner === null ? null : limitShares(work, cost, key, inner);
    }
    case 'phaseIn':
      return phaseIn(work, cost, key);
    case 'external':
      return divideExternal(work, cost, key, (rest) => divideBy(work, rest, key.rest));
    case 'parts':
      return parts(work, cost, key.parts);
    default:
      return unreachable(key);
  }
}

/** «Fast del, likt per kommune». */
function equal<N>(work: Work<N>, cost: N): Shares<N> | null {
  const { algebra, members, problems } = work;
  if (members.length === 0) {
    problems.push({ code: 'key.noMembers', ...used(work.context) });
    return null;
  }
  const count = algebra.fact(fraction(BigInt(members.length)), 'key.members', null, members.join(' '));
  const part = algebra.quotient(cost, count, 'key.equalPart', null);
  return { parts: members.map(() => part), external: null };
}

/**
 * Agreed shares hold between exactly those who agreed. When a party has left or come, what remains is not scaled in silence: the
 * agreement must say the new shares. (S-KEY-03)
 */
function agreed<N>(work: Work<N>, cost: N, key: Extract<Key, { form: 'agreed' }>): Shares<N> | null {
  const { algebra, members, problems, standing } = work;
  for (const { party, share } of key.shares) {
    if (share.n !== 0n && !members.includes(party)) {
      problems.push({ code: 'key.agreedNotMember', ...used(work.context), party, share });
    }
  }
  const parts = members.map((party): N | null => {
    const found = key.shares.find((one) => one.party === party);
    if (found === undefined) {
      problems.push({ code: 'key.agreedMissing', ...used(work.context), party });
      return null;
    }
    const share = algebra.given(found.share, 'key.agreedShare', party, standing);
    return algebra.product([cost, share], 'key.agreedPart', party);
  });
  return { parts, external: null };
}

/** In proportion to a register: a value of 0 gives 0. (S-KEY-04) */
function inProportion<N>(
  work: Work<N>,
  cost: N,
  reading: Parameters<typeof readWeights<N>>[1],
): Shares<N> | null {
  const { algebra, problems } = work;
  const weights = readWeights(work, reading);
  if (weights === null) return null;
  const { register } = reading;
  const sum = algebra.sum(weights, 'key.registerSum', register);
  if (algebra.value(sum).n === 0n) {
    problems.push({ code: 'key.nobodyPays', ...used(work.context), register });
    return null;
  }
  const parts = weights.map((weight) => {
    const share = algebra.quotient(weight, sum, 'key.registerShare', register);
    return algebra.product([cost, share], 'key.registerPart', register);
  });
  return { parts, external: null };
}

/** One party pays everything, member or not: a non-member is laid after the members. */
function direct<N>(work: Work<N>, cost: N, party: string): Shares<N> | null {
  const { context, payers, problems } = work;
  if (!payers.includes(party)) {
    if (!context.isParty(party)) {
      problems.push({ code: 'key.directUnknown', ...used(work.context), party });
      return null;
    }
    payers.push(party);
  }
  return { parts: payers.map((payer) => (payer === party ? cost : null)), external: null };
}

/** The first amount of the cost by one key, what exceeds it by another; a credit mirrors a cost. (S-KEY-07) */
function threshold<N>(work: Work<N>, cost: N, key: Extract<Key, { form: 'threshold' }>): Shares<N> | null {
  const { algebra, standing } = work;
  const limit = algebra.given(ofOre(key.amountOre), 'key.thresholdAmount', null, standing);
  const credit = algebra.value(cost).n < 0n;
  const nothing = () => algebra.fact(zeroFraction, 'key.nothing', null, '');
  const below = credit
    ? algebra.larger(
        cost,
        algebra.difference(nothing(), limit, 'key.thresholdAmount', null),
        'key.belowThreshold',
        null,
      )
    : algebra.smaller(cost, limit, 'key.belowThreshold', null);
  const above = algebra.difference(cost, below, 'key.aboveThreshold', null);
  const first = divideBy(work, below, key.below);
  const second = divideBy(work, above, key.above);
  return added(work, [first, second]);
}

/** Year k of n by k/n of the new key; both divide the whole cost, so that amounts in either are a year's. (S-KEY-09) */
function phaseIn<N>(work: Work<N>, cost: N, key: Extract<Key, { form: 'phaseIn' }>): Shares<N> | null {
  const { algebra, context } = work;
  const step = context.year - key.firstYear + 1;
  if (step <= 0) return divideBy(work, cost, key.from);
  if (step >= key.years) return divideBy(work, cost, key.to);
  const detail = `${step}/${key.years}`;
  const years = BigInt(key.years);
  const share = (n: number, code: 'key.oldKeyShare' | 'key.newKeyShare'): N =>
    algebra.fact(fraction(BigInt(n), years), code, null, detail);
  const from = divideBy(work, cost, key.from);
  const to = divideBy(work, cost, key.to);
  const old = times(work, from, share(key.years - step, 'key.oldKeyShare'), 'key.oldKeyPart');
  return added(work, [old, times(work, to, share(step, 'key.newKeyShare'), 'key.newKeyPart')]);
}

/** Parts of the cost, each by its own key. All are divided even when one fails, so that every problem is told. */
function parts<N>(work: Work<N>, cost: N, keyParts: readonly KeyPart[]): Shares<N> | null {
  const { algebra, standing } = work;
  const divided = keyParts.map((part) => {
    const share = algebra.given(part.share, 'key.share', null, standing);
    const [code, subject] = costCode(part.key);
    return divideBy(work, algebra.product([cost, share], code, subject), part.key);
  });
  return added(work, divided);
}

/** What a part of the cost is called by the key that divides it. */
function costCode(key: Key): ['key.fixedCost' | 'key.variableCost' | 'key.partCost', string | null] {
  if (key.form === 'equal') return ['key.fixedCost', null];
  if (key.form === 'by') return ['key.variableCost', key.reading.register];
  return key.form === 'usage' ? ['key.variableCost', key.register] : ['key.partCost', null];
}

function added<N>(work: Work<N>, divided: readonly (Shares<N> | null)[]): Shares<N> | null {
  const { algebra, payers } = work;
  const shares = divided.filter((one) => one !== null);
  if (shares.length < divided.length) return null;
  const parts = payers.map((party, at): N | null => {
    const terms: N[] = [];
    for (const share of shares) {
      const part = share.parts[at];
      if (part !== undefined && part !== null) terms.push(part);
    }
    return terms.length < 2 ? (terms[0] ?? null) : algebra.sum(terms, 'key.total', party);
  });
  let external: Map<string, N> | null = null;
  for (const share of shares) {
    for (const [funder, amount] of share.external ?? []) {
      external ??= new Map();
      const before = external.get(funder);
      external.set(
        funder,
        before === undefined ? amount : algebra.sum([before, amount], 'key.funderPays', funder),
      );
    }
  }
  return { parts, external };
}

function times<N>(work: Work<N>, shares: Shares<N> | null, factor: N, code: KeyNodeCode): Shares<N> | null {
  const { algebra, payers } = work;
  if (shares === null) return null;
  const scaled = (amount: N, subject: string): N => algebra.product([amount, factor], code, subject);
  const parts = shares.parts.map((part, at) => (part === null ? null : scaled(part, payers[at] as string)));
  if (shares.external === null) return { parts, external: null };
  const external = new Map<string, N>();
  for (const [funder, amount] of shares.external) external.set(funder, scaled(amount, funder));
  return { parts, external };
}
