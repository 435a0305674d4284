import { Button, Chips, type Chip } from '@rt/ui';
import { stepOf, yearOf, type Language, type Step, type Text } from '@rt/domain';
import { useMemo, useState } from 'react';
import { useLanguage, useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { clockTime, EntryFacts, RecordedLater } from './entry-facts';
import { entryTitle, gistOf } from './entry-words';
import { isThreadStep } from '@rt/rules';
import { useFile, type FileEvent, type ReadFile } from './read-file';

type Kind = 'all' | 'steps' | 'contacts' | 'notes' | 'corrections';

const KIND_WORDS: Readonly<Record<Kind, Text>> = {
  all: { sv: 'Allt', en: 'All' },
  steps: { sv: 'Steg', en: 'Steps' },
  contacts: { sv: 'Kontakter', en: 'Contacts' },
  notes: { sv: 'Anteckningar', en: 'Notes' },
  corrections: { sv: 'Rättelser', en: 'Corrections' },
};

const KINDS = Object.keys(KIND_WORDS) as readonly Kind[];

const isOfKind = (kind: Kind, { type }: FileEvent): boolean => {
  const step: Step = stepOf(type);
  switch (kind) {
    case 'all':
      return true;
    case 'steps':
      return isThreadStep(step);
    case 'contacts':
      return step === 'contact';
    case 'notes':
      return type === 'NoteWritten' || type === 'DocumentReceived';
    case 'corrections':
      return step === 'entry';
  }
};

/**
 * Everything that was recorded, newest first and folded by month, as it was recorded: an entry that was corrected or taken out stands there with its mark, and
 * the correction is an entry of its own. What comes while one reads waits above, so that no line jumps.
 */
export const HistoryTab = () => {
  const say = useSay();
  const { read } = useFile();
  const { recorded } = read.history;
  const [shownCount, setShownCount] = useState(recorded.length);
  const [kind, setKind] = useState<Kind>('all');
  const [term, setTerm] = useState('');
  const fresh = recorded.length - shownCount;
  const shown = useMemo(() => recorded.slice(0, shownCount), [recorded, shownCount]);
  const found = useMemo(() => {
    const wanted = term.trim().toLowerCase();
    return shown.filter(
      (event) => isOfKind(kind, event) && (wanted === '' || wordsIn(event).includes(wanted)),
    );
  }, [shown, kind, term]);
  const chips: readonly Chip<Kind>[] = KINDS.map((id) => ({
    id,
    label: say(KIND_WORDS[id]),
    count: shown.filter((event) => isOfKind(id, event)).length,
  }));
  return (
    <div className="card history">
      <div className="history-head">
        <Chips
          label={say({ sv: 'Visa slag', en: 'Show kinds' })}
          chips={chips}
          chosen={kind}
          onChoose={setKind}
        />
        <label className="search-within">
          {say({ sv: 'Sök i historiken', en: 'Search the history' })}
          <input
            type="search"
            value={term}
            onChange={({ target }) => {
              setTerm(target.value);
            }}
          />
        </label>
      </div>
      <div role="status">
        {fresh > 0 && (
          <p className="fresh">
            {say(withNoun(fresh, ['ny händelse', 'nya händelser'], ['new event', 'new events']))}{' '}
            <Button
              onPress={() => {
                setShownCount(recorded.length);
              }}
            >
              {say({ sv: 'Visa', en: 'Show' })}
            </Button>
          </p>
        )}
      </div>
      {found.length === 0 && (
        <p className="soft none">
          {say({ sv: 'Inget i historiken stämmer med urvalet.', en: 'Nothing in the history matches.' })}
        </p>
      )}
      <Months events={found} isSearched={term.trim() !== ''} />
    </div>
  );
};

const wordsIn = (event: FileEvent): string => {
  const gist = gistOf(event);
  const title = entryTitle(event);
  return `${title.sv} ${title.en} ${gist.sv} ${gist.en} ${event.occurredOn}`.toLowerCase();
};

const Months = ({
  events,
  isSearched,
}: {
  readonly events: readonly FileEvent[];
  readonly isSearched: boolean;
}) => {
  const { language } = useLanguage();
  const months = [...Map.groupBy([...events].sort(newestFirst), ({ occurredOn }) => occurredOn.slice(0, 7))];
  return months.map(([month, own], index) => (
    <Month
      key={month}
      title={monthWords(month, language)}
      events={own}
      opensAtFirst={index === 0 || (isSearched && events.length <= 50)}
    />
  ));
};

const newestFirst = (a: FileEvent, b: FileEvent): number =>
  a.occurredOn === b.occurredOn ? b.revision - a.revision : a.occurredOn < b.occurredOn ? 1 : -1;

const monthWords = (month: string, language: Language): string => {
  const words = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${yearOf(`${month}-01` as FileEvent['occurredOn'])}`;
};

const Month = ({
  title,
  events,
  opensAtFirst,
}: {
  readonly title: string;
  readonly events: readonly FileEvent[];
  readonly opensAtFirst: boolean;
}) => {
  const say = useSay();
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? opensAtFirst;
  return (
    <details
      className="month"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) setChosen(currentTarget.open);
      }}
    >
      <summary>
        {title} <span>{say(withNoun(events.length, ['händelse', 'händelser'], ['event', 'events']))}</span>
      </summary>
      {isOpen && (
        <ul>
          {events.map((event) => (
            <HistoryLine key={event.id} event={event} />
          ))}
        </ul>
      )}
    </details>
  );
};

const HistoryLine = ({ event }: { readonly event: FileEvent }) => {
  const say = useSay();
  const { read, names } = useFile();
  const [isOpen, setOpen] = useState(false);
  const takenOut = read.history.takenOut.get(event.id);
  const current = read.byId.get(event.id);
  const gist = takenOut === undefined ? say(gistOf(event)) : '';
  return (
    <li>
      <span className="day">{event.occurredOn}</span>
      <div>
        <p className={takenOut === undefined ? '' : 'taken-out'}>
          <b>{say(entryTitle(event))}</b>
          {gist !== '' && ` · ${gist}`}
        </p>
        <p className="small soft">
          {caseWords(event, read, names.measure, say)}
          {say(names.user(event.recordedBy))}, {clockTime(event.recordedAt)}
          {takenOut && (
            <>
              {' · '}
              <b>
                {takenOut.how === 'retracted'
                  ? say({ sv: 'Makulerad', en: 'Retracted' })
                  : say({ sv: 'Maskerad', en: 'Made unreadable' })}
              </b>{' '}
              {clockTime(takenOut.at)}
            </>
          )}
          {current?.corrections !== undefined && (
            <>
              {' · '}
              <b>{say({ sv: 'Rättad', en: 'Corrected' })}</b> {current.corrections.at(-1)?.on}
            </>
          )}
        </p>
        {takenOut === undefined && (
          <details
            open={isOpen}
            onToggle={({ currentTarget }) => {
              setOpen(currentTarget.open);
            }}
          >
            <summary
              aria-label={`${say({ sv: 'Hela anteckningen', en: 'The whole entry' })}: ${say(entryTitle(event))} ${event.occurredOn}`}
            >
              {say({ sv: 'Hela anteckningen', en: 'The whole entry' })}
            </summary>
            {isOpen && <EntryFacts event={event} />}
          </details>
        )}
      </div>
      <RecordedLater event={event} />
    </li>
  );
};

const caseWords = (
  event: FileEvent,
  { file }: ReadFile,
  measure: (code: string) => Text,
  say: (text: Text) => string,
): string => {
  const theCase = event.caseId === undefined ? undefined : file.get('case', event.caseId);
  return theCase === undefined ? '' : `${say(measure(theCase.created.data.measure))} · `;
};
