import { parseFraction } from '@samstyr/core/fraction/fraction';
import type { Edit } from '@samstyr/core/model/edit';
import { parseDay } from '@samstyr/core/period/day';
import type { Budget } from '../budget/budget.ts';

/** One step of an alternative as it stands in the address: `leave~legevakt~selbu~2025-07-01`, `population~2024-07-01`, `wage~4.0`. */
export type Step =
  | {
      readonly step: 'leave' | 'join';
      readonly service: string;
      readonly party: string;
      readonly from: string;
    }
  | { readonly step: 'population'; readonly date: string }
  | { readonly step: 'saving'; readonly service: string; readonly percent: string };

export const stepText = (one: Step): string =>
  one.step === 'population'
    ? `population~${one.date}`
    : one.step === 'saving'
      ? `saving~${one.service}~${one.percent}`
      : `${one.step}~${one.service}~${one.party}~${one.from}`;

/** The steps of an address; what cannot be read is left out. */
export function stepsIn(text: string | null): readonly Step[] {
  return (text ?? '').split('|').flatMap((part): readonly Step[] => {
    const [step, first = '', second = '', third = ''] = part.split('~');
    if (step === 'population' && parseDay(first) !== null) return [{ step, date: first }];
    if (step === 'saving' && /^\d{1,2}$/.test(second)) return [{ step, service: first, percent: second }];
    if ((step === 'leave' || step === 'join') && parseDay(third) !== null)
      return [{ step, service: first, party: second, from: third }];
    return [];
  });
}

/** The edits a step stands for. A new population moves the date of every service that reads it, in one step. */
export function editsOf({ index, pair }: Budget, one: Step): readonly Edit[] {
  if (one.step === 'population') {
    const date = parseDay(one.date);
    if (date === null) return [];
    return index.model.service.flatMap(({ id }): readonly Edit[] => {
      const keys = pair.current.get(id)?.segments ?? [];
      return keys.some(({ key }) => key !== null && readsPopulation(key.key))
        ? [{ op: 'setRegisterDate', service: id, register: 'population', date }]
        : [];
    });
  }
  if (one.step === 'saving') {
    const total = pair.current.get(one.service)?.totalOre ?? 0n;
    const percent = parseFraction(one.percent);
    if (percent === null) return [];
    return [
      {
        op: 'addChange',
        service: one.service,
        kind: 'saving',
        party: null,
        amountOre: (-(total * percent.n) / (100n * percent.d)) as Extract<
          Edit,
          { op: 'addChange' }
        >['amountOre'],
        from: null,
        until: null,
        oneOff: false,
        counterpart: null,
        reason: null,
      },
    ];
  }
  const from = parseDay(one.from);
  return from === null ? [] : [{ op: one.step, service: one.service, party: one.party, from }];
}

/** Services a step moves, and this reader has not all the rows of: the effect would show what is hidden. (S-ACC-02) */
export function hiddenBy({ index, isComputed }: Budget, one: Step): readonly string[] {
  return index.model.service.flatMap(({ id, unit }) => {
    const isTouched =
      one.step === 'population'
        ? (index.keysOf.get(id) ?? []).some(({ key }) => readsPopulation(key))
        : one.service === id || one.service === unit;
    return isTouched && !isComputed(id) ? [id] : [];
  });
}

const readsPopulation = (key: unknown): boolean =>
  typeof key === 'object' &&
  key !== null &&
  (('register' in key && key.register === 'population') || Object.values(key).some(readsPopulation));
