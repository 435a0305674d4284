import { ProtectedMark } from '@rt/ui';
import {
  ageOn,
  daysBetween,
  holderPeriods,
  householdOn,
  latest,
  personOn,
  minorsIn,
  type Text,
} from '@rt/domain';
import { distance } from '../days/day-words';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { contactRows, type ContactRow } from './consents';
import { useFile } from './read-file';
import { RecordLink } from './record-link';

/** Who the person is, who has the file, and whom one may contact. */
export const PersonCard = () => {
  const say = useSay();
  return (
    <section className="card person-card" aria-label={say({ sv: 'Personen', en: 'The person' })}>
      <Identity />
      <ContactCard />
    </section>
  );
};

const Identity = () => {
  const say = useSay();
  const {
    read: { file, today },
    names,
  } = useFile();
  const person = personOn(file, today);
  const age = person && ageOn(person, today);
  const holder = holderPeriods(file).find(
    ({ role, heldFrom, heldUntil }) => role === 'responsible' && heldFrom <= today && today < heldUntil,
  );
  const household = householdOn(file, today);
  const facts: readonly (readonly [Text, string | undefined])[] = [
    [
      { sv: 'Handläggare', en: 'Case worker' },
      holder?.userId
        ? `${say(names.user(holder.userId))} ${say({ sv: 'sedan', en: 'since' })} ${latest(holder.heldFrom, file.opened?.occurredOn ?? holder.heldFrom)}`
        : undefined,
    ],
    [{ sv: 'Tolk', en: 'Interpreter' }, person?.interpreter],
    [
      { sv: 'Hushåll', en: 'Household' },
      household &&
        say(
          withNoun(
            minorsIn(household, today).length,
            ['minderårigt barn', 'minderåriga barn'],
            ['minor child', 'minor children'],
          ),
        ),
    ],
    [{ sv: 'Telefon', en: 'Phone' }, person?.phone],
  ];
  return (
    <div className="identity">
      {person?.protectedIdentity === true && (
        <p>
          <ProtectedMark>
            {say({ sv: 'Skyddade personuppgifter', en: 'Protected personal data' })}
          </ProtectedMark>
        </p>
      )}
      <h1>{person?.name ?? say({ sv: 'Personakt', en: 'Personal file' })}</h1>
      {person && (
        <p className="soft">
          {person.identity.value.replace(/^(\d{8})(\d{4})$/, '$1-$2')}
          {age !== undefined && ` · ${age} ${say({ sv: 'år', en: 'years' })}`}
        </p>
      )}
      <dl className="facts">
        {facts.map(
          ([label, said]) =>
            said !== undefined && (
              <div key={label.en}>
                <dt>{say(label)}</dt>
                <dd>{said}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
};

const ContactCard = () => {
  const say = useSay();
  const { read } = useFile();
  const rows = contactRows(read);
  const isAnybody = rows.some(({ withdrawnOn }) => withdrawnOn === undefined);
  return (
    <div className="contact-card">
      <h2>{say({ sv: 'Vem får kontaktas?', en: 'Who may be contacted?' })}</h2>
      {!isAnybody && (
        <div className="nobody">
          <p>
            <b className="bad">{say({ sv: 'Ingen får kontaktas.', en: 'Nobody may be contacted.' })}</b>
          </p>
          <p>
            {say({
              sv: 'Det finns inget medgivande och ingen företrädare som gäller i dag. Fråga den enskilde först.',
              en: 'There is no consent and no representative in force today. Ask the person first.',
            })}
          </p>
        </div>
      )}
      {rows.length > 0 && (
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{say({ sv: 'Vem', en: 'Who' })}</th>
              <th scope="col">{say({ sv: 'Om vad', en: 'About what' })}</th>
              <th scope="col">{say({ sv: 'Till och med', en: 'Through' })}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ContactLine key={row.partyId} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {read.mayRecord && (
        <p className="small no-print">
          <RecordLink fileId={read.fileId} type="ConsentGiven">
            {say({ sv: 'Skriv in medgivande', en: 'Record a consent' })}
          </RecordLink>{' '}
          <RecordLink fileId={read.fileId} type="ContactMade">
            {say({ sv: 'Anteckna kontakt', en: 'Record a contact' })}
          </RecordLink>
        </p>
      )}
    </div>
  );
};

/** A consent that ends within this many days is told of. */
const SOON_DAYS = 30;

const ContactLine = ({ row }: { readonly row: ContactRow }) => {
  const say = useSay();
  const { read } = useFile();
  const days = row.until === undefined ? undefined : daysBetween(read.today, row.until);
  return (
    <tr className={row.withdrawnOn === undefined ? '' : 'withdrawn'}>
      <th scope="row">
        {row.name}
        <span className="small soft">{say(row.relation).toLowerCase()}</span>
      </th>
      {row.withdrawnOn === undefined ? (
        <>
          <td>
            {row.about.map(say).join(', ')}
            <span className="small soft">{say(row.ground)}</span>
          </td>
          <td className={days !== undefined && days <= SOON_DAYS ? 'soon' : ''}>
            {row.until ?? say({ sv: 'tills vidare', en: 'until further notice' })}
            {days !== undefined && <span className="small">{say(distance(days))}</span>}
          </td>
          <td className="no-print">
            {read.mayRecord && (
              <RecordLink fileId={read.fileId} type="ContactMade" about={row.partyId}>
                {say({ sv: 'Kontakt', en: 'Contact' })} <span className="unseen">{row.name}</span>
              </RecordLink>
            )}
          </td>
        </>
      ) : (
        <td colSpan={3}>
          <b>{say({ sv: 'Får inte kontaktas.', en: 'May not be contacted.' })}</b>{' '}
          {say({ sv: 'Återkallat', en: 'Withdrawn' })} {row.withdrawnOn}
        </td>
      )}
    </tr>
  );
};
