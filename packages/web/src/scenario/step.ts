import { parseFraction } from '@samstyr/core/fraction/fraction';
import type { Edit } from '@samstyr/core/model/edit';
import type { GrowthKind } from '@samstyr/core/model/rows';
import { type Ore, ore } from '@samstyr/core/money/ore';
import { parseDay } from '@samstyr/core/period/day';
import type { Budget } from '../budget/budget.ts';
import { keyOf } from '../key/try-key.ts';

/** One step of an alternative as it stands in the address: `leave~legevakt~selbu~2025-07-01`, `growth~alle~wage~4,1~2025-05-01~80`. */
export type Step =
  | {
      readonly step: 'leave' | 'join';
      readonly service: string;
      readonly party: string;
      readonly from: string;
    }
  | { readonly step: 'population'; readonly date: string }
  | { readonly step: 'saving'; readonly service: string; readonly percent: string }
  /** `fixed` per cent is shared equally, the rest by `reading`: a register and a date, `population@2024-01-01`. */
  | {
      readonly step: 'key';
      readonly service: string;
      readonly from: string;
      readonly fixed: string;
      readonly reading: string;
    }
  /** `part` is how many per cent of the cost the growth is of, where the budget does not say it. */
  | {
      readonly step: 'growth';
      readonly service: string;
      readonly kind: StepGrowth;
      readonly rate: string;
      readonly from: string;
      readonly part: string;
    }
  /** Every step of a version that is saved beside the budget. */
  | { readonly step: 'saved'; readonly id: string };

export type StepName = Step['step'];
export type StepGrowth = Exclude<GrowthKind, 'income'>;

/** In place of a service: every one the budget states such growth for. */
export const everyService = 'alle';

type Check = (text: string) => boolean;
const isText: Check = (text) => text !== '';
const isDay: Check = (text) => parseDay(text) !== null;
const isPercent: Check = (text) => /^(?:\d{1,2}|100)$/.test(text);
const isRate: Check = (text) => /^[-−]?\d{1,2}(?:[.,]\d{1,2})?$/.test(text);
const isReading: Check = (text) => isDay(text.split('@')[1] ?? '');
const isGrowth: Check = (text) => text === 'wage' || text === 'price' || text === 'deflator';

/** What each step has, in the order it stands in an address. */
const shapes: { readonly [S in StepName]: { readonly [field: string]: Check } } = {
  leave: { service: isText, party: isText, from: isDay },
  join: { service: isText, party: isText, from: isDay },
  population: { date: isDay },
  saving: { service: isText, percent: (text) => /^\d{1,2}$/.test(text) },
  key: { service: isText, from: isDay, fixed: isPercent, reading: isReading },
  growth: { service: isText, kind: isGrowth, rate: isRate, from: isDay, part: isPercent },
  saved: { id: isText },
};

export const isStepName = (text: string | null): text is StepName =>
  text !== null && Object.hasOwn(shapes, text);

/** The fields a step asks for. */
export const fieldsOf = (step: StepName): readonly string[] => Object.keys(shapes[step]);

/** A step from its fields; null when one of them cannot be read. */
export function stepOf(step: StepName, said: (field: string) => string): Step | null {
  const fields = Object.entries(shapes[step]).map(([field, check]) => ({ field, text: said(field), check }));
  return fields.every(({ text, check }) => check(text))
    ? ({ step, ...Object.fromEntries(fields.map(({ field, text }) => [field, text])) } as unknown as Step)
    : null;
}

export const stepText = ({ step, ...fields }: Step): string =>
  [step, ...fieldsOf(step).map((field) => (fields as { readonly [name: string]: string })[field] ?? '')].join(
    '~',
  );

/** The steps of an address; what cannot be read is left out. */
export function stepsIn(text: string | null): readonly Step[] {
  return (text ?? '').split('|').flatMap((part): readonly Step[] => {
    const [name = '', ...values] = part.split('~');
    if (!isStepName(name)) return [];
    const step = stepOf(name, (field) => values[fieldsOf(name).indexOf(field)] ?? '');
    return step === null ? [] : [step];
  });
}

