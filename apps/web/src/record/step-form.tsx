import { TITLES, type FormLine, type Text } from '@rt/domain';
import { Button } from '@rt/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiProblem, NoConnection, type ProblemAt } from '../api/api-problem';
import { answerOf, api } from '../api/client';
import { useSay } from '../texts/language';
import type { Known } from './choices';
import { consequenceOf } from './consequence';
import { ContactCover } from './contact-cover';
import { ErrorSummary } from './error-summary';
import { FormProvider } from './form-context';
import { FormLines } from './form-line';
import { bodyOf, withValue, type WrittenValue, type Values } from './form-values';
import { usePreview, type PreviewAnswer } from './use-preview';

export interface StepSaved {
  readonly type: string;
  readonly preview: PreviewAnswer | undefined;
}

/** The form of one step of a file: from its declaration, with what saving it will change beside the button. */
export const StepForm = ({
  type,
  lines,
  known,
  start,
  commandId,
  onSaved,
  onCancel,
}: {
  readonly type: string;
  readonly lines: readonly FormLine[];
  readonly known: Known;
  readonly start: Values;
  /** Names the command: the same id again is the same command, however often it is sent. */
  readonly commandId: string;
  readonly onSaved: (saved: StepSaved) => void;
  readonly onCancel: () => void;
}) => {
  const say = useSay();
  const queries = useQueryClient();
  const { fileId } = known.file;
  const [values, setValues] = useState(start);
  const body = useMemo(() => ({ type, ...bodyOf(lines, values) }), [type, lines, values]);
  const preview = usePreview(fileId, commandId, body);
  const saving = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/files/{fileId}/events', {
          params: { path: { fileId }, header: { 'Idempotency-Key': commandId } },
          body: body as never,
        }),
      ),
    onSuccess: () => {
      onSaved({ type, preview });
      void queries.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => kind !== 'session' && kind !== 'directory' && kind !== 'schema',
      });
    },
    // The same command again is stored once, so silence is worth another try.
    retry: (failures, error) => error instanceof NoConnection && failures < 3,
  });
  const problem = saving.error instanceof ApiProblem ? saving.error : undefined;
  const errors = useMemo(() => problem?.errors ?? [], [problem]);
  const form = useMemo(
    () => ({
      known,
      errors: errorsByField(errors),
      values,
      set: (path: string, value: WrittenValue): void => {
        setValues((before) => withValue(before, path, value));
      },
    }),
    [known, errors, values],
  );
  const title = TITLES[type as keyof typeof TITLES];
  const save = (): void => {
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      {problem && (
        <ErrorSummary
          title={say({ sv: 'Steget är inte sparat.', en: 'The step is not saved.' })}
          errors={errors.length > 0 ? errors : [{ field: '', code: problem.code, text: problem.message }]}
        />
      )}
      <section className="card form-card" aria-labelledby="form-title">
        <div className="form-head">
          <h1 id="form-title">{say(title)}</h1>
        </div>
        <FormProvider value={form}>
          <FormLines lines={topLines(lines)} values={values} at="" />
          <div className="form-rest">
            <FormLines
              // The warning asks for the ground in its own way.
              lines={dataLines(lines).filter(({ name }) => type !== CONTACT || name !== 'ground')}
              values={dataOf(values)}
              at="data"
            />
            {type === CONTACT && <ContactCover />}
          </div>
        </FormProvider>
        <SaveBar
          isSaving={saving.isPending}
          isOffline={saving.error instanceof NoConnection}
          preview={preview}
          onCancel={onCancel}
        />
      </section>
    </form>
  );
};

const CONTACT = 'ContactMade';

const topLines = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.filter(({ name }) => name !== 'data');
const dataLines = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.find(({ name }) => name === 'data')?.lines ?? [];
const dataOf = ({ data }: Values): Values => (data ?? {}) as Values;

/** The text of each field that has an error. An error about an item of a written list stands at the list. */
const errorsByField = (errors: readonly ProblemAt[]): ReadonlyMap<string, string> =>
  new Map(
    errors.flatMap(({ field, text }) => [
      [field.replace(/\[\d+\]$/, ''), text] as const,
      [field, text] as const,
    ]),
  );

const WAITING: Text = {
  sv: 'Fyll i det som behövs, så står här vad steget ändrar.',
  en: 'Fill in what is needed, and what the step changes will stand here.',
};

/** The button, and what pressing it will change. */
const SaveBar = ({
  isSaving,
  isOffline,
  preview,
  onCancel,
}: {
  readonly isSaving: boolean;
  readonly isOffline: boolean;
  readonly preview: PreviewAnswer | undefined;
  readonly onCancel: () => void;
}) => {
  const say = useSay();
  const consequence = preview && consequenceOf(preview);
  return (
    <div className="save-bar">
      <Button type="submit" weight="primary" isPending={isSaving} data-path="save">
        {isSaving ? say({ sv: 'Sparar …', en: 'Saving …' }) : say({ sv: 'Spara', en: 'Save' })}
      </Button>
      <Button weight="quiet" onPress={onCancel}>
        {say({ sv: 'Avbryt', en: 'Cancel' })}
      </Button>
      <p className="consequence" role="status">
        {isOffline ? (
          say({
            sv: 'Servern svarar inte. Det du skrivit står kvar; spara igen om en stund.',
            en: 'The server does not answer. What you wrote stands here; save again in a moment.',
          })
        ) : consequence === undefined ? (
          <span className="soft">{say(WAITING)}</span>
        ) : (
          <>
            <b>{say(consequence.bold)}</b> {say(consequence.rest)}
          </>
        )}
      </p>
      <p className="small soft hot-keys">
        <kbd>Ctrl</kbd>+<kbd>Enter</kbd>
      </p>
    </div>
  );
};
