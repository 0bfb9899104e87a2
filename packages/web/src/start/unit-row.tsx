import { newKeys } from '@samstyr/core/setup/new-cooperation';
import { useText } from '../texts/use-text.tsx';
import { Choice, Entry, fieldId } from './entry.tsx';
import type { MemberEntry, UnitEntry } from './form.ts';
import { Remove } from './member-row.tsx';

type UnitRowProps = {
  readonly unit: UnitEntry;
  readonly at: number;
  readonly members: readonly MemberEntry[];
  readonly errorAt: (path: string) => string | null;
  readonly set: (unit: UnitEntry) => void;
  readonly remove: (() => void) | null;
};

/** A unit of a cooperation that is to be: what it costs, how that is shared, and who takes part. */
export function UnitRow({ unit, at, members, errorAt, set, remove }: UnitRowProps) {
  const t = useText();
  const path = `units.${at}`;
  const title = t('start.unit', { number: at + 1 });
  const taking = members.filter(({ key }) => !unit.outside.includes(key)).length;
  const wrong = errorAt(`${path}.members`);
  return (
    <fieldset className="row">
      <legend>{title}</legend>
      <div className="fields">
        <Entry
          path={`${path}.name`}
          label={t('start.unitName')}
          value={unit.name}
          set={(name) => set({ ...unit, name })}
          error={errorAt(`${path}.name`)}
        />
        <Entry
          path={`${path}.amount`}
          label={t('start.amount')}
          value={unit.amount}
          set={(amount) => set({ ...unit, amount })}
          error={errorAt(`${path}.amount`)}
          isNumber
        />
      </div>
      <div className="fields">
        <Choice
          path={`${path}.key`}
          label={t('start.key')}
          value={unit.share}
          set={(chosen) => set({ ...unit, share: newKeys.find((one) => one === chosen) ?? unit.share })}
          error={null}
        >
          {newKeys.map((one) => (
            <option key={one} value={one}>
              {t(`start.key.${one}`)}
            </option>
          ))}
        </Choice>
        {unit.share === 'mixed' ? (
          <Entry
            path={`${path}.equalPercent`}
            label={t('start.equalPercent')}
            value={unit.equalPercent}
            set={(equalPercent) => set({ ...unit, equalPercent })}
            error={errorAt(`${path}.equalPercent`)}
            isNumber
          />
        ) : null}
      </div>
      <details open={wrong === null ? undefined : true}>
        <summary id={fieldId(`${path}.members`)}>
          {t('start.takePart')}:{' '}
          {taking === members.length
            ? t('start.all')
            : t('start.someOf', { count: taking, all: members.length })}
        </summary>
        <div className="ticks">
          {members.map(({ key, name }, place) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!unit.outside.includes(key)}
                onChange={({ target }) =>
                  set({
                    ...unit,
                    outside: target.checked
                      ? unit.outside.filter((one) => one !== key)
                      : [...unit.outside, key],
                  })
                }
              />
              {name === '' ? t('start.member', { number: place + 1 }) : name}
            </label>
          ))}
        </div>
        {wrong === null ? null : <p className="small error">{wrong}</p>}
      </details>
      <Remove name={unit.name === '' ? title : unit.name} remove={remove} />
    </fieldset>
  );
}
