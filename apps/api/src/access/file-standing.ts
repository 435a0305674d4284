import { assignedFrom, unitOn, type FileId, type LocalDate, type PersonalFile } from '@rt/domain';
import type { AccessFacts, FileOnDay, User } from '@rt/identity';
import { openReviewsOf, type ReadDatabase } from '@rt/read-models';

/** The facts of a file that decide a user's relation to it on a day. Undefined where the file has not been opened. */
export const fileOnDay = async (
  user: User,
  fileId: FileId,
  file: PersonalFile,
  day: LocalDate,
  db: ReadDatabase,
): Promise<FileOnDay | undefined> => {
  const { opened } = file;
  if (opened === undefined) return undefined;
  // Only an inspector's relation depends on the reviews, so only for them the rows are asked.
  const sampledIn = user.roles.includes('inspector')
    ? ((await openReviewsOf(db, [fileId])).get(fileId) ?? [])
    : [];
  const facts: AccessFacts = {
    boardId: opened.data.boardId,
    unitId: unitOn(file, day) ?? opened.unitId,
    openedBy: opened.recordedBy,
    assignments: assignmentsOf(file),
    providerIds: file.events('OrderSent').map(({ data }) => data.providerId),
    sampledIn,
  };
  return { facts, openReviews: new Set(sampledIn), day };
};

const assignmentsOf = (file: PersonalFile): AccessFacts['assignments'] =>
  [...file.things('assignment')]
    .sort((a, b) => a.created.revision - b.created.revision)
    .map((assignment) => {
      const { userId, role, to } = assignment.created.data;
      const [endedOn] = assignment
        .since('CaseWorkerUnassigned')
        .map(({ occurredOn }) => occurredOn)
        .sort();
      return {
        userId,
        role,
        from: assignedFrom(assignment),
        ...(to !== undefined && { to }),
        ...(endedOn !== undefined && { endedOn }),
      };
    });
