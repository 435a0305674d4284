import { Select } from '@rt/ui';
import { FaultCard } from '../shell/fault-card';
import { useSay } from '../texts/language';
import { useDigestChoice, type OwnSubscriptions } from './subscriptions';

const NONE = 'none';
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const clockTime = (hour: number): string => `${String(hour).padStart(2, '0')}.00`;

/** The mail of the day: when it comes, and what it says. */
export const DigestCard = ({ digest: { hour, to } }: { readonly digest: OwnSubscriptions['digest'] }) => {
  const say = useSay();
  const choice = useDigestChoice();
  return (
    <section className="card" aria-labelledby="digest">
      <h2 id="digest">{say({ sv: 'Dagens mejl', en: 'The mail of the day' })}</h2>
      <p>
        {say({
          sv: 'Hur mycket du har att göra, på arbetsdagar. Är det ingenting kommer inget mejl.',
          en: 'How much you have to do, on working days. No mail comes when there is nothing.',
        })}
      </p>
      {to === null && hour === null ? (
        <p className="soft">
          {say({
            sv: 'Härifrån går inga mejl till dig: servern har ingen mejlserver, eller katalogen ingen adress till dig. Fråga den som sköter systemet.',
            en: 'No mail goes from here to you: the server has no mail server, or the directory has no address of yours. Ask whoever runs the system.',
          })}
        </p>
      ) : (
        <>
          <Select
            label={say({ sv: 'Kommer från klockan', en: 'Comes from' })}
            options={[
              { id: NONE, label: say({ sv: 'Inget mejl', en: 'No mail' }) },
              ...HOURS.map((each) => ({ id: String(each), label: clockTime(each) })),
            ]}
            chosen={hour === null ? NONE : String(hour)}
            onChoose={(id) => {
              choice.mutate(id === NONE ? null : Number(id));
            }}
          />
          <p role="status" className="soft small">
            {choice.isSuccess && `${say({ sv: 'Sparat.', en: 'Saved.' })} `}
            {to !== null &&
              (hour === null
                ? say({ sv: `Skulle gå till ${to}.`, en: `Would go to ${to}.` })
                : say({ sv: `Går till ${to}.`, en: `Goes to ${to}.` }))}
          </p>
        </>
      )}
      {choice.isError && <FaultCard error={choice.error} />}
    </section>
  );
};
