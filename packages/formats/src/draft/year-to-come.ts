import { serviceBudget } from '@samstyr/core/budget/service';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { FitCandidate } from '@samstyr/core/fit/candidate';
import type {
  AgreementRow,
  KeyRow,
  LineRow,
  Model,
  RegisterValueRow,
  TotalRow,
} from '@samstyr/core/model/rows';
import { type Ore, sum } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { type GuessedKey, guessedKey } from './guessed-key.ts';

type Payment = { readonly party: string; readonly amountOre: Ore };

/** What everybody pays for a service in the two years, as printed. */
export type Paid = {
  readonly service: string;
  readonly name: string;
  readonly now: readonly Payment[];
  readonly before: readonly Payment[];
  /** False where the document holds an amount back. */
  readonly isWhole: boolean;
  /** What the amounts are printed in: 100 000 øre for thousands of kroner. */
  readonly unitOre: Ore;
  readonly place: string;
};

/** How a service of the draft is shared in the year to come. */
export type DraftedKey = {
  readonly service: string;
  readonly name: string;
  readonly members: number;
  readonly guess: GuessedKey;
  readonly place: string;
};

type Rows = {
  readonly key: KeyRow[];
  readonly total: TotalRow[];
  readonly line: LineRow[];
  readonly agreement: AgreementRow[];
};

/**
 * The year to come: a total and a key where the amounts prove one, and the budget made of them is the printed one to the last øre; else the
 * printed amounts, party by party, until somebody has read the agreement.
 */
export function withKeys(
  model: Model,
  paid: readonly Paid[],
  years: { readonly before: number; readonly year: number },
): { readonly model: Model; readonly keys: readonly DraftedKey[] } {
  const rows: Rows = { key: [], total: [], line: [], agreement: [] };
  const keys = paid.map((each): DraftedKey => {
    const { service, name, now, place } = each;
    const guess = guessFor(model, each, years);
    const made = guess.standing === 'proven' ? keyed(model, each, { best: guess.best, ...years }) : null;
    if (made !== null) {
      rows.key.push(...made.key);
      rows.total.push(...made.total);
      rows.agreement.push(...made.agreement);
    } else rows.line.push(...linesOf(each, years.year));
    // The fit rounds as an agreement would; if the budget rounds otherwise the key gives other amounts, and is not put in.
    const told: GuessedKey =
      guess.standing === 'proven' && made === null
        ? { standing: 'likely', best: guess.best, why: 'notExact', count: 1 }
        : guess;
    return { service, name, members: now.length, guess: told, place };
  });
  // Population is always wanted, and what a key that fits was read from.
  const read = new Set(
    keys.flatMap(({ guess }) =>
      guess.standing === 'proven' || guess.standing === 'likely' ? (guess.best.register ?? []) : [],
    ),
  );
  const isKept = (register: string): boolean => register === 'population' || read.has(register);
  return {
    model: {
      ...model,
      ...rows,
      register: model.register.filter(({ id }) => isKept(id)),
      registerValue: model.registerValue.filter(({ register }) => isKept(register)),
    },
    keys,
  };
}

function guessFor(
  model: Model,
  { service, now, before, isWhole, unitOre }: Paid,
  years: { before: number; year: number },
): GuessedKey {
  if (!isWhole) return { standing: 'none' };
  const parties = model.party.map(({ party, kommunenummer }) => ({ party, kommunenummer }));
  const input = (year: number, amounts: readonly Payment[], registers: readonly RegisterValueRow[]) => ({
    service,
    year,
    amounts,
    registers,
    parties,
    granularityOre: unitOre,
    host: null,
  });
  const isSame =
    now.length === before.length && now.every(({ party }) => before.some((other) => other.party === party));
  return guessedKey(
    input(years.year, now, model.registerValue),
    isSame ? input(years.before, before, model.registerValue) : null,
  );
}

/** The rows of a proven key; null when the budget they give is not the printed one. */
function keyed(
  model: Model,
  { service, now, unitOre }: Paid,
  { best, year }: { readonly best: FitCandidate; readonly year: number },
): Pick<Rows, 'key' | 'total' | 'agreement'> | null {
  const version = model.version.find((row) => row.year === year);
  const own = model.service.find(({ id }) => id === service);
  const [cooperation] = model.cooperation;
  if (version === undefined || own === undefined || cooperation === undefined) return null;
  const common = { service, from: firstDayOf(year), until: null };
  const key: KeyRow[] = [
    {
      id: service,
      ...common,
      known: null,
      case: null,
      key: best.key,
      costBase: [],
      basis: 'derived',
      paragraph: null,
      note: 'Funnet av de trykte beløpene; se questions.md.',
    },
  ];
  const total: TotalRow[] = [
    {
      id: `${service}/${version.id}`,
      version: version.id,
      service,
      amountOre: sum(now.map(({ amountOre }) => amountOre)),
      basis: 'published',
      note: null,
    },
  ];
  const takesRest = best.rounding?.mode === 'hostTakesRest' ? best.rounding.host : null;
  const agreement: AgreementRow[] =
    takesRest === null && unitOre === cooperation.roundingUnitOre
      ? []
      : [
          {
            id: `${service}/${year}`,
            unit: own.unit,
            ...common,
            legalForm: 'avtale',
            host: takesRest,
            roundingUnitOre: unitOre,
            roundingMode: takesRest === null ? 'largestRemainder' : 'hostTakesRest',
            noticeMonths: null,
            paragraph: null,
            note: 'Bare avrundingen er lest, av de trykte beløpene. Samarbeidsformen er ikke kjent.',
          },
        ];
  const index = indexModel({ ...model, key, total, agreement });
  const budget = serviceBudget(index, version, own, 'agreement');
  if (!budget.ok) return null;
  const built = new Map(budget.value.parts.map(({ party, amountOre }) => [party, amountOre]));
  return now.every(({ party, amountOre }) => built.get(party) === amountOre)
    ? { key, total, agreement }
    : null;
}

const linesOf = ({ service, now }: Paid, year: number): readonly LineRow[] =>
  now.map(({ party, amountOre }) => ({
    id: `${service}/${year}.recommended/${party}`,
    version: `${year}.recommended`,
    service,
    distribution: 'direct',
    party,
    amountOre,
    label: null,
    funksjon: null,
    art: null,
    ansvar: null,
    sensitive: false,
    note: null,
  }));
