import { TITLES, type FormLine } from '@rt/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiProblem, NoConnection, type ProblemAt } from '../api/api-problem';
import { useSession } from '../shell/session';
import { useSay } from '../texts/language';
import { BothVersions, type Clash } from './both-versions';
import type { Known } from './choices';
import { ContactCover } from './contact-cover';
import { DraftLine } from './draft-line';
import { ErrorSummary } from './error-summary';
import { FormProvider } from './form-context';
import { FormLines } from './form-line';
import { bodyOf, withValue, type WrittenValue, type Values } from './form-values';
import { Reference } from './reference';
import { SaveBar } from './save-bar';
import { saveStep } from './save-step';
import { thingFieldOf, withStanding } from './standing';
import { useDraft, type DraftPlace } from './use-draft';
import { usePreview, type PreviewAnswer } from './use-preview';

export interface StepSaved {
  readonly type: string;
  readonly preview: PreviewAnswer | undefined;
}

/** The form of one step of a file: from its declaration, with what the step follows from beside it, and what saving it will change beside the button. */
export const StepForm = ({
  place,
  lines,
  known,
  start,
  savedAt,
  onSaved,
  onDiscard,
  onCancel,
  onAnother,
}: {
  readonly place: DraftPlace;
  readonly lines: readonly FormLine[];
  readonly known: Known;
  readonly start: Values;
  /** When the draft was saved that the form begins with. */
  readonly savedAt: string | undefined;
  readonly onSaved: (saved: StepSaved) => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
  /** Begins another step with these values, under another id. */
  readonly onAnother: (values: Values) => void;
}) => {
  const say = useSay();
  const queries = useQueryClient();
  const { userId } = useSession();
  const { type, fileId, draftId, purpose } = place;
  const [values, setValues] = useState(start);
  const [revision, setRevision] = useState(known.file.revision);
  const [clash, setClash] = useState<Clash>();
  const body = useMemo(() => ({ type, ...bodyOf(lines, values) }), [type, lines, values]);
  const preview = usePreview(place, body);
  const draft = useDraft(place, values, savedAt);
  const saving = useMutation({
    mutationFn: (seen: number) => saveStep({ fileId, draftId, purpose, body, revision: seen, userId }),
    onSuccess: (found) => {
      setClash(found);
      if (found !== undefined) return;
      draft.end();
      onSaved({ type, preview });
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => !LASTING.has(String(kind)) });
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
        setValues((before) => {
          const next = withValue(before, path, value);
          // Another thing is to be changed: the form begins with it as it stands.
          return path === `data.${thingFieldOf(type) ?? ''}`
            ? withStanding(type, lines, { ...next, data: withValue({}, path.slice(5), value) }, known.file)
            : next;
        });
      },
    }),
    [known, errors, values, type, lines],
  );
  const save = (seen = revision): void => {
    if (!saving.isPending) saving.mutate(seen);
  };
  const keepBoth = (): void => {
    if (clash === undefined) return;
    if (clash.is === 'storedBefore') {
      draft.end();
      onAnother(values);
      return;
    }
    setRevision(clash.revision);
    save(clash.revision);
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
      {clash && !saving.isPending && (
        <BothVersions
          clash={clash}
          mine={{ lines: dataLines(lines), data: dataOf(body) }}
          known={known}
          onKeep={keepBoth}
          onDiscard={() => {
            draft.end();
            onDiscard();
          }}
        />
      )}
      <div className="form-beside">
        <section className="card form-card" aria-labelledby="form-title">
          <div className="form-head">
            <h1 id="form-title">{say(TITLES[type as keyof typeof TITLES])}</h1>
            <DraftLine
              state={draft.state}
              onDiscard={() => {
                draft.end();
                onDiscard();
              }}
            />
          </div>
          <FormProvider value={form}>
            <FormLines lines={topLines(lines)} values={values} at="" />
            <div className="form-rest">
              <FormLines
                // The warning asks for the ground in its own way.
                lines={dataLines(lines).filter(({ name }) => type !== CONTACT || name !== 'ground')}
                values={dataOf(values) as Values}
                at="data"
              />
              {type === CONTACT && <ContactCover />}
            </div>
          </FormProvider>
          <SaveBar
            type={type}
            isSaving={saving.isPending}
            isOffline={saving.error instanceof NoConnection}
            preview={preview}
            onCancel={onCancel}
          />
        </section>
        <Reference type={type} values={values} known={known} />
      </div>
    </form>
  );
};

/** What a step does not change. */
const LASTING = new Set(['session', 'directory', 'schema', 'draft']);
const CONTACT = 'ContactMade';

const topLines = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.filter(({ name }) => name !== 'data');
const dataLines = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.find(({ name }) => name === 'data')?.lines ?? [];
const dataOf = (request: object): Record<string, unknown> =>
  ((request as { readonly data?: unknown }).data ?? {}) as Record<string, unknown>;

/** The text of each field that has an error. An error about an item of a written list stands at the list. */
const errorsByField = (errors: readonly ProblemAt[]): ReadonlyMap<string, string> =>
  new Map(
    errors.flatMap(({ field, text }) => [
      [field.replace(/\[\d+\]$/, ''), text] as const,
      [field, text] as const,
    ]),
  );
