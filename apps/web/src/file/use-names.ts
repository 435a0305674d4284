import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { directoryQuery } from '../shell/session';
import { codeLabelsQuery } from './file-queries';
import type { Names } from './read-file';

/** The words for codes and ids: measures by the municipality's list, users by their titles. */
export const useNames = (): Names => {
  const { data: directory } = useQuery(directoryQuery);
  const { data: labels } = useQuery(codeLabelsQuery);
  return useMemo(
    () => ({
      measure: (code) => labels?.get(code) ?? { sv: code, en: code },
      user: (userId) => {
        const title = directory?.users.find((user) => user.userId === userId)?.title;
        return title === undefined
          ? { sv: userId, en: userId }
          : { sv: title.sv.split(',')[0] ?? '', en: title.en.split(',')[0] ?? '' };
      },
    }),
    [directory, labels],
  );
};
