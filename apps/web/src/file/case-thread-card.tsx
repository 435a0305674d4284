import { StandingThread } from '@rt/ui';
import { daysBetween, on, type Text } from '@rt/domain';
import { breaksThread, isGapStatus } from '@rt/rules';
import { useState } from 'react';
import { distance, weekOf } from '../days/day-words';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import { EntryCard } from './entry-card';
import { gistOf } from './entry-words';
import type { FileFinding, FileThread, ThreadNode } from './file-queries';
import { useFile } from './read-file';
import { CompareLink } from './record-link';
import { ActOf, Overdue } from './to-do-card';

/** The thread of one case, from top to bottom. Each step opens what was recorded about it. */
export const CaseThreadCard = ({ thread }: { readonly thread: FileThread }) => {
  const say = useSay();
  const { read, names } = useFile();
  const theCase = read.file.get('case', thread.caseId);
  const name = theCase ? say(names.measure(theCase.created.data.measure)) : '';
  return (
    <section className="card padded" aria-labelledby="thread-title">
      <h2 id="thread-title">
        {say({ sv: 'Tråden i', en: 'The thread of' })} {name}
      </h2>
      <StandingThread
        label={say({ sv: `Steg i ärendet ${name}`, en: `Steps of the case ${name}` })}
        steps={thread.nodes.map((node) => ({
          id: node.step,
          state: node.state,
          content: <StepOfThread node={node} />,
        }))}
      />
    </section>
  );
};

const StepOfThread = ({ node }: { readonly node: ThreadNode }) => {
  const { read } = useFile();
  const gaps = read.findings.filter(({ id, status }) => node.findings.includes(id) && isGapStatus(status));
  return (
    <>
      {node.state === 'broken' ? <GapHead node={node} gaps={gaps} /> : <StepHead node={node} gaps={gaps} />}
      <PlanBesideOrder node={node} />
      <StepEntries node={node} />
      <Beside node={node} />
    </>
  );
};

const When = ({ day, isDue = false }: { readonly day: string | null; readonly isDue?: boolean }) => {
  const say = useSay();
  if (day === null) return null;
  return (
    <span className="when-done small soft">
      {isDue && say({ sv: 'senast ', en: 'by ' })}
      {day} {say({ sv: 'v.', en: 'wk' })} {weekOf(on(day))}
    </span>
  );
};

const StepHead = ({ node, gaps }: { readonly node: ThreadNode; readonly gaps: readonly FileFinding[] }) => {
  const say = useSay();
  const { read } = useFile();
  const { state, title, words, due, on: taken } = node;
  const event = read.byId.get(node.takenBy.at(-1) ?? '');
  return (
    <>
      <div className="step-head">
        <h3>
          {say(title)} <span className={state === 'done' ? 'unseen' : 'soft small'}>({say(words)})</span>
        </h3>
        <When day={state === 'expected' ? due : taken} isDue={state === 'expected'} />
      </div>
      {event && <p>{say(gistOf(event))}</p>}
      {state === 'expected' && due !== null && (
        <p className="soft">{say(capital(distance(daysBetween(read.today, on(due)))))}</p>
      )}
      {state === 'done' && due !== null && (
        <p className="small soft">
          {say({ sv: 'Nästa senast', en: 'Next by' })} {due}
        </p>
      )}
      {gaps.map((gap) => (
        <GapText key={gap.id} gap={gap} />
      ))}
    </>
  );
};

