import { addDays, isLocalDate, on, type FormLine as Line, type Text } from '@rt/domain';
import {
  AreaField,
  Button,
  ChecksField,
  ChoiceField,
  DayField,
  fieldId,
  RadioField,
  TextField,
  type FieldParts,
} from '@rt/ui';
import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { weekOf } from '../days/day-words';
import { useSay } from '../texts/language';
import { Changes } from './changes';
import { optionsFor } from './choices';
import { useForm } from './form-context';
import { LegalBasisOffer } from './legal-basis';
import {
  ALTERNATIVE,
  chosenLines,
  isWritten,
  itemsIn,
  linesOf,
  textIn,
  valuesIn,
  wordsIn,
  type WrittenValue,
  type Values,
} from './form-values';

/** The lines of a form, or of a part of it. @param at path of the object whose fields they are; empty: the request */
export const FormLines = ({
  lines,
  values,
  at,
}: {
  readonly lines: readonly Line[];
  readonly values: Values;
  readonly at: string;
}) => (
  <div className="form-lines">
    {lines.map((line) => (
      <OneLine
        key={line.name}
        line={line}
        value={values[line.name]}
        path={at === '' ? line.name : `${at}.${line.name}`}
      />
    ))}
  </div>
);

/** One line: a field, a part with lines of its own, or a list of such parts. */
const OneLine = ({
  line,
  value,
  path,
}: {
  readonly line: Line;
  readonly value: WrittenValue;
  readonly path: string;
}) => {
  if (line.kind === 'object') return <Changes label={line.label} path={path} Lines={FormLines} />;
  if (line.list && line.lines) return <Parts line={line} value={value} path={path} />;
  if (linesOf(line) !== undefined) return <Part line={line} value={value} path={path} />;
  return <Field line={line} value={value} path={path} />;
};

const OPTIONAL: Text = { sv: '(om det behövs)', en: '(if needed)' };

const Field = ({
  line,
  value,
  path,
}: {
  readonly line: Line;
  readonly value: WrittenValue;
  readonly path: string;
}) => {
  const say = useSay();
  const { known, errors, values, set } = useForm();
  const parts: FieldParts = {
    path,
    label: say(line.label),
    help: line.help && say(line.help),
    optional: line.required ? undefined : say(OPTIONAL),
    error: errors.get(path),
  };
  const change = (next: WrittenValue): void => {
    set(path, next);
  };
  const text = textIn(value);
  const options = optionsFor(line, known, values);
  if (line.list) {
    return options === undefined || isWritten(line) ? (
      <AreaField {...parts} help={parts.help ?? say(ONE_A_LINE)} value={text} onChange={change} />
    ) : (
      <ChecksField
        {...parts}
        value={wordsIn(value)}
        onChange={change}
        options={options}
        none={say(NOTHING)}
      />
    );
  }
  if (line.kind === 'flag')
    return (
      <RadioField
        {...parts}
        value={text}
        onChange={change}
        options={[
          { id: 'true', label: say({ sv: 'Ja', en: 'Yes' }) },
          { id: 'false', label: say({ sv: 'Nej', en: 'No' }) },
        ]}
      />
    );
  if (options !== undefined)
    return line.codes !== undefined && line.required && options.length <= 4 ? (
      <RadioField {...parts} value={text} onChange={change} options={options} />
    ) : (
      <ChoiceField {...parts} value={text} onChange={change} options={options} none={say(CHOOSE)} />
    );
  if (line.kind === 'day') return <Day {...parts} value={text} onChange={change} />;
  if (line.kind === 'time')
    return <DayField {...parts} value={text} onChange={change} pattern={say({ sv: 'TT:MM', en: 'HH:MM' })} />;
  if (line.kind === 'statute')
    return <TextField {...parts} value={text} onChange={change} suggestions={STATUTES} />;
  if (line.kind === 'amount' || line.kind === 'whole')
    return <TextField {...parts} value={text} onChange={change} numeric />;
  return (line.max ?? 0) > 200 ? (
    <AreaField {...parts} value={text} onChange={change} max={line.max} />
  ) : (
    <TextField {...parts} value={text} onChange={change} max={line.max} />
  );
};

const ONE_A_LINE: Text = { sv: 'En per rad', en: 'One a line' };
const CHOOSE: Text = { sv: 'Välj', en: 'Choose' };
const NOTHING: Text = { sv: 'Akten har inget att välja bland.', en: 'The file has nothing to choose from.' };
/** LSS, the Social Services Act old and new, the Administrative Procedure Act, the secrecy act. */
const STATUTES = ['1993:387', '2025:400', '2001:453', '2017:900', '2009:400'];

