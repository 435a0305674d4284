import type { Text } from '@rt/domain';
import { useEffect } from 'react';
import { useSay } from '../texts/language';

/** The title of the window, with a number in front where something waits. */
export const useTitle = (title: Text, waiting = 0): void => {
  const say = useSay();
  const words = `${waiting > 0 ? `(${waiting}) ` : ''}${say(title)} · Röda tråden`;
  useEffect(() => {
    document.title = words;
  }, [words]);
};
