import { setupProblemTexts } from '@samstyr/contract/texts/setup-problems';
import { tell } from '@samstyr/contract/texts/tell';
import { shortName } from '@samstyr/core/setup/set-up';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { Choice, Entry, fieldId } from './entry.tsx';
import { emptyForm, type Form, newMember, newUnit, nextKey, readForm, wishJson } from './form.ts';
import { MemberRow } from './member-row.tsx';
import { MunicipalityList } from './municipality-list.tsx';
import { Preview } from './preview.tsx';
import { UnitRow } from './unit-row.tsx';

const memory = 'samstyr-nytt';

/** A cooperation from nothing: three questions, and what everybody would pay while one answers them. (S-WEB-49) */
export function Guided({ year }: { readonly year: number }) {
  const t = useText();
  const language = useLanguage();
  const me = useMe();
  const [form, setForm] = useState<Form>(() => emptyForm(year, language));
  const [hasTried, setTried] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [isBusy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);
  const read = useMemo(() => readForm(form), [form]);
  useEffect(() => {
    const kept = sessionStorage.getItem(memory);
    if (kept !== null) setForm(JSON.parse(kept) as Form);
  }, []);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  const set = (changes: Partial<Form>): void => {
    const next = { ...form, ...changes };
    setForm(next);
    sessionStorage.setItem(memory, JSON.stringify(next));
  };
  const shown = hasTried ? read.problems : [];
  const errorAt = (path: string): string | null => {
    const problem = shown.find((one) => one.path === path);
    return problem === undefined ? null : tell(setupProblemTexts, language, problem);
  };
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (read.problems.length > 0) {
      setTries(tries + 1);
      return;
    }
    setBusy(true);
    const answer = await send({
      method: 'POST',
      path: '/cooperations',
      csrf: me?.csrfToken ?? '',
      body: wishJson(read.wish),
    });
    if (answer.is === 'done') {
      sessionStorage.removeItem(memory);
      globalThis.location.assign(`/${(answer.answer as { cooperation: string }).cooperation}/nyeste`);
      return;
    }
    setBusy(false);
    setSent(answer);
  };
  return (
    <form className="guided" onSubmit={onSubmit} noValidate>
      <div>
        {shown.length === 0 ? null : (
          <div className="note" ref={summary} tabIndex={-1}>
            <strong>{t('start.refused', { count: shown.length })}</strong>
            <ul>
              {shown.map((problem) => (
                <li key={problem.path}>
                  <a href={`#${fieldId(problem.path)}`}>{tell(setupProblemTexts, language, problem)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <fieldset>
          <legend>{t('start.cooperation')}</legend>
          <Entry
            path="name"
            label={t('start.name')}
            value={form.name}
            set={(name) => set({ name })}
            error={errorAt('name')}
          />
          <div className="fields">
            <Entry
              path="id"
              label={t('start.id')}
              value={form.id}
              set={(id) => set({ id })}
              help={t('start.idHelp', { id: form.id || shortName(form.name) || '…' })}
              error={errorAt('id')}
            />
            <Entry
              path="year"
              label={t('start.year')}
              value={form.year}
              set={(text) => set({ year: text })}
              error={errorAt('year')}
              isNumber
            />
            <Choice
              path="language"
              label={t('start.language')}
              value={form.language}
              set={(one) => set({ language: one })}
              error={null}
            >
              <option value="nb">bokmål</option>
              <option value="nn">nynorsk</option>
              <option value="en">English</option>
            </Choice>
          </div>
        </fieldset>
        <fieldset id={fieldId('members')}>
          <legend>{t('start.members')}</legend>
          <p className="quiet">{t('start.membersHelp', { year: (read.wish.year ?? year) - 1 })}</p>
          <MunicipalityList />
          {form.members.map((member, at) => (
            <MemberRow
              key={member.key}
              member={member}
              at={at}
              errorAt={errorAt}
              set={(next) => set({ members: form.members.map((one) => (one.key === next.key ? next : one)) })}
              remove={
                form.members.length <= 2
                  ? null
                  : () => set({ members: form.members.filter(({ key }) => key !== member.key) })
              }
            />
          ))}
          <p>
            <button
              type="button"
              className="button"
              onClick={() => set({ members: [...form.members, newMember(nextKey(form.members))] })}
            >
              {t('start.addMember')}
            </button>
          </p>
          <Choice
            path="host"
            label={t('start.host')}
            value={`${form.host ?? ''}`}
            set={(key) => set({ host: key === '' ? null : Number(key) })}
            error={errorAt('host')}
          >
            <option value="">{t('start.chooseHost')}</option>
            {form.members.map(({ key, name }, at) => (
              <option key={key} value={key}>
                {name === '' ? t('start.member', { number: at + 1 }) : name}
              </option>
            ))}
          </Choice>
        </fieldset>
        <fieldset id={fieldId('units')}>
          <legend>{t('start.units')}</legend>
          <p className="quiet">{t('start.unitsHelp')}</p>
          {form.units.map((unit, at) => (
            <UnitRow
              key={unit.key}
              unit={unit}
              at={at}
              members={form.members}
              errorAt={errorAt}
              set={(next) => set({ units: form.units.map((one) => (one.key === next.key ? next : one)) })}
              remove={
                form.units.length <= 1
                  ? null
                  : () => set({ units: form.units.filter(({ key }) => key !== unit.key) })
              }
            />
          ))}
          <p>
            <button
              type="button"
              className="button"
              onClick={() => set({ units: [...form.units, newUnit(nextKey(form.units))] })}
            >
              {t('start.addUnit')}
            </button>
          </p>
        </fieldset>
      </div>
      <div className="outcome">
        <Preview read={read} />
        <Refusal sent={sent} />
        <p className="acts">
          <button type="submit" className="button primary" aria-disabled={isBusy}>
            {t('start.make')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setTried(false);
              setSent(null);
              set(emptyForm(year, language));
            }}
          >
            {t('start.clear')}
          </button>
        </p>
      </div>
    </form>
  );
}
