import { NoticeBar } from '@rt/ui';
import { useSyncExternalStore } from 'react';
import { useSay } from '../texts/language';

const follow = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Told once when the connection is lost, in a live region that is there from the start. */
export const ConnectionBar = () => {
  const say = useSay();
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <NoticeBar label={say({ sv: 'Anslutning', en: 'Connection' })}>
          <p>
            <b>{say({ sv: 'Ingen kontakt med servern.', en: 'No contact with the server.' })}</b>{' '}
            {say({
              sv: 'Det du ser är det senaste som kom. Sidan frågar igen av sig själv.',
              en: 'What you see is the last that came. The page asks again by itself.',
            })}
          </p>
        </NoticeBar>
      )}
    </div>
  );
};
