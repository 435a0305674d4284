import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Follows the server's news, which name ids alone, and asks again for what is on the page. The browser reconnects by itself and goes on where it was.
 * News that come close together are one question.
 */
export const useLive = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const news = new EventSource('/api/v1/events-stream');
    let waiting: number | undefined;
    const askAgain = (): void => {
      waiting ??= window.setTimeout(() => {
        waiting = undefined;
        void queries.invalidateQueries({
          predicate: ({ queryKey: [kind] }) => kind !== 'session' && kind !== 'directory',
        });
      }, 250);
    };
    for (const kind of ['file', 'notice', 'day', 'resync']) news.addEventListener(kind, askAgain);
    return () => {
      window.clearTimeout(waiting);
      news.close();
    };
  }, [queries]);
};
