import { on, TITLES, type FormLine, type Text } from '@rt/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../api/api-problem';
import { openedFileQuery } from '../file/file-queries';
import type { StatedPurpose } from '../file/purposes';
import { PurposeCard } from '../file/purpose-card';
import { purposeStatedFor, rememberPurpose } from '../file/stated-purpose';
import { rulesQuery } from '../my-day/worklist';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import type { Known } from './choices';
import { consequenceOf } from './consequence';
import { discardDraft, draftQuery } from './draft.queries';
import { DraftList } from './draft-list';
import type { Values } from './form-values';
import { codeListsQuery, labelsIn, schemaQuery } from './record.queries';
import { withStanding } from './standing';
import { StepChooser } from './step-chooser';
import { StepForm, type StepSaved } from './step-form';
import type { FileAnswer } from './thing-names';
import './record.css';

const TITLE: Text = { sv: 'Registrera steg', en: 'Record a step' };
const route = getRouteApi('/signed-in/akter/$fileId/registrera');

/** Records one step in a file: which step is chosen, or stands in the address. */
export const RecordPage = () => {
  const { fileId } = route.useParams();
  return <RecordInFile key={fileId} fileId={fileId} />;
};

const RecordInFile = ({ fileId }: { readonly fileId: string }) => {
  const say = useSay();
  const { type } = route.useSearch();
  const [purpose, setPurpose] = useState(purposeStatedFor(fileId));
  const file = useQuery(openedFileQuery(fileId, purpose));
  useTitle(TITLE);
  if (file.error instanceof ApiProblem && file.error.code === 'PURPOSE_REQUIRED')
    return (
      <PurposeCard
        onState={(stated) => {
          rememberPurpose(fileId, stated);
          setPurpose(stated);
        }}
      />
    );
  if (file.isError) return <FaultCard error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined)
    return (
      <p className="soft" role="status">
        {say({ sv: 'Akten hämtas.', en: 'The file is on its way.' })}
      </p>
    );
  const { person } = file.data.facts as { readonly person: { readonly name: string } | null };
  return (
    <>
      <p className="crumbs small">
        <Link to="/min-dag">{say({ sv: 'Min dag', en: 'My day' })}</Link> /{' '}
        <Link to="/akter/$fileId" params={{ fileId }}>
          {person?.name}
        </Link>{' '}
        / {say(TITLE)}
      </p>
      {type === undefined ? (
        <StepChooser file={file.data} />
      ) : (
        <Recording key={type} type={type} file={file.data} purpose={purpose} />
      )}
    </>
  );
};

interface RecordingShown {
  readonly type: string;
  readonly file: FileAnswer;
  readonly purpose: StatedPurpose | undefined;
}

const Recording = ({ type, file, purpose }: RecordingShown) => {
  const { fileId } = route.useParams();
  const { draft } = route.useSearch();
  const navigate = useNavigate();
  const [saved, setSaved] = useState<StepSaved>();
  // Values of another form, with which the next one begins.
  const [taken, setTaken] = useState<Values>();
  const isFresh = draft === undefined && saved === undefined;
  const inDraft = (id: string | undefined): void =>
    void navigate({
      to: '/akter/$fileId/registrera',
      params: { fileId },
      search: ({ draft: _, ...before }) => ({ ...before, ...(id !== undefined && { draft: id }) }),
      replace: true,
    });
  useEffect(() => {
    // The id stands in the address, so that a page that is loaded again goes on with the same draft.
    if (isFresh) inDraft(crypto.randomUUID());
  });
  if (saved) return <Saved saved={saved} fileId={fileId} />;
  if (draft === undefined) return null;
  return (
    <Drafted
      key={draft}
      {...{ type, file, purpose, taken }}
      draftId={draft}
      onSaved={(step) => {
        setSaved(step);
        inDraft(undefined);
      }}
      onAnother={(values) => {
        setTaken(values);
        inDraft(crypto.randomUUID());
      }}
    />
  );
};

