import { EntryFacts } from './entry-facts';
import { useSay } from '../texts/language';
import { useFile, type FileEvent } from './read-file';

/** Contacts and consents, newest first. */
export const ConsentsTab = () => {
  const { read } = useFile();
  const events = read.events.filter(({ type }) => CONSENTS_AND_CONTACTS.has(type));
  return <Entries events={events} />;
};

/** Those who represent the person, and what was recorded of them. */
export const RepresentativesTab = () => {
  const { read } = useFile();
  return <Entries events={read.events.filter(({ type }) => type.startsWith('Representative'))} />;
};

export const CONSENTS_AND_CONTACTS: ReadonlySet<string> = new Set([
  'ConsentGiven',
  'ConsentRenewed',
  'ConsentWithdrawn',
  'ContactMade',
  'ContactGroundRecorded',
]);

const Entries = ({ events }: { readonly events: readonly FileEvent[] }) => {
  const say = useSay();
  if (events.length === 0)
    return <p className="card soft none">{say({ sv: 'Inget är antecknat.', en: 'Nothing is recorded.' })}</p>;
  return (
    <div className="card entry-list">
      {[...events].reverse().map((event) => (
        <EntryFacts key={event.id} event={event} />
      ))}
    </div>
  );
};
