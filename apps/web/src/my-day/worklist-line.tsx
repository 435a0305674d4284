import { LyingThread, ProtectedMark } from '@rt/ui';
import { statesOfCode } from '@rt/rules';
import { on, type LocalDate } from '@rt/domain';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { dayAndWeek, distance } from '../days/day-words';
import { CompareLink, weighsPlan } from '../file/record-link';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import { threadSentence } from '../texts/thread-words';
import type { WorkLine } from './my-day.search';
import type { ListedPerson } from './worklist';

/** One thing that is owed. It opens in place, and the focus returns to its act when it is closed. */
export const LineInList = ({
  line,
  person,
  today,
}: {
  readonly line: WorkLine;
  readonly person: ListedPerson | undefined;
  readonly today: LocalDate;
}) => {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const act = useRef<HTMLButtonElement>(null);
  const opened = useId();
  const close = (): void => {
    setOpen(false);
    act.current?.focus();
  };
  return (
    <li
      className={isOpen ? 'line open' : 'line'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <When line={line} today={today} />
      <div className="what">
        <Name person={person} fileId={line.fileId} />
        <p>
          {line.note ?? say(line.text)}
          {line.reminded && <span className="soft"> {say(line.reminded)}</span>}
          {line.alsoFound.map(({ id, title }) => (
            <span key={id} className="soft">
              {' '}
              {say({ sv: 'Också:', en: 'Also:' })} {say(title)}.
            </span>
          ))}
          {line.marks.map(({ kind, on: day, text }) => (
            <span key={kind} className="soft">
              {' '}
              {say({ sv: 'Beslutet:', en: 'The decision:' })} {say(text)} {day}
            </span>
          ))}
        </p>
      </div>
      <div className="authority-cell">
        <RuleAuthority rule={line.rule} on={today} />
      </div>
      <button
        ref={act}
        type="button"
        className="act"
        data-act=""
        aria-expanded={isOpen}
        aria-controls={opened}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {say(line.action.title)}
        {isOpen ? <ChevronUp size={16} aria-hidden="true" /> : <ChevronDown size={16} aria-hidden="true" />}
      </button>
      <div id={opened} className="opened" hidden={!isOpen}>
        {line.thread !== null && (
          <LyingThread
            size="list"
            states={statesOfCode(line.thread)}
            label={say(threadSentence(line.thread))}
          />
        )}
        <p>{say(line.whatToDo)}</p>
        {line.acts.some(weighsPlan) && (
          <p className="record">
            <CompareLink fileId={line.fileId} about={line.subject} weight="primary">
              {say({ sv: 'Jämför planen med beställningen', en: 'Compare the plan with the order' })}
            </CompareLink>
          </p>
        )}
        <p className="record">
          <Link
            className={line.acts.some(weighsPlan) ? 'button plain' : 'button primary'}
            to="/akter/$fileId/registrera"
            params={{ fileId: line.fileId }}
            search={{
              type: line.action.code,
              ...(line.caseId !== null && { case: line.caseId }),
              about: line.subject,
            }}
          >
            {say({ sv: 'Registrera', en: 'Record' })}: {say(line.action.stepTitle)}
          </Link>
        </p>
        {line.acts.length > 0 && (
          <>
            <p className="ways">{say({ sv: 'Så kan du gå vidare:', en: 'Ways to go on:' })}</p>
            <ul className="acts">
              {line.acts.map(({ code, title }) => (
                <li key={code}>{say(title)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
};

const When = ({
  line: { section, since, daysLeft, dueOn, sinceDays },
  today,
}: {
  readonly line: WorkLine;
  readonly today: LocalDate;
}) => {
  const say = useSay();
  // Of what has happened the day counts, of what is owed the distance.
  const happened = section === 'violations';
  const day = on(happened ? since : dueOn);
  return (
    <div className="when">
      <b className={section === 'overdue' ? 'bad' : ''}>
        {happened ? say(distance(-sinceDays)) : say(distance(daysLeft))}
      </b>
      <span>{say(dayAndWeek(day, today))}</span>
    </div>
  );
};

const Name = ({ person, fileId }: { readonly person: ListedPerson | undefined; readonly fileId: string }) => {
  const say = useSay();
  return (
    <>
      <Link className="to-file" to="/akter/$fileId" params={{ fileId }}>
        {person?.name ?? say({ sv: 'Öppna akten', en: 'Open the file' })}
      </Link>{' '}
      {person?.protectedIdentity === true && (
        <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>
      )}
    </>
  );
};
