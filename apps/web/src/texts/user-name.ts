import type { Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { directoryQuery } from '../shell/session';

/** Gives what a user is called: `Handläggare 1`; the id of one who is in the directory no longer. */
export const useUserName = (): ((userId: string) => Text) => {
  const { data: directory } = useQuery(directoryQuery);
  return useCallback(
    (userId) => {
      const title = directory?.users.find((user) => user.userId === userId)?.title;
      return title === undefined
        ? { sv: userId, en: userId }
        : { sv: title.sv.split(',')[0] ?? '', en: title.en.split(',')[0] ?? '' };
    },
    [directory],
  );
};
