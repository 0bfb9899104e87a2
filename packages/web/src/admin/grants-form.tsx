import type { WantedGrantJson } from '@samstyr/contract/api/admin-routes';
import type { Role } from '@samstyr/contract/api/fields';
import { roleWords } from '@samstyr/contract/texts/source-text';
import { useId } from 'react';
import { useBudget } from '../budget/use-budget.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { partyNameOf, roles, unitNameOf } from './grants.ts';

type GrantsFormProps = {
  readonly grants: readonly WantedGrantJson[];
  readonly change: (next: readonly WantedGrantJson[]) => void;
};

/** A role with what it is for, when there is a part of it to be for. */
const ofRole = (role: Role, party: string | null): WantedGrantJson => ({
  role,
  units: [],
  party: role === 'financeOfficer' ? party : null,
});

/** The roles of a person: each with its units, or its municipality. */
export function GrantsForm({ grants, change }: GrantsFormProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const budget = useBudget();
  const { overview, index } = budget;
  const parties = overview.parties.map(({ party }) => party);
  const put = (at: number, next: WantedGrantJson): void =>
    change(grants.map((one, other) => (other === at ? next : one)));
  return (
    <>
      {grants.map((grant, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a role has no name of its own
        <fieldset className="grant" key={at}>
          <legend className="hidden-text">{t('admin.roleNumber', { number: at + 1 })}</legend>
          <p className="entry">
            <label htmlFor={`${id}-r${at}`}>{t('admin.role')}</label>
            <select
              id={`${id}-r${at}`}
              value={grant.role}
              onChange={(event) => put(at, ofRole(event.target.value as Role, parties[0] ?? null))}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleWords[role][language]}
                </option>
              ))}
            </select>
            <span className="small">{t(`admin.can.${grant.role}`)}</span>
          </p>
          {grant.role === 'financeOfficer' ? (
            <p className="entry">
              <label htmlFor={`${id}-p${at}`}>{t('table.municipality')}</label>
              <select
                id={`${id}-p${at}`}
                value={grant.party ?? ''}
                onChange={(event) => put(at, { ...grant, party: event.target.value })}
              >
                {parties.map((party) => (
                  <option key={party} value={party}>
                    {partyNameOf(budget, party)}
                  </option>
                ))}
              </select>
            </p>
          ) : null}
          {grant.role === 'unitLeader' ? (
            <fieldset className="field units">
              <legend>{t('admin.units')}</legend>
              {index.model.unit.map((unit) => (
                <label key={unit.id}>
                  <input
                    type="checkbox"
                    checked={grant.units.includes(unit.id)}
                    onChange={(event) =>
                      put(at, {
                        ...grant,
                        units: event.target.checked
                          ? [...grant.units, unit.id]
                          : grant.units.filter((one) => one !== unit.id),
                      })
                    }
                  />
                  {unitNameOf(budget, unit.id, language)}
                </label>
              ))}
            </fieldset>
          ) : null}
          {grants.length > 1 ? (
            <button
              type="button"
              className="link"
              onClick={() => change(grants.filter((_, other) => other !== at))}
            >
              {t('admin.dropRole', { role: roleWords[grant.role][language] })}
            </button>
          ) : null}
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="link"
          onClick={() => change([...grants, { role: 'reader', units: [], party: null }])}
        >
          {t('admin.addRole')}
        </button>
      </p>
    </>
  );
}
