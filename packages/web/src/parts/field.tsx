import { type HTMLInputTypeAttribute, useId } from 'react';

type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly help?: string;
  readonly required?: boolean;
  /** What stands there to begin with. */
  readonly value?: string;
};

/** A named input with its help; what is typed is read from the form when it is sent. */
export function Field({
  label,
  name,
  type = 'text',
  autoComplete = 'off',
  help,
  required = true,
  value,
}: FieldProps) {
  const id = useId();
  return (
    <p className="entry">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required={required}
        defaultValue={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
      />
      {help === undefined ? null : (
        <span className="small" id={`${id}-help`}>
          {help}
        </span>
      )}
    </p>
  );
}

/** What somebody typed in a field of a form. */
export const typed = (form: HTMLFormElement, name: string): string => `${new FormData(form).get(name) ?? ''}`;
