import type { ReactNode } from 'react';

/** The id of a field on the page, from its path: `members.1.name` → `ny-members-1-name`. */
export const fieldId = (path: string): string => `ny-${path.replaceAll('.', '-')}`;

type EntryProps = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly help?: ReactNode;
  /** What is wrong with it, in words. */
  readonly error: string | null;
  readonly isNumber?: boolean;
  /** The id of a list that is offered; anything else can be written too. */
  readonly list?: string;
};

/** A named input with what is wrong with it beneath. */
export function Entry({ path, label, value, set, help, error, isNumber = false, list }: EntryProps) {
  const id = fieldId(path);
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={100}
        autoComplete="off"
        list={list}
        inputMode={isNumber ? 'numeric' : 'text'}
        className={isNumber ? 'number' : undefined}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described(id, error, help)}
        onChange={(event) => set(event.target.value)}
      />
      <Beneath id={id} error={error} help={help} />
    </div>
  );
}

type ChoiceProps = Omit<EntryProps, 'isNumber' | 'help' | 'list'> & { readonly children: ReactNode };

/** A list to choose from, with what is wrong with it beneath. */
export function Choice({ path, label, value, set, error, children }: ChoiceProps) {
  const id = fieldId(path);
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described(id, error, undefined)}
        onChange={(event) => set(event.target.value)}
      >
        {children}
      </select>
      <Beneath id={id} error={error} help={undefined} />
    </div>
  );
}

const described = (id: string, error: string | null, help: ReactNode): string | undefined =>
  error !== null ? `${id}-error` : help === undefined ? undefined : `${id}-help`;

function Beneath({
  id,
  error,
  help,
}: {
  readonly id: string;
  readonly error: string | null;
  readonly help: ReactNode;
}) {
  if (error !== null)
    return (
      <span className="small error" id={`${id}-error`}>
        {error}
      </span>
    );
  return help === undefined ? null : (
    <span className="small" id={`${id}-help`}>
      {help}
    </span>
  );
}
