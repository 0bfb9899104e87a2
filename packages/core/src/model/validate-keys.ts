import { compare, type Fraction, one, subtract, sumFractions, zeroFraction } from '../fraction/fraction.ts';
import type { Key, RegisterReading } from '../key/grammar.ts';
import type { ModelProblem } from './model-problem.ts';
import type { KeyRow, Model } from './rows.ts';
import { standing } from './standing.ts';

/** Keys share out the whole, to parties and by registers that are there. A key from a file is checked when it is read, and again here. */
export function keyProblems(model: Model): readonly ModelProblem[] {
  const parties = new Set(model.party.map(({ party }) => party));
  const registers = new Set(model.register.map(({ id }) => id));
  return model.key.flatMap((row) => problemsIn(row, row.key, parties, registers));
}

function problemsIn(
  row: KeyRow,
  key: Key,
  parties: ReadonlySet<string>,
  registers: ReadonlySet<string>,
): readonly ModelProblem[] {
  const at = standing('key', row, 'key');
  const within = (inner: Key): readonly ModelProblem[] => problemsIn(row, inner, parties, registers);
  const party = (name: string): readonly ModelProblem[] =>
    parties.has(name) ? [] : [{ code: 'key.unknownParty', at, party: name }];
  const register = (name: string): readonly ModelProblem[] =>
    registers.has(name) ? [] : [{ code: 'key.unknownRegister', at, register: name }];
  const reading = (read: RegisterReading): readonly ModelProblem[] => register(read.register);
  const whole = (shares: readonly Fraction[]): readonly ModelProblem[] => {
    const sum = sumFractions(shares);
    const negative = shares
      .filter((share) => compare(share, zeroFraction) < 0)
      .map((share): ModelProblem => ({ code: 'key.negativeShare', at, share }));
    return compare(sum, one) === 0
      ? negative
      : [...negative, { code: 'key.sum', at, sum, difference: subtract(one, sum) }];
  };

  switch (key.form) {
    case 'equal':
      return [];
    case 'agreed': {
      const names = key.shares.map((share) => share.party);
      const twice = names.filter((name, index) => names.indexOf(name) < index);
      return [
        ...whole(key.shares.map(({ share }) => share)),
        ...twice.map((name): ModelProblem => ({ code: 'key.partyTwice', at, party: name })),
        ...names.flatMap(party),
      ];
    }
    case 'by':
    case 'bands':
    case 'tariff':
      return reading(key.reading);
    case 'usage':
      return register(key.register);
    case 'direct':
      return party(key.party);
    case 'threshold':
      return [...within(key.below), ...within(key.above)];
    case 'cap':
    case 'floor':
      return [...(key.party === null ? [] : party(key.party)), ...within(key.of)];
    case 'phaseIn':
      return [...within(key.from), ...within(key.to)];
    case 'external':
      return [...('reading' in key.pays ? reading(key.pays.reading) : []), ...within(key.rest)];
    case 'parts':
      return [
        ...whole(key.parts.map(({ share }) => share)),
        ...key.parts.flatMap((part) => within(part.key)),
      ];
  }
}
