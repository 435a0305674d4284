import { dayOf, daysBetween } from '@rt/domain';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { entryTitle, factsOfEntry } from './entry-words';
import { useFile, type FileEvent } from './read-file';

/** When an entry was recorded, where that was not on its own day. */
export const RecordedLater = ({ event }: { readonly event: FileEvent }) => {
  const say = useSay();
  const recordedOn = dayOf(event.recordedAt);
  const days = daysBetween(event.occurredOn, recordedOn);
  if (days <= 0) return null;
  const later = withNoun(days, ['dag', 'dagar'], ['day', 'days']);
  return (
    <span className="later">
      {say({
        sv: `Inskrivet ${recordedOn}, ${later.sv} senare`,
        en: `Recorded on ${recordedOn}, ${later.en} later`,
      })}
    </span>
  );
};

/** Everything an entry says, who recorded it and when: on the day itself, or on which day later. */
export const EntryFacts = ({ event }: { readonly event: FileEvent }) => {
  const say = useSay();
  const { read, names } = useFile();
  return (
    <article className="entry-facts">
      <h4>
        {say(entryTitle(event))} <span className="soft small">{event.occurredOn}</span>
      </h4>
      <dl className="facts">
        {factsOfEntry(event, read, names).map(({ name, label, said }) => (
          <div key={name}>
            <dt>{say(label)}</dt>
            <dd>{say(said)}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {say({ sv: 'Antecknat av', en: 'Recorded by' })} {say(names.user(event.recordedBy))}
        {', '}
        <time dateTime={event.recordedAt}>{clockTime(event.recordedAt)}</time>
        {event.corrections !== undefined && (
          <>
            {' · '}
            {say(
              withNoun(event.corrections.length, ['rättelse', 'rättelser'], ['correction', 'corrections']),
            )}
          </>
        )}{' '}
        <RecordedLater event={event} />
      </p>
    </article>
  );
};

const TIME = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** `2026-11-20 14:05`, by the clock in Stockholm. */
export const clockTime = (instant: string): string => TIME.format(new Date(instant));
