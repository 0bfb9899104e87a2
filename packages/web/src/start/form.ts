import { overview } from '@samstyr/core/budget/overview';
import type { Overview } from '@samstyr/core/budget/view';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { NewCooperation, NewKey, SetupProblem } from '@samstyr/core/setup/new-cooperation';
import { readTyped } from '@samstyr/core/setup/read-typed';
import { setUp } from '@samstyr/core/setup/set-up';

export type MemberEntry = {
  readonly key: number;
  readonly name: string;
  readonly kommunenummer: string;
  readonly inhabitants: string;
};
export type UnitEntry = {
  readonly key: number;
  readonly name: string;
  readonly amount: string;
  readonly share: NewKey;
  readonly equalPercent: string;
  /** Keys of the members that take no part: who is added later takes part. */
  readonly outside: readonly number[];
};

/** The guided set-up as it stands on the page. */
export type Form = {
  readonly id: string;
  readonly name: string;
  readonly year: string;
  readonly language: string;
  /** The key of the member that keeps the budget. */
  readonly host: number | null;
  readonly members: readonly MemberEntry[];
  readonly units: readonly UnitEntry[];
};

export const newMember = (key: number): MemberEntry => ({
  key,
  name: '',
  kommunenummer: '',
  inhabitants: '',
});
export const newUnit = (key: number): UnitEntry => ({
  key,
  name: '',
  amount: '',
  share: 'mixed',
  equalPercent: '15',
  outside: [],
});

export const emptyForm = (year: number, language: string): Form => ({
  id: '',
  name: '',
  year: `${year}`,
  language,
  host: null,
  members: [newMember(1), newMember(2)],
  units: [newUnit(1)],
});

/** A key no row has. */
export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  Math.max(0, ...rows.map(({ key }) => key)) + 1;

export type ReadForm = {
  readonly wish: NewCooperation;
  /** The first problem of each field. */
  readonly problems: readonly SetupProblem[];
  /** What everybody would pay; null while something is wrong. */
  readonly overview: Overview | null;
};

/** What the form says, by the same rules as the server: what is wrong with it, or what it comes to. (S-SETUP-01) */
export function readForm(form: Form): ReadForm {
  const places = new Map(form.members.map(({ key }, at) => [key, at]));
  const { wish, problems: unread } = readTyped({
    ...form,
    host: form.host === null ? null : (places.get(form.host) ?? null),
    units: form.units.map(({ share, outside, ...unit }) => ({
      ...unit,
      key: share,
      members: form.members.flatMap(({ key }, at) => (outside.includes(key) ? [] : [at])),
    })),
  });
  const made = setUp(wish);
  const all = [...unread, ...(made.ok ? [] : made.problems)];
  const problems = all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at);
  if (!made.ok || problems.length > 0) return { wish, problems, overview: null };
  const computed = overview(indexModel(made.value), {
    year: wish.year ?? 0,
    version: null,
    rounding: 'agreement',
  });
  return { wish, problems, overview: computed.ok ? computed.value : null };
}

/** The form as the API takes it: amounts in øre, as text of digits. */
export const wishJson = ({ members, units, ...rest }: NewCooperation): unknown => ({
  ...rest,
  members: members.map((member) => ({
    ...member,
    inhabitants: member.inhabitants === null ? null : `${member.inhabitants}`,
  })),
  units: units.map((unit) => ({
    ...unit,
    amountOre: unit.amountOre === null ? null : `${unit.amountOre}`,
  })),
});
