import { assignedFrom, unitOn, type FileId, type LocalDate, type PersonalFile } from '@rt/domain';
import type { FileFacts, FileOnDay, User } from '@rt/identity';
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
  const facts: FileFacts = {
    boardId: opened.data.boardId,
    unitId: unitOn(file, day) ?? opened.unitId,
    openedBy: opened.recordedBy,
    assignments: assignmentsOf(file),
    providerIds: file.all('OrderSent').map(({ data }) => data.providerId),
    sampledIn,
  };
  return { facts, openReviews: new Set(sampledIn), day };
};

const assignmentsOf = (file: PersonalFile): FileFacts['assignments'] =>
  [...file.every('assignment')]
    .sort((a, b) => a.begun.revision - b.begun.revision)
    .map((assignment) => {
      const { userId, role, to } = assignment.begun.data;
      const [endedOn] = assignment
        .later('CaseWorkerUnassigned')
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