/** The form, once it is known what it begins with. */
const Drafted = ({
  type,
  file,
  purpose,
  draftId,
  taken,
  onSaved,
  onAnother,
}: RecordingShown & {
  readonly draftId: string;
  readonly taken: Values | undefined;
  readonly onSaved: (saved: StepSaved) => void;
  readonly onAnother: (values: Values) => void;
}) => {
  const say = useSay();
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { fileId } = file;
  const draft = useQuery(draftQuery(fileId, { draftId, type, purpose }));
  const schema = useQuery(schemaQuery(type));
  const lists = useQuery(codeListsQuery);
  const { data: directory } = useQuery(directoryQuery);
  const { data: rules } = useQuery(rulesQuery);
  const known = useMemo(
    (): Known | undefined =>
      lists.data && {
        file,
        purpose,
        lists: lists.data,
        labels: labelsIn(lists.data),
        directory,
        rules,
        today: on(file.on),
        say,
      },
    [file, purpose, lists.data, directory, rules, say],
  );
  const leave = (): void => void navigate({ to: '/akter/$fileId', params: { fileId } });
  const discarding = useMutation({
    mutationFn: () => discardDraft(draftId),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      leave();
    },
  });
  const fault = schema.error ?? lists.error ?? draft.error ?? discarding.error;
  if (fault) return <FaultCard error={fault} />;
  if (schema.data === undefined || known === undefined || draft.data === undefined) return null;
  const lines = schema.data['x-form'] as readonly FormLine[];
  const written = draft.data?.values as Values | undefined;
  return (
    <>
      {written === undefined && taken === undefined && (
        <DraftList fileId={fileId} type={type} except={draftId} />
      )}
      <StepForm
        place={{ fileId, draftId, type, purpose }}
        lines={lines}
        known={known}
        start={written ?? taken ?? withStanding(type, lines, startOf(lines, known, search), file)}
        savedAt={draft.data?.savedAt}
        onSaved={onSaved}
        onDiscard={() => {
          discarding.mutate();
        }}
        onCancel={leave}
        onAnother={onAnother}
      />
    </>
  );
};

/** Today, the case that the address names or the only one there is, and in each field of a thing the one named or the only one. */
const startOf = (
  lines: readonly FormLine[],
  { file, today }: Known,
  { case: caseId, about }: { readonly case?: string; readonly about?: string },
): Values => {
  const named = new Set([caseId, about]);
  const only = ({ choose, list, required }: FormLine): string | undefined => {
    const things = choose === undefined || list ? [] : (file.facts.things[choose] ?? []);
    return (
      things.find(({ id }) => named.has(id)) ?? (required && things.length === 1 ? things[0] : undefined)
    )?.id;
  };
  const chosen = (from: readonly FormLine[]): Values =>
    Object.fromEntries(from.flatMap((line) => (only(line) === undefined ? [] : [[line.name, only(line)]])));
  const cases = file.facts.things['case'] ?? [];
  const onlyCase = cases.length === 1 ? cases[0]?.id : undefined;
  return {
    ...chosen(lines),
    ...(lines.some(({ name }) => name === 'caseId') && { caseId: caseId ?? onlyCase }),
    occurredOn: today,
    data: chosen(lines.find(({ name }) => name === 'data')?.lines ?? []),
  };
};

/** What was saved, and what it changed. It takes the focus, because the form is gone. */
const Saved = ({
  saved: { type, preview },
  fileId,
}: {
  readonly saved: StepSaved;
  readonly fileId: string;
}) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const consequence = preview && consequenceOf(preview);
  return (
    <section className="card saved">
      <h1 ref={heading} tabIndex={-1}>
        {say({ sv: 'Sparat', en: 'Saved' })}: {say(TITLES[type as keyof typeof TITLES])}
      </h1>
      {consequence && (
        <p>
          <b>{say(consequence.bold)}</b> {say(consequence.rest)}
        </p>
      )}
      <p className="ways">
        <Link to="/min-dag">{say({ sv: 'Till Min dag', en: 'To My day' })}</Link>
        <Link to="/akter/$fileId/registrera" params={{ fileId }} search={{}}>
          {say({ sv: 'Registrera ett steg till', en: 'Record another step' })}
        </Link>
      </p>
    </section>
  );
};
