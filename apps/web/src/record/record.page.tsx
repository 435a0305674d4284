import { on, STEPS, TITLES, type FormLine, type Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { rulesQuery } from '../my-day/worklist';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import type { Known } from './choices';
import { consequenceOf } from './consequence';
import type { Values } from './form-values';
import { codeListsQuery, fileQuery, labelsIn, schemaQuery } from './record.queries';
import { StepForm, type StepSaved } from './step-form';
import './record.css';

const TITLE: Text = { sv: 'Registrera steg', en: 'Record a step' };
const route = getRouteApi('/signed-in/akter/$fileId/registrera');

/** Records one step in a file: which step is chosen, or stands in the address. */
export const RecordPage = () => {
  const say = useSay();
  const { fileId } = route.useParams();
  const { type } = route.useSearch();
  const file = useQuery(fileQuery(fileId));
  useTitle(TITLE);
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
      {type === undefined ? <StepChooser /> : <Recording key={type} type={type} />}
    </>
  );
};

/** The event types of every step. The person's file is opened elsewhere. */
const StepChooser = () => {
  const say = useSay();
  const { fileId } = route.useParams();
  return (
    <section className="card chooser" aria-labelledby="chooser-title">
      <h1 id="chooser-title">{say({ sv: 'Vad har hänt?', en: 'What has happened?' })}</h1>
      {Object.entries(STEPS).map(([step, { title, events }]) => (
        <section key={step} aria-labelledby={`step-${step}`}>
          <h2 id={`step-${step}`}>{say(title)}</h2>
          <ul>
            {Object.keys(events)
              .filter((each) => each !== 'PersonalFileOpened')
              .map((each) => (
                <li key={each}>
                  <Link
                    to="/akter/$fileId/registrera"
                    params={{ fileId }}
                    search={(before) => ({ ...before, type: each })}
                  >
                    {say(TITLES[each as keyof typeof TITLES])}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
};

const Recording = ({ type }: { readonly type: string }) => {
  const say = useSay();
  const { fileId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [commandId] = useState(() => crypto.randomUUID());
  const [saved, setSaved] = useState<StepSaved>();
  const file = useQuery(fileQuery(fileId));
  const schema = useQuery(schemaQuery(type));
  const lists = useQuery(codeListsQuery);
  const { data: directory } = useQuery(directoryQuery);
  const { data: rules } = useQuery(rulesQuery);
  const known = useMemo(
    (): Known | undefined =>
      file.data &&
      lists.data && {
        file: file.data,
        lists: lists.data,
        labels: labelsIn(lists.data),
        directory,
        rules,
        today: on(file.data.on),
        say,
      },
    [file.data, lists.data, directory, rules, say],
  );
  const fault = schema.error ?? lists.error;
  if (fault) return <FaultCard error={fault} />;
  if (saved) return <Saved saved={saved} fileId={fileId} />;
  if (schema.data === undefined || known === undefined) return null;
  const lines = schema.data['x-form'] as readonly FormLine[];
  return (
    <StepForm
      type={type}
      lines={lines}
      known={known}
      start={startOf(lines, known, search)}
      commandId={commandId}
      onSaved={setSaved}
      onCancel={() => void navigate({ to: '/min-dag' })}
    />
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
