import type { Actor, Authorise } from '@rt/handling';
import type { BoardId, UnitId, UserId } from '@rt/domain';

/**
 * Whoever can start the command line on the machine that holds the data folder and its keys can do everything there is to do:
 * what protects the file from them is the operating system. They act as a named operator, and everything they write or read says so.
 */
export const operatorMayDoEverything: Authorise = { allows: () => true };

/** The operator at a board and a unit. */
export const operatorAt = (operator: string, unitId: UnitId, boardId: BoardId): Actor => ({
  userId: operator as UserId,
  unitId,
  boardId,
  roles: ['operator'],
  origin: 'user',
});
