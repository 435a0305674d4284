import { dayOf, type Instant } from '@rt/domain';
import { Button } from '@rt/ui';
import { useEffect, useRef, useState } from 'react';
import { fullDay } from '../days/day-words';
import { FaultCard } from '../shell/fault-card';
import { useSay } from '../texts/language';
import { useCloseCalendar, useOpenCalendar } from './subscriptions';

/** The calendar: its secret address, shown once, and how it ends. */
export const CalendarCard = ({ since }: { readonly since: string | null }) => {
  const say = useSay();
  const open = useOpenCalendar();
  const close = useCloseCalendar();
  const address = since === null ? undefined : open.data && `${window.location.origin}${open.data.path}`;
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{say({ sv: 'Kalendern', en: 'The calendar' })}</h2>
      <p>
        {say({
          sv: 'Vad du ska göra och när, i den kalender du redan har. Varje rad leder till akten, som kräver inloggning.',
          en: 'What you have to do and when, in the calendar that you have already. Each line leads to the file, which asks you to sign in.',
        })}
      </p>
      {address !== undefined && <NewAddress address={address} />}
      {since !== null && (
        <p className="soft small">
          {say({
            sv: `Adressen skapades ${say(fullDay(dayOf(since as Instant))).toLowerCase()}. Den gäller tills du stänger den eller skapar en ny.`,
            en: `The address was made on ${say(fullDay(dayOf(since as Instant)))}. It holds until you close it or make a new one.`,
          })}
        </p>
      )}
      <div className="acts">
        <Button
          isPending={open.isPending}
          onPress={() => {
            open.mutate();
          }}
        >
          {since === null
            ? say({ sv: 'Skapa kalenderadress', en: 'Make an address' })
            : say({ sv: 'Skapa ny adress', en: 'Make a new address' })}
        </Button>
        {since !== null && (
          <Button
            isPending={close.isPending}
            onPress={() => {
              close.mutate();
            }}
          >
            {say({ sv: 'Stäng adressen', en: 'Close the address' })}
          </Button>
        )}
      </div>
      <p role="status" className="soft small">
        {since === null &&
          close.isSuccess &&
          say({
            sv: 'Adressen är stängd. Kalendern visar inget nytt.',
            en: 'The address is closed. The calendar shows nothing new.',
          })}
      </p>
      {open.isError && <FaultCard error={open.error} />}
      {close.isError && <FaultCard error={close.error} />}
    </section>
  );
};

const NewAddress = ({ address }: { readonly address: string }) => {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    setCopied(false);
    field.current?.focus();
    field.current?.select();
  }, [address]);
  return (
    <div className="new-address">
      <label htmlFor="calendar-address">{say({ sv: 'Din hemliga adress', en: 'Your secret address' })}</label>
      <input id="calendar-address" ref={field} readOnly value={address} spellCheck={false} />
      <div className="acts">
        {/* A browser gives no clipboard to a page without HTTPS; the address is selected, so Ctrl-C copies it. */}
        {window.isSecureContext && (
          <Button
            weight="primary"
            onPress={() => {
              void navigator.clipboard.writeText(address).then(() => {
                setCopied(true);
              });
            }}
          >
            {say({ sv: 'Kopiera', en: 'Copy' })}
          </Button>
        )}
        <span role="status" className="soft small">
          {isCopied && say({ sv: 'Kopierad.', en: 'Copied.' })}
        </span>
      </div>
      <p>
        {say({
          sv: 'Den visas bara nu. Lägg till den i kalendern som en prenumeration. Den som har adressen ser vad du ska göra, så dela den inte.',
          en: 'It is shown now alone. Add it to the calendar as a subscription. Whoever has the address sees what you have to do, so do not pass it on.',
        })}
      </p>
    </div>
  );
};
