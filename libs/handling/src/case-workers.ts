import type { Text } from '@rt/domain';
import type { UserDirectory } from './ports';
import { refusedFor } from './refused';

/**
 * Refuses a user who is no case worker of the board, or of the unit if one is given. An unknown user and a user of another board give the same
 * answer, so that a caller cannot explore the directory. @throws Refused NOT_OF_THE_BOARD, NOT_OF_THE_UNIT, NOT_A_CASE_WORKER
 */
export const caseWorkerIn = async (
  directory: UserDirectory,
  userId: string,
  { boardId, unitId }: { readonly boardId: string | undefined; readonly unitId?: string },
  at: string,
  label: Text | undefined,
): Promise<void> => {
  const user = await directory.find(userId);
  if (user?.boardId === undefined || user.boardId !== boardId)
    throw refusedFor('NOT_OF_THE_BOARD', at, {}, label);
  if (unitId !== undefined && user.unitId !== unitId) throw refusedFor('NOT_OF_THE_UNIT', at, {}, label);
  if (!user.roles.includes('caseWorker')) throw refusedFor('NOT_A_CASE_WORKER', at, {}, label);
};