/** The edits a step stands for. A new population moves the date of every service that reads it, in one step. */
export function editsOf(budget: Budget, one: Step): readonly Edit[] {
  const { index, pair } = budget;
  switch (one.step) {
    case 'population': {
      const date = parseDay(one.date);
      if (date === null) return [];
      return index.model.service.flatMap(({ id }): readonly Edit[] => {
        const keys = pair.current.get(id)?.segments ?? [];
        return keys.some(({ key }) => key !== null && readsPopulation(key.key))
          ? [{ op: 'setRegisterDate', service: id, register: 'population', date }]
          : [];
      });
    }
    case 'saving': {
      const amountOre = partOf(pair.current.get(one.service)?.totalOre ?? 0n, `-${one.percent}`);
      return [
        {
          ...{ op: 'addChange', service: one.service, kind: 'saving', party: null, amountOre },
          ...{ from: null, until: null, oneOff: false, counterpart: null, reason: null },
        },
      ];
    }
    case 'key': {
      const from = parseDay(one.from);
      const [register = '', at = ''] = one.reading.split('@');
      const date = parseDay(at);
      if (from === null || date === null) return [];
      const reading = { register, date, group: null, average: 1 };
      const key = keyOf({ fixedPercent: Number.parseInt(one.fixed, 10), reading, years: 1 });
      return [{ op: 'setKey', service: one.service, from, key }];
    }
    case 'growth':
      return growthEdits(budget, one);
    case 'saved':
      return savedRow(budget, one)?.edits ?? [];
    case 'leave':
    case 'join': {
      const from = parseDay(one.from);
      return from === null ? [] : [{ op: one.step, service: one.service, party: one.party, from }];
    }
  }
}

/** Another rate, of the base the budget states or of so much of the cost. */
function growthEdits(budget: Budget, one: Extract<Step, { step: 'growth' }>): readonly Edit[] {
  const { pair } = budget;
  const { kind } = one;
  const from = parseDay(one.from);
  const ratePercent = parseFraction(one.rate.replace(',', '.').replace('−', '-'));
  if (from === null || ratePercent === null) return [];
  return growingServices(budget, one).flatMap((service): readonly Edit[] => {
    const total = pair.current.get(service)?.totalOre ?? 0n;
    const baseOre = statedGrowth(budget, service, kind)?.baseOre == null ? partOf(total, one.part) : null;
    return baseOre === 0n ? [] : [{ op: 'setGrowth', service, kind, ratePercent, from, baseOre }];
  });
}

/** The services a growth step is of. */
const growingServices = (
  budget: Budget,
  { service, kind }: Extract<Step, { step: 'growth' }>,
): readonly string[] =>
  service === everyService
    ? budget.index.model.service.flatMap(({ id }) =>
        statedGrowth(budget, id, kind) === undefined ? [] : [id],
      )
    : [service];

const statedGrowth = ({ index, overview }: Budget, service: string, kind: StepGrowth) =>
  index.rowsOf(overview.version.id, service).growth.find((row) => row.kind === kind);

/** So many per cent of an amount, whole øre towards 0. */
const partOf = (amount: bigint, percent: string): Ore => ore((amount * BigInt(percent)) / 100n);

/** The version a step stands for, where it builds on the budget of the page. */
export const savedRow = ({ index, overview }: Budget, { id }: Extract<Step, { step: 'saved' }>) =>
  index.model.alternative.find((row) => row.id === id && row.base === overview.version.id);

/** Whether a step means something here: a version may have been discarded, or be for others to see. */
export const isKnown = (budget: Budget, one: Step): boolean =>
  one.step !== 'saved' || savedRow(budget, one) !== undefined;

/** Services a step moves, and this reader has not all the rows of: the effect would show what is hidden. (S-ACC-02) */
export function hiddenBy(budget: Budget, one: Step): readonly string[] {
  const { index, isComputed } = budget;
  return index.model.service.flatMap(({ id, unit }) => (isTouched(id, unit) && !isComputed(id) ? [id] : []));
  function isTouched(id: string, unit: string): boolean {
    if (one.step === 'population')
      return (index.keysOf.get(id) ?? []).some(({ key }) => readsPopulation(key));
    if (one.step === 'growth') return growingServices(budget, one).includes(id);
    // Who sees a saved version sees every row.
    return one.step !== 'saved' && (one.service === id || one.service === unit);
  }
}

const readsPopulation = (key: unknown): boolean =>
  typeof key === 'object' &&
  key !== null &&
  (('register' in key && key.register === 'population') || Object.values(key).some(readsPopulation));