/** A step that is lacking: what is lacking first, since when, by whose rule, and one act. */
const GapHead = ({ node, gaps }: { readonly node: ThreadNode; readonly gaps: readonly FileFinding[] }) => {
  const say = useSay();
  const { read } = useFile();
  const [first, ...others] = [...gaps].sort((a, b) => Number(breaksThread(b)) - Number(breaksThread(a)));
  if (first === undefined) return <h3>{say(node.title)}</h3>;
  return (
    <>
      <div className="step-head">
        <h3>
          <span className="is-broken">{say({ sv: 'Tråden bruten:', en: 'The thread is broken:' })}</span>{' '}
          {say(first.title)}
        </h3>
        <When day={first.dueOn} isDue />
      </div>
      <p>
        <Overdue finding={first} /> · {say(first.text)}
      </p>
      <p className="small soft">
        <RuleAuthority rule={first.rule} on={read.today} /> {first.whatToDo && say(first.whatToDo)}
      </p>
      <ActOf finding={first} weight="primary" />
      {others.map((gap) => (
        <GapText key={gap.id} gap={gap} />
      ))}
    </>
  );
};

const GapText = ({ gap }: { readonly gap: FileFinding }) => {
  const say = useSay();
  const { read } = useFile();
  return (
    <p className="small">
      <b className="bad">{say(gap.title)}.</b> {say(gap.text)}{' '}
      <RuleAuthority rule={gap.rule} on={read.today} />
    </p>
  );
};

/** The newest plan of the step, held against its order. */
const PlanBesideOrder = ({ node: { step, entries } }: { readonly node: ThreadNode }) => {
  const say = useSay();
  const { read } = useFile();
  if (step !== 'plan') return null;
  const received = entries.flatMap((id) => {
    const event = read.byId.get(id);
    return event?.type === 'PlanReceived' && event.data.orderId !== null ? [event] : [];
  });
  const newest = received.at(-1);
  return (
    newest && (
      <p className="no-print">
        <CompareLink fileId={read.fileId} about={newest.data.planId}>
          {say({ sv: 'Jämför med beställningen', en: 'Compare with the order' })}
        </CompareLink>
      </p>
    )
  );
};

/** What was recorded about the step, who recorded it and when. Rendered when it is opened: a file may have hundreds. */
const StepEntries = ({ node }: { readonly node: ThreadNode }) => {
  const say = useSay();
  return (
    <Opening
      ids={node.entries}
      label={say({
        sv: `Vad som är antecknat: ${say(node.title)}`,
        en: `What is recorded: ${say(node.title)}`,
      })}
      shown={say({ sv: 'Vad som är antecknat', en: 'What is recorded' })}
    />
  );
};

const Beside = ({ node: { notesAfter, contactsAfter } }: { readonly node: ThreadNode }) => {
  const say = useSay();
  const ids = [...notesAfter, ...contactsAfter];
  const words = say(besideWords(notesAfter.length, contactsAfter.length));
  return <Opening ids={ids} label={words} shown={words} />;
};

/** `7 anteckningar och 3 kontakter emellan`. */
export const besideWords = (notes: number, contacts: number): Text => {
  const sv = [
    ...(notes > 0 ? [notes === 1 ? '1 anteckning' : `${notes} anteckningar`] : []),
    ...(contacts > 0 ? [contacts === 1 ? '1 kontakt' : `${contacts} kontakter`] : []),
  ];
  const en = [
    ...(notes > 0 ? [notes === 1 ? '1 note' : `${notes} notes`] : []),
    ...(contacts > 0 ? [contacts === 1 ? '1 contact' : `${contacts} contacts`] : []),
  ];
  return { sv: `${sv.join(' och ')} emellan`, en: `${en.join(' and ')} in between` };
};

const Opening = ({
  ids,
  label,
  shown,
}: {
  readonly ids: readonly string[];
  readonly label: string;
  readonly shown: string;
}) => {
  const { read } = useFile();
  const [isOpen, setOpen] = useState(false);
  if (ids.length === 0) return null;
  return (
    <details
      className="entries-of-step"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary aria-label={label}>{shown}</summary>
      {isOpen &&
        ids.map((id) => {
          const event = read.byId.get(id);
          return event && <EntryCard key={id} event={event} />;
        })}
    </details>
  );
};

const capital = ({ sv, en }: Text): Text => ({
  sv: sv.charAt(0).toUpperCase() + sv.slice(1),
  en: en.charAt(0).toUpperCase() + en.slice(1),
});
