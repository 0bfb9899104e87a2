import { orderForTies, type TieParty } from '../allocation/order-for-ties.ts';
import { fraction, reduced } from '../fraction/fraction.ts';
import type { Basis, RegisterValueRow } from '../model/rows.ts';
import { type Ore, ore, sum } from '../money/ore.ts';
import { byEvidence, type FitCandidate, isTie } from './candidate.ts';
import { onlyAFraction } from './equal-part.ts';
import type { FitNote, NearestKey } from './fit-problem.ts';
import { allEqual, exactShares, fitAgreed, fitEqual, fitShares } from './fit-shares.ts';
import { fitTariff } from './fit-tariff.ts';
import { readingsToTry, type TriedReading } from './readings.ts';
import { maxResidual, type Printed, type TriedRounding } from './reproduce.ts';

export type FitInput = {
  readonly service: string;
  readonly year: number;
  /** What each member pays, as printed; a member with an unknown amount is left out. */
  readonly amounts: readonly { readonly party: string; readonly amountOre: Ore }[];
  readonly registers: readonly RegisterValueRow[];
  /** The parties as they are named in the year: ties go by kommunenummer. */
  readonly parties: readonly TieParty[];
  /** What the printed amounts are rounded to: 100 000 for thousands of kroner. */
  readonly granularityOre: Ore;
  /** Who takes the rest where the host does; null when it is not known, and then each member is tried. */
  readonly host: string | null;
};

export type Fit = {
  readonly service: string;
  readonly year: number;
  /** The sum of the amounts. */
  readonly totalOre: Ore;
  /** Best first; empty when nothing fits. */
  readonly candidates: readonly FitCandidate[];
  readonly notes: readonly FitNote[];
};

function printedOf({ amounts, parties, granularityOre, host }: FitInput): Printed {
  const paid = new Map(amounts.map(({ party, amountOre }) => [party, amountOre]));
  const known = new Map(parties.map((party) => [party.party, party]));
  const members = orderForTies(
    [...paid.keys()].map((party) => known.get(party) ?? { party, kommunenummer: null }),
  );
  const payments = members.map(({ party }) => paid.get(party) ?? ore(0n));
  // Where the host is not known, the largest payer is the likeliest.
  const hosts = members
    .flatMap(({ party }, index) => (host === null || host === party ? [index] : []))
    .sort((a, b) => Number((payments[b] ?? 0n) - (payments[a] ?? 0n)) || a - b);
  const roundings: readonly TriedRounding[] = [
    { mode: 'largestRemainder', host: null },
    ...hosts.map((index): TriedRounding => ({ mode: 'hostTakesRest', host: index })),
  ];
  return {
    members: members.map(({ party }) => party),
    amounts: payments,
    totalOre: sum(payments),
    unitOre: granularityOre,
    roundings,
  };
}

/** What lies nearest when nothing fits: whole per cents equal, the rest by each register, one date at a time. */
function nearestOf(printed: Printed, readings: readonly TriedReading[]): NearestKey {
  const equal = printed.members.map(() => allEqual(printed));
  let nearest: NearestKey = {
    register: null,
    date: null,
    group: null,
    equalShare: fraction(1n),
    maxResidualOre: maxResidual(equal, printed.amounts),
    basis: null,
  };
  for (const tried of readings) {
    if (tried.reading.average > 1) continue;
    for (let percent = 0n; percent < 100n; percent += 1n) {
      const equalShare = fraction(percent, 100n);
      const maxResidualOre = maxResidual(exactShares(printed, tried, equalShare), printed.amounts);
      if (maxResidualOre >= nearest.maxResidualOre) continue;
      const { register, group } = tried.reading;
      nearest = {
        register,
        date: tried.date,
        group,
        equalShare: reduced(equalShare),
        maxResidualOre,
        basis: tried.basis,
      };
    }
  }
  return nearest;
}

type Rested = { readonly register: string | null; readonly basis: Basis | null };

function notesOn(
  { service, year }: FitInput,
  printed: Printed,
  candidates: readonly FitCandidate[],
  nearest: NearestKey | null,
): readonly FitNote[] {
  const notes: FitNote[] = nearest === null ? [] : [{ code: 'fit.nothing', service, year, nearest }];
  if (printed.members.length === 2) notes.push({ code: 'fit.twoMembers', service, year });
  const rested: readonly Rested[] = nearest === null ? candidates : [nearest];
  const circular = new Map(
    rested.flatMap(({ register, basis }) =>
      register === null || basis === null || basis === 'published' ? [] : [[register, basis] as const],
    ),
  );
  for (const [register, basis] of circular) notes.push({ code: 'fit.circular', register, basis });
  const [best] = candidates;
  const count = best === undefined ? 0 : candidates.filter((other) => isTie(best, other)).length;
  if (count > 1) notes.push({ code: 'fit.ties', count });
  return notes;
}

/**
 * Which keys give the printed amounts of a service: each register at each date (and averages of two or three years) with an equal part
 * beside it, all equal, agreed round shares, and a tariff. The equal part is found exactly, as the range the printed unit allows, and
 * the roundest number in it; both ways of rounding are tried. Best first; what the answer is worth stands in the notes. (S-FIT-01–09)
 */
export function fitKey(input: FitInput): Fit {
  const { service, year, registers } = input;
  const printed = printedOf(input);
  const { totalOre, members } = printed;
  const nothing = (note: FitNote): Fit => ({ service, year, totalOre, candidates: [], notes: [note] });
  if (members.length < 2) return nothing({ code: 'fit.oneMember', service, year });
  if (totalOre === 0n) return nothing({ code: 'fit.zeroTotal', service, year });

  const { readings, notes } = readingsToTry(registers, members, year);
  const found: (FitCandidate | null)[] = [fitEqual(printed), fitAgreed(printed)];
  for (const tried of readings) {
    const shares = fitShares(printed, tried);
    found.push(shares);
    if (shares === null || shares.roundness > 0) found.push(fitTariff(printed, tried));
  }
  const fitting = found.filter((candidate) => candidate !== null).sort(byEvidence);
  // Nobody agrees on 16/57: such a part is worth a line only when nothing rounder gives the amounts.
  const isRoundFound = fitting.some(
    (candidate) => candidate.reproducesPrinted && candidate.roundness < onlyAFraction,
  );
  const candidates = fitting.filter((candidate) => !isRoundFound || candidate.roundness < onlyAFraction);
  const nearest = candidates.length === 0 ? nearestOf(printed, readings) : null;
  return {
    service,
    year,
    totalOre,
    candidates,
    notes: [...notesOn(input, printed, candidates, nearest), ...notes],
  };
}
