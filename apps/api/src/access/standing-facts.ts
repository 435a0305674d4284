import type { LocalDate } from '@rt/domain';
import type { AccessFacts } from '@rt/identity';
import { unitOfStanding, type FileStanding } from '@rt/read-models';

/**
 * What must be known of a file to say what somebody of the board, or an inspector, is to it: from rows, for many files at once. Its
 * orders are not among them, so to a provider it is nobody's.
 */
export const factsOfStanding = (
  standing: FileStanding,
  day: LocalDate,
  sampledIn: readonly string[],
): AccessFacts => ({
  boardId: standing.boardId,
  unitId: unitOfStanding(standing, day),
  openedBy: standing.openedBy,
  assignments: standing.assignments.map(({ userId, role, firstDay, lastDay, endedOn }) => ({
    userId,
    role,
    from: firstDay,
    ...(lastDay !== null && { to: lastDay }),
    ...(endedOn !== null && { endedOn }),
  })),
  providerIds: [],
  sampledIn,
});
