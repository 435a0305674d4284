import { TITLES, type FormLine, type Text } from '@rt/domain';
import { fieldId } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useSay } from '../texts/language';
import { entriesIn, type EntryAnswer } from './choices';
import { FormProvider, useForm } from './form-context';
import { bodyOf, textIn, valuesIn, valuesOf, withValue, type WrittenValue, type Values } from './form-values';
import { schemaQuery } from './record.queries';

/** Shows lines of a form. It is handed in, because a line of a form may itself be such changes. */
type LinesOfForm = (shown: {
  readonly lines: readonly FormLine[];
  readonly values: Values;
  readonly at: string;
}) => ReactNode;

/** The fields of the entry that a correction is about, as they stand now. What is changed in them is the correction. */
export const Changes = ({
  label,
  path,
  Lines,
}: {
  readonly label: Text;
  readonly path: string;
  readonly Lines: LinesOfForm;
}) => {
  const say = useSay();
  const { known, values } = useForm();
  const eventId = textIn(valuesIn(values['data'])['eventId']);
  const entry = entriesIn(known.file).find((each) => each.eventId === eventId);
  const schema = useQuery({ ...schemaQuery(entry?.type ?? ''), enabled: entry !== undefined });
  return (
    <fieldset className="part" id={fieldId(path)} tabIndex={-1}>
      <legend>{say(label)}</legend>
      {entry === undefined || schema.data === undefined ? (
        <p className="field-help">
          {say({ sv: 'Välj först vilken anteckning som rättas.', en: 'Choose the entry to correct first.' })}
        </p>
      ) : (
        <>
          <p className="field-help">
            {say(TITLES[entry.type as keyof typeof TITLES])}, {entry.occurredOn}.{' '}
            {say({
              sv: 'Ändra det som ska rättas. Den gamla anteckningen går alltid att se i historiken.',
              en: 'Change what is to be corrected. The old entry can always be seen in the history.',
            })}
          </p>
          <EntryLines
            key={entry.eventId}
            entry={entry}
            lines={
              (schema.data['x-form'] as readonly FormLine[]).find(({ name }) => name === 'data')?.lines ?? []
            }
            path={path}
            Lines={Lines}
          />
        </>
      )}
    </fieldset>
  );
};

const EntryLines = ({
  entry,
  lines,
  path,
  Lines,
}: {
  readonly entry: EntryAnswer;
  readonly lines: readonly FormLine[];
  readonly path: string;
  readonly Lines: LinesOfForm;
}) => {
  const form = useForm();
  const data = entry.data as Readonly<Record<string, unknown>>;
  const [written, setWritten] = useState<Values>(() =>
    // A draft begins with the changes that were written before.
    valuesOf(lines, { ...data, ...valuesIn(valuesIn(form.values['data'])['changes']) }),
  );
  const set = (at: string, value: WrittenValue): void => {
    const next = withValue(written, at.slice(path.length + 1), value);
    setWritten(next);
    form.set(path, changesIn(lines, data, next) as Values);
  };
  return (
    <FormProvider value={{ ...form, values: { data: written }, set }}>
      <Lines lines={lines} values={written} at={path} />
    </FormProvider>
  );
};

/** The fields that are not as they were. A field that was emptied is null, which takes it away. */
const changesIn = (
  lines: readonly FormLine[],
  data: Readonly<Record<string, unknown>>,
  written: Values,
): Record<string, unknown> => {
  const [was, is] = [bodyOf(lines, valuesOf(lines, data)), bodyOf(lines, written)];
  const names = lines.map(({ name }) => name);
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
      .map((name) => [name, is[name] ?? null]),
  );
};
