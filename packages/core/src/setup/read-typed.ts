import { parseKroner } from '../money/kroner.ts';
import type { Ore } from '../money/ore.ts';
import type { NewCooperation, NewKey, SetupProblem } from './new-cooperation.ts';

/** The fields of a form as a person has typed them; empty is not said. */
export type TypedCooperation = {
  readonly id: string;
  readonly name: string;
  readonly year: string;
  readonly language: string;
  readonly host: number | null;
  readonly members: readonly {
    readonly name: string;
    readonly kommunenummer: string;
    readonly inhabitants: string;
  }[];
  readonly units: readonly {
    readonly name: string;
    readonly amount: string;
    readonly key: NewKey;
    readonly equalPercent: string;
    readonly members: readonly number[];
  }[];
};

const digitsOf = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '');

/** What was typed as what it means: amounts in øre, counts as whole numbers; and what cannot be read, each with its field. (S-SETUP-02) */
export function readTyped(typed: TypedCooperation): {
  readonly wish: NewCooperation;
  readonly problems: readonly SetupProblem[];
} {
  const problems: SetupProblem[] = [];
  const amountOf = (text: string, path: string): Ore | null => {
    const read = parseKroner(text);
    if ('amount' in read) return read.amount;
    if (read.problem !== 'empty') problems.push({ code: 'setup.amount', path, text, why: read.problem });
    return null;
  };
  const countOf = (text: string, path: string): bigint | null => {
    const digits = digitsOf(text);
    if (digits === '') return null;
    if (/^\d{1,9}$/.test(digits)) return BigInt(digits);
    problems.push({ code: 'setup.inhabitants', path, text });
    return null;
  };
  const smallOf = (text: string): number | null => {
    const digits = digitsOf(text).replace(/%$/, '');
    return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
  };
  const wish: NewCooperation = {
    id: typed.id.trim(),
    name: typed.name,
    year: smallOf(typed.year),
    language: typed.language,
    host: typed.host,
    members: typed.members.map((member, at) => ({
      name: member.name,
      kommunenummer: member.kommunenummer.trim(),
      inhabitants: countOf(member.inhabitants, `members.${at}.inhabitants`),
    })),
    units: typed.units.map((unit, at) => ({
      name: unit.name,
      amountOre: amountOf(unit.amount, `units.${at}.amount`),
      key: unit.key,
      equalPercent: smallOf(unit.equalPercent),
      members: unit.members,
    })),
  };
  return { wish, problems };
}
