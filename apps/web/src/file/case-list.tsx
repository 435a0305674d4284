import { LyingThread } from '@rt/ui';
import { closedOn, type CaseId } from '@rt/domain';
import { isGapStatus, statesOfCode } from '@rt/rules';
import { useEffect } from 'react';
import { useSay } from '../texts/language';
import { threadSentence } from '../texts/thread-words';
import { withNoun } from '../texts/with-noun';
import { useShortcuts } from '../shell/shortcuts';
import type { FileThread } from './file-queries';
import { useFile } from './read-file';

/** The cases of the file, each with its thread in one row. Keys 1 to 9 choose one. */
export const CaseList = ({
  chosen,
  onChoose,
}: {
  readonly chosen: string;
  readonly onChoose: (caseId: CaseId) => void;
}) => {
  const say = useSay();
  const { read } = useFile();
  const { areOn } = useShortcuts();
  const { threads } = read;
  useEffect(() => {
    if (!areOn) return undefined;
    const pick = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isInField(event.target)) return;
      const thread = /^[1-9]$/.test(event.key) ? threads[Number(event.key) - 1] : undefined;
      if (thread) onChoose(thread.caseId);
    };
    document.addEventListener('keydown', pick);
    return () => {
      document.removeEventListener('keydown', pick);
    };
  }, [areOn, threads, onChoose]);
  const open = threads.filter(({ caseId }) => !isClosed(read.file, caseId)).length;
  return (
    <section className="card cases" aria-labelledby="cases">
      <h2 id="cases">
        {say({ sv: 'Ärenden', en: 'Cases' })}{' '}
        <span className="soft">
          {say({
            sv: `${open} öppna, ${threads.length - open} avslutade`,
            en: `${open} open, ${threads.length - open} closed`,
          })}
        </span>
      </h2>
      {threads.length === 0 && (
        <p className="soft none">
          {say({
            sv: 'Inget ärende än. Här kommer varje ärende med sin tråd.',
            en: 'No case yet. Each case and its thread come here.',
          })}
        </p>
      )}
      <ul>
        {threads.map((thread) => (
          <CaseRow
            key={thread.caseId}
            thread={thread}
            isChosen={thread.caseId === chosen}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  );
};

const CaseRow = ({
  thread,
  isChosen,
  onChoose,
}: {
  readonly thread: FileThread;
  readonly isChosen: boolean;
  readonly onChoose: (caseId: CaseId) => void;
}) => {
  const say = useSay();
  const { read, names } = useFile();
  const theCase = read.file.get('case', thread.caseId);
  if (theCase === undefined) return null;
  const { measure, caseNumber } = theCase.created.data;
  const gaps = read.findings.filter(
    ({ caseId, status }) => caseId === thread.caseId && isGapStatus(status),
  ).length;
  return (
    <li className={isChosen ? 'chosen' : ''}>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={() => {
          onChoose(thread.caseId);
        }}
      >
        <b>{say(names.measure(measure))}</b>
        <span className="small soft">
          {caseNumber}
          {isClosed(read.file, thread.caseId) && ` · ${say({ sv: 'avslutat', en: 'closed' })}`}
        </span>
      </button>
      <LyingThread states={statesOfCode(thread.states)} label={say(threadSentence(thread.states))} />
      <span className="gaps">
        {gaps > 0 ? (
          <b className="bad">{say(withNoun(gaps, ['brist', 'brister'], ['gap', 'gaps']))}</b>
        ) : (
          <span className="good">{say({ sv: 'Ingen brist', en: 'No gap' })}</span>
        )}
      </span>
    </li>
  );
};

const isClosed = (file: ReturnType<typeof useFile>['read']['file'], caseId: CaseId): boolean => {
  const theCase = file.get('case', caseId);
  return theCase !== undefined && closedOn(theCase) !== undefined;
};

export const isInField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
