import { dayText } from '@samstyr/contract/texts/day-text';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { growthWords } from '@samstyr/contract/texts/words';
import type { Day } from '@samstyr/core/period/day';
import { parseDay } from '@samstyr/core/period/day';
import { type ReactNode, useState } from 'react';
import { Form, useSearchParams } from 'react-router';
import { columnsOf, serviceName } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { datesOf } from '../key/try-key.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { everyService, fieldsOf, isStepName, type Step, type StepName, stepOf } from './step.ts';
import { capital } from './step-words.ts';

/** The step somebody can ask for, in the order of the list, by its name there. */
const asked = {
  population: 'scenario.newPopulation',
  leave: 'scenario.leaves',
  join: 'scenario.joins',
  key: 'scenario.newKey',
  growth: 'scenario.newGrowth',
  saving: 'scenario.saves',
} as const satisfies { readonly [S in Exclude<StepName, 'saved'>]: string };
type Asked = keyof typeof asked;
const isAsked = (text: string | null): text is Asked => isStepName(text) && text in asked;

/** What the fields of a step are called in the address. */
const inAddress: { readonly [field: string]: string } = {
  service: 'tjeneste',
  party: 'hvem',
  from: 'fra',
  date: 'dato',
  percent: 'prosent',
  fixed: 'fast',
  reading: 'etter',
  kind: 'slag',
  rate: 'vekst',
  part: 'del',
};

/** The step a sent form asks for. */
export function newStep(search: URLSearchParams): Step | null {
  const step = search.get('steg');
  return isAsked(step)
    ? stepOf(step, (field) => (search.get(inAddress[field] ?? '') ?? '').replace(/[~|§]/g, '').trim())
    : null;
}

type AddStepProps = {
  /** The steps of each column as they stand, to be sent along. */
  readonly keep: { readonly [letter: string]: string };
  readonly target: string;
  /** Dates of the population every service can be computed with. */
  readonly dates: readonly Day[];
};

/** One more step in a column. It asks for what the chosen step needs and no more; without JavaScript it asks when the step is sent. */
export function AddStep({ keep, target, dates }: AddStepProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const [search] = useSearchParams();
  const sent = search.get('steg');
  const [step, setStep] = useState<Asked>(isAsked(sent) ? sent : 'population');
  const { index, year } = budget;
  const columns = columnsOf(budget);
  const names = keyWordNames(index.model, language);
  const readings = index.model.register.flatMap(({ id }) =>
    datesOf(
      index.model,
      id,
      columns.map(({ party }) => party),
    ).map((date) => ({
      value: `${id}@${date}`,
      text: `${names.counted(id)} ${dayText(date, language)}`,
    })),
  );
  const select = (
    name: string,
    label: string,
    options: readonly { readonly value: string; readonly text: string }[],
    more: { readonly first?: string; readonly help?: string } = {},
  ): ReactNode => (
    <label className="field" key={name}>
      <span>{label}</span>
      <select name={name} defaultValue={more.first}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {more.help === undefined ? null : <span className="small">{more.help}</span>}
    </label>
  );
  const input = (name: string, label: string, value: string, pattern: string, help?: string): ReactNode => (
    <label className="field" key={name}>
      <span>{label}</span>
      <input type="text" name={name} inputMode="decimal" defaultValue={value} pattern={pattern} />
      {help === undefined ? null : <span className="small">{help}</span>}
    </label>
  );
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${`${at + 1}`.padStart(2, '0')}-01`);
  const services = index.model.service.map(({ id }) => ({
    value: id,
    text: serviceName(budget, id, language),
  }));
  const whole = '[0-9]{1,2}|100';
  const fields: { readonly [field: string]: () => ReactNode } = {
    service: () =>
      select(
        'tjeneste',
        t('table.service'),
        step === 'growth'
          ? [{ value: everyService, text: t('scenario.allServices') }, ...services]
          : services,
      ),
    party: () =>
      select(
        'hvem',
        t('table.municipality'),
        columns.map(({ party, name }) => ({ value: party, text: name })),
      ),
    from: () =>
      select(
        'fra',
        t('scenario.from'),
        months.map((value) => ({ value, text: dayText(parseDay(value) as Day, language) })),
        // A settlement of wages counts from 1 May.
        step === 'growth' ? { first: `${year}-05-01` } : {},
      ),
    date: () =>
      select(
        'dato',
        t('scenario.newPopulation'),
        dates.map((date) => ({ value: date, text: dayText(date, language) })),
        { help: t('scenario.datesHelp') },
      ),
    percent: () => input('prosent', t('scenario.percent'), '2', '[0-9]{1,2}'),
    fixed: () => input('fast', t('scenario.fixed'), '20', whole),
    reading: () => select('etter', t('scenario.reading'), readings),
    kind: () =>
      select(
        'slag',
        t('scenario.growthKind'),
        (['wage', 'price', 'deflator'] as const).map((kind) => ({
          value: kind,
          text: capital(growthWords[kind][language]),
        })),
      ),
    rate: () => input('vekst', t('scenario.rate'), '4', '[-−]?[0-9]{1,2}([.,][0-9]{1,2})?'),
    part: () => input('del', t('scenario.part'), '80', whole, t('scenario.partHelp')),
  };
  return (
    <Form className="card" method="get" preventScrollReset>
      <h2>{t('scenario.add')}</h2>
      {Object.entries(keep).map(([letter, value]) =>
        value === '' ? null : <input key={letter} type="hidden" name={letter} value={value} />,
      )}
      <label className="field">
        <span>{t('scenario.what')}</span>
        <select
          name="steg"
          value={step}
          onChange={({ target: { value } }) => (isAsked(value) ? setStep(value) : undefined)}
        >
          {(Object.keys(asked) as Asked[]).map((one) => (
            <option key={one} value={one}>
              {t(asked[one])}
            </option>
          ))}
        </select>
      </label>
      {/* Fields of another step are other fields, also where they have the same name. */}
      <div key={step}>{fieldsOf(step).map((field) => fields[field]?.())}</div>
      {select(
        'til',
        t('scenario.to'),
        ['a', 'b', 'c'].map((letter) => ({ value: letter, text: letter.toUpperCase() })),
        { first: target },
      )}
      <button className="button primary" type="submit">
        {t('scenario.addButton')}
      </button>
      <p className="quiet">{t('scenario.nothingStored')}</p>
    </Form>
  );
}
