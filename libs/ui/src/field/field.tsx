import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './field.css';

/** What every field has: a place in the form that errors and drafts name, a label, help, and what is wrong with it. */
export interface FieldParts {
  /** Path of the field, which is its id in the document too. */
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Said beside the label of a field that may be left empty. */
  readonly optional?: string | undefined;
  readonly error?: string | undefined;
}

export const fieldId = (path: string): string => `f-${path}`;

const describedBy = ({ path, help, error }: FieldParts, hint = false): string | undefined =>
  [
    ...(help === undefined ? [] : [`${fieldId(path)}-help`]),
    ...(hint ? [`${fieldId(path)}-hint`] : []),
    ...(error === undefined ? [] : [`${fieldId(path)}-error`]),
  ].join(' ') || undefined;

/** The attributes of an input of a field. */
const inputOf = (parts: FieldParts, hint = false) => ({
  id: fieldId(parts.path),
  'data-path': parts.path,
  'aria-describedby': describedBy(parts, hint),
  'aria-invalid': parts.error === undefined ? undefined : true,
});

const Told = ({ path, error }: FieldParts) =>
  error === undefined ? null : (
    <p className="field-error" id={`${fieldId(path)}-error`}>
      <CircleAlert size={16} aria-hidden="true" />
      {error}
    </p>
  );

const Help = ({ path, help }: FieldParts) =>
  help === undefined ? null : (
    <p className="field-help" id={`${fieldId(path)}-help`}>
      {help}
    </p>
  );

const Labelled = ({
  hint,
  className = '',
  children,
  ...parts
}: FieldParts & { readonly hint?: string; readonly className?: string; readonly children: ReactNode }) => (
  <div className={`field ${className}`.trim()}>
    <label htmlFor={fieldId(parts.path)}>
      {parts.label} {parts.optional !== undefined && <span>{parts.optional}</span>}
    </label>
    <Help {...parts} />
    {children}
    {hint !== undefined && (
      <p className="field-hint" id={`${fieldId(parts.path)}-hint`}>
        {hint}
      </p>
    )}
    <Told {...parts} />
  </div>
);

interface Holds<Value> extends FieldParts {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A short text. `suggestions` are offered, and anything else can be written. */
export const TextField = ({
  value,
  onChange,
  max,
  numeric = false,
  suggestions,
  ...parts
}: Holds<string> & {
  readonly max?: number | undefined;
  readonly numeric?: boolean;
  readonly suggestions?: readonly string[];
}) => (
  <Labelled {...parts} className={numeric ? 'short' : ''}>
    <input
      {...inputOf(parts)}
      type="text"
      autoComplete="off"
      inputMode={numeric ? 'decimal' : undefined}
      maxLength={max}
      list={suggestions && `${fieldId(parts.path)}-list`}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
    {suggestions && (
      <datalist id={`${fieldId(parts.path)}-list`}>
        {suggestions.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    )}
  </Labelled>
);

/** A text of several lines, which grows with what is written. */
export const AreaField = ({
  value,
  onChange,
  max,
  ...parts
}: Holds<string> & { readonly max?: number | undefined }) => (
  <Labelled {...parts} className="wide">
    <textarea
      {...inputOf(parts)}
      rows={2}
      maxLength={max}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
  </Labelled>
);

/** A day or a time of day, written as text. @param hint what the day is, such as its week */
export const DayField = ({
  value,
  onChange,
  onKey,
  hint,
  pattern,
  ...parts
}: Holds<string> & {
  /** Called with keys other than letters that are written: arrows, and T for today. @returns the new value; undefined: the key is not for it */
  readonly onKey?: (key: string) => string | undefined;
  readonly hint?: string;
  /** What is to be written, such as ÅÅÅÅ-MM-DD. */
  readonly pattern: string;
}) => (
  <Labelled {...parts} {...(hint !== undefined && { hint })} className="short">
    <input
      {...inputOf(parts, hint !== undefined)}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      placeholder={pattern}
      maxLength={10}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = onKey?.(event.key);
        if (next === undefined) return;
        event.preventDefault();
        onChange(next);
      }}
    />
  </Labelled>
);

export interface FieldOption {
  readonly id: string;
  readonly label: string;
}

/** One choice out of many. `none` is the words for no choice. */
export const ChoiceField = ({
  value,
  onChange,
  options,
  none,
  ...parts
}: Holds<string> & { readonly options: readonly FieldOption[]; readonly none: string }) => (
  <Labelled {...parts}>
    <select
      {...inputOf(parts)}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    >
      <option value="">{none}</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
);

const Group = ({
  role,
  children,
  ...parts
}: FieldParts & { readonly role: 'group' | 'radiogroup'; readonly children: ReactNode }) => (
  <div
    className="field wide"
    role={role}
    id={fieldId(parts.path)}
    tabIndex={-1}
    aria-labelledby={`${fieldId(parts.path)}-label`}
    aria-describedby={describedBy(parts)}
  >
    <p className="field-label" id={`${fieldId(parts.path)}-label`}>
      {parts.label} {parts.optional !== undefined && <span>{parts.optional}</span>}
    </p>
    <Help {...parts} />
    <div className="choices">{children}</div>
    <Told {...parts} />
  </div>
);

/** One choice out of a few, all of them in sight. */
export const RadioField = ({
  value,
  onChange,
  options,
  ...parts
}: Holds<string> & { readonly options: readonly FieldOption[] }) => (
  <Group role="radiogroup" {...parts}>
    {options.map(({ id, label }) => (
      <label className="choice" key={id}>
        <input
          type="radio"
          name={parts.path}
          data-path={parts.path}
          data-option={id}
          checked={value === id}
          onChange={() => {
            onChange(id);
          }}
        />
        {label}
      </label>
    ))}
  </Group>
);

/** Any number of choices. `none` is said where there is nothing to choose from. */
export const ChecksField = ({
  value,
  onChange,
  options,
  none,
  ...parts
}: Holds<readonly string[]> & { readonly options: readonly FieldOption[]; readonly none: string }) => (
  <Group role="group" {...parts}>
    {options.length === 0 && <p className="field-help">{none}</p>}
    {options.map(({ id, label }) => (
      <label className="choice" key={id}>
        <input
          type="checkbox"
          data-path={parts.path}
          data-option={id}
          checked={value.includes(id)}
          onChange={({ target }) => {
            onChange(target.checked ? [...value, id] : value.filter((each) => each !== id));
          }}
        />
        {label}
      </label>
    ))}
  </Group>
);
