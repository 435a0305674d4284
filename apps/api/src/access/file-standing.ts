import { assignedFrom, unitOn, type FileId, type LocalDate, type PersonalFile } from '@rt/domain';
import type { AccessFacts, FileOnDay, User } from '@rt/identity';
import type { SampledFiles } from './sampled-files';

/** What must be known of a file to say what a user is to it on a day. Undefined where the file has not been opened. */
export const fileOnDay = async (
  user: User,
  fileId: FileId,
  file: PersonalFile,
  day: LocalDate,
  sampled: SampledFiles,
): Promise<FileOnDay | undefined> => {
  const { opened } = file;
  if (opened === undefined) return undefined;
  // Only an inspector's standing rests on the reviews; others need not wait for them.
  const sampledIn = user.roles.includes('inspector') ? await sampled.reviewsOf(fileId) : [];
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
