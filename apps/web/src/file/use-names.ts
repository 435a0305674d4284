import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useUserName } from '../texts/user-name';
import { codeLabelsQuery } from './file-queries';
import type { Names } from './read-file';

/** The words for codes and ids: measures by the municipality's list, users by their titles. */
export const useNames = (): Names => {
  const { data: labels } = useQuery(codeLabelsQuery);
  const user = useUserName();
  return useMemo(
    () => ({ measure: (code) => labels?.get(code) ?? { sv: code, en: code }, user }),
    [labels, user],
  );
};
