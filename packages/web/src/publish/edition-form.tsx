import type { Language } from '@samstyr/contract/texts/language';
import { useId } from 'react';
import { useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import { useBudget } from '../budget/use-budget.ts';
import { useText } from '../texts/use-text.tsx';
import { type Format, formatNames, formats, languageNames, type Wanted } from './editions.ts';

type EditionFormProps = { readonly wanted: Wanted; readonly change: (next: Wanted) => void };

/** Which edition, in which language, for whom, in which files. */
export function EditionForm({ wanted, change }: EditionFormProps) {
  const t = useText();
  const id = useId();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const { overview } = useBudget();
  const seesAll = hasRole(me, cooperation, 'controller', 'auditor');
  const set = (format: Format, isOn: boolean): void =>
    change({
      ...wanted,
      formats: formats.filter((one) => (one === format ? isOn : wanted.formats.includes(one))),
    });
  const audience = (value: Wanted['audience']) => (
    <label>
      <input
        type="radio"
        name={`${id}-a`}
        checked={wanted.audience === value}
        onChange={() => change({ ...wanted, audience: value })}
      />
      <span>
        {t(`documents.${value}`)}
        <span className="small">
          {t(value === 'public' ? 'documents.publicHelp' : 'documents.internalHelp')}
        </span>
      </span>
    </label>
  );
  return (
    <div className="edition">
      <div>
        <p className="entry">
          <label htmlFor={`${id}-e`}>{t('documents.edition')}</label>
          <select
            id={`${id}-e`}
            value={wanted.edition}
            onChange={(event) => change({ ...wanted, edition: event.target.value })}
          >
            <option value="full">{t('documents.full')}</option>
            <option value="summary">{t('documents.summary')}</option>
            <optgroup label={t('table.municipality')}>
              {overview.parties
                .filter(({ column }) => column)
                .map(({ party, name }) => (
                  <option key={party} value={`municipality:${party}`}>
                    {name}
                  </option>
                ))}
            </optgroup>
          </select>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-l`}>{t('documents.language')}</label>
          <select
            id={`${id}-l`}
            value={wanted.language}
            onChange={(event) => change({ ...wanted, language: event.target.value as Language })}
          >
            {(['nb', 'nn', 'en'] as const).map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </p>
        {seesAll ? (
          <fieldset className="field">
            <legend>{t('documents.audience')}</legend>
            {audience('public')}
            {audience('internal')}
          </fieldset>
        ) : (
          <p className="quiet">{t('documents.publicHelp')}</p>
        )}
      </div>
      <fieldset className="field">
        <legend>{t('documents.formats')}</legend>
        {formats.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={wanted.formats.includes(one)}
              onChange={(event) => set(one, event.target.checked)}
            />
            {t(formatNames[one])}
          </label>
        ))}
        {wanted.formats.includes('pdf') ? (
          <label>
            <input
              type="checkbox"
              checked={wanted.archive}
              onChange={(event) => change({ ...wanted, archive: event.target.checked })}
            />
            {t('documents.archive')}
          </label>
        ) : null}
      </fieldset>
    </div>
  );
}