/** A day with its week. Arrows move a day, PageUp and PageDown a week, T is today. */
const Day = ({
  value,
  ...parts
}: FieldParts & { readonly value: string; readonly onChange: (value: string) => void }) => {
  const say = useSay();
  const { today } = useForm().known;
  const day = isLocalDate(value) ? on(value) : undefined;
  const week = day === undefined ? undefined : weekOf(day);
  const hint: Text | undefined =
    week === undefined
      ? undefined
      : day === today
        ? { sv: `i dag, vecka ${week}`, en: `today, week ${week}` }
        : { sv: `vecka ${week}`, en: `week ${week}` };
  return (
    <DayField
      {...parts}
      value={value}
      pattern={say({ sv: 'ÅÅÅÅ-MM-DD', en: 'YYYY-MM-DD' })}
      {...(hint && { hint: say(hint) })}
      onKey={(key) => {
        if (key === 't' || key === 'T') return today;
        const move = MOVES[key];
        return move === undefined ? undefined : addDays(day ?? today, day === undefined ? 0 : move);
      }}
    />
  );
};

const MOVES: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/** A part: its lines under their common label. Where exactly one of several ways is filled in, that is chosen first. */
const Part = ({
  line,
  value,
  path,
}: {
  readonly line: Line;
  readonly value: WrittenValue;
  readonly path: string;
}) => {
  const say = useSay();
  const { errors, set } = useForm();
  const values = valuesIn(value);
  const { oneOf } = line;
  const lines = linesOf(line) ?? [];
  const error = errors.get(path);
  const labelled = (name: string): string =>
    say(lines.find((each) => each.name === name)?.label ?? line.label);
  return (
    <fieldset className="part" id={fieldId(path)} tabIndex={-1}>
      <legend>
        {say(line.label)} {!line.required && <span>{say(OPTIONAL)}</span>}
      </legend>
      {line.help && <p className="field-help">{say(line.help)}</p>}
      {error !== undefined && <p className="field-error">{error}</p>}
      {oneOf && (
        <RadioField
          path={`${path}.${ALTERNATIVE}`}
          label={say({ sv: 'Vilket', en: 'Which' })}
          value={textIn(values[ALTERNATIVE]) || (line.required ? '0' : '-1')}
          onChange={(chosen) => {
            set(`${path}.${ALTERNATIVE}`, chosen);
          }}
          options={[
            ...(line.required ? [] : [{ id: '-1', label: say({ sv: 'Inget', en: 'None' }) }]),
            ...oneOf.map((names, index) => ({ id: String(index), label: names.map(labelled).join(', ') })),
          ]}
        />
      )}
      {line.name === 'law' && <LegalBasisOffer path={path} law={values} />}
      <FormLines lines={chosenLines(line, values)} values={values} at={path} />
    </fieldset>
  );
};

/** A list of parts. The focus goes to the first field of one that is added, and back to the button when one is taken away. */
const Parts = ({
  line,
  value,
  path,
}: {
  readonly line: Line;
  readonly value: WrittenValue;
  readonly path: string;
}) => {
  const say = useSay();
  const { errors, set } = useForm();
  const add = useRef<HTMLDivElement>(null);
  const items = itemsIn(value);
  const error = errors.get(path);
  return (
    <fieldset className="part" id={fieldId(path)} tabIndex={-1}>
      <legend>
        {say(line.label)} {!line.required && <span>{say(OPTIONAL)}</span>}
      </legend>
      {line.help && <p className="field-help">{say(line.help)}</p>}
      {error !== undefined && <p className="field-error">{error}</p>}
      {items.map((item, index) => (
        <div
          className="item"
          role="group"
          aria-label={`${say(line.label)} ${index + 1}`}
          // The place is what identifies an item: it has no id until it is stored.
          key={index}
        >
          <div className="item-head">
            <span className="item-name">
              {say(line.label)} {index + 1}
            </span>
            <Button
              weight="quiet"
              aria-label={`${say({ sv: 'Ta bort', en: 'Remove' })}: ${say(line.label)} ${index + 1}`}
              onPress={() => {
                set(
                  path,
                  items.filter((_, place) => place !== index),
                );
                add.current?.querySelector('button')?.focus();
              }}
            >
              <X size={16} aria-hidden="true" />
              {say({ sv: 'Ta bort', en: 'Remove' })}
            </Button>
          </div>
          <FormLines lines={line.lines ?? []} values={item} at={`${path}[${index}]`} />
        </div>
      ))}
      <div ref={add}>
        <Button
          data-path={`${path}[+]`}
          onPress={() => {
            const place = items.length;
            // The other parts of the form can then refer to it.
            set(path, [...items, line.creates ? { [`${line.creates}Id`]: crypto.randomUUID() } : {}]);
            requestAnimationFrame(() => {
              document
                .getElementById(fieldId(path))
                ?.querySelectorAll<HTMLElement>(':scope > .item')
                [place]?.querySelector<HTMLElement>('[data-path]')
                ?.focus();
            });
          }}
        >
          <Plus size={16} aria-hidden="true" />
          {say({ sv: 'Lägg till', en: 'Add' })}: {say(line.label).toLowerCase()}
        </Button>
      </div>
    </fieldset>
  );
};
