import { municipalityCalled, municipalityOf } from '@samstyr/contract/codelists/municipalities';
import { useText } from '../texts/use-text.tsx';
import { Entry } from './entry.tsx';
import type { MemberEntry } from './form.ts';
import { municipalityList } from './municipality-list.tsx';

type MemberRowProps = {
  readonly member: MemberEntry;
  readonly at: number;
  readonly errorAt: (path: string) => string | null;
  readonly set: (member: MemberEntry) => void;
  /** Null: there are no fewer. */
  readonly remove: (() => void) | null;
};

/** A municipality of a cooperation that is to be. */
export function MemberRow({ member, at, errorAt, set, remove }: MemberRowProps) {
  const t = useText();
  const path = `members.${at}`;
  const title = t('start.member', { number: at + 1 });
  return (
    <fieldset className="row">
      <legend>{title}</legend>
      <div className="fields">
        <Entry
          path={`${path}.name`}
          label={t('start.memberName')}
          value={member.name}
          list={municipalityList}
          set={(name) => set(named(member, name))}
          error={errorAt(`${path}.name`)}
        />
        <Entry
          path={`${path}.kommunenummer`}
          label={t('start.kommunenummer')}
          value={member.kommunenummer}
          set={(kommunenummer) => set(numbered(member, kommunenummer))}
          error={errorAt(`${path}.kommunenummer`)}
        />
        <Entry
          path={`${path}.inhabitants`}
          label={t('start.inhabitants')}
          value={member.inhabitants}
          set={(inhabitants) => set({ ...member, inhabitants })}
          error={errorAt(`${path}.inhabitants`)}
          isNumber
        />
      </div>
      <Remove name={member.name === '' ? title : member.name} remove={remove} />
    </fieldset>
  );
}

/** The number follows the name as long as it is the list's own, and the name the number; what somebody has written otherwise stays. */
function named(member: MemberEntry, name: string): MemberEntry {
  const isOwn =
    member.kommunenummer === '' || municipalityCalled(member.name)?.number === member.kommunenummer;
  const number = municipalityCalled(name)?.number ?? '';
  return { ...member, name, kommunenummer: isOwn ? number : member.kommunenummer };
}

function numbered(member: MemberEntry, kommunenummer: string): MemberEntry {
  const name = municipalityOf(kommunenummer)?.names[0];
  return { ...member, kommunenummer, name: member.name === '' && name !== undefined ? name : member.name };
}

/** Takes a row of a form away; nothing where it must stay. */
export function Remove({ name, remove }: { readonly name: string; readonly remove: (() => void) | null }) {
  const t = useText();
  return remove === null ? null : (
    <button type="button" className="link" aria-label={t('start.removeThis', { name })} onClick={remove}>
      {t('start.remove')}
    </button>
  );
}
