import { holderOn, NO_ABSENCES, type FileId, type LocalDate, type PersonalFile } from '@rt/domain';
import { decideAccess, type AccessFacts, type FileOnDay, type User } from '@rt/identity';
import {
  absencesOn,
  fileHoldersOn,
  openReviewsOf,
  type FileHolder,
  type ReadDatabase,
} from '@rt/read-models';

/** The facts that decide a user's relation to a file on a day. Undefined if the file is not opened. */
export const fileOnDay = async (
  user: User,
  fileId: FileId,
  file: PersonalFile,
  day: LocalDate,
  db: ReadDatabase,
): Promise<FileOnDay | undefined> => {
  const { opened } = file;
  const assigned = holderOn(file, NO_ABSENCES, day);
  // Absences change only the relation of another case worker than the responsible one, so other users do not wait for them.
  const holder =
    user.roles.includes('caseWorker') && assigned !== undefined && assigned.workerId !== user.userId
      ? holderOn(file, await absencesOn(db, day), day)
      : assigned;
  if (opened === undefined || holder === undefined) return undefined;
  // Only an inspector's relation depends on the reviews, so other users do not wait for them.
  const sampledIn = user.roles.includes('inspector')
    ? ((await openReviewsOf(db, [fileId])).get(fileId) ?? [])
    : [];
  const facts: AccessFacts = {
    boardId: opened.data.boardId,
    ...holder,
    providerIds: file.events('OrderSent').map(({ data }) => data.providerId),
    sampledIn,
  };
  return { facts, openReviews: new Set(sampledIn) };
};

/**
 * The same facts from a row of the read models, for many files at once. It is for users of the board and for inspectors: the rows do not contain the
 * orders, so a provider has no relation here.
 */
export const factsOfRow = (holder: FileHolder, sampledIn: readonly string[]): AccessFacts => ({
  ...holder,
  providerIds: [],
  sampledIn,
});

/** The same, with the reviews, for many files on a day. Files that do not exist are left out. */
export const filesOnDay = async (
  user: User,
  files: readonly FileId[],
  day: LocalDate,
  db: ReadDatabase,
): Promise<ReadonlyMap<FileId, FileOnDay>> => {
  const reviewsOf = await openReviewsOf(db, user.roles.includes('inspector') ? files : []);
  const onDay = new Map<FileId, FileOnDay>();
  for (const [fileId, holder] of await fileHoldersOn(db, files, day)) {
    const sampledIn = reviewsOf.get(fileId) ?? [];
    onDay.set(fileId, { facts: factsOfRow(holder, sampledIn), openReviews: new Set(sampledIn) });
  }
  return onDay;
};

/**
 * True if a user may see a reminder of a file: if the user may read the file to handle it. A reminder for a colleague says that the colleague is to
 * handle something, so the colleague need not state that purpose.
 */
export const mayBeReminded = (user: User, file: FileOnDay | undefined): boolean =>
  file !== undefined && decideAccess(user, { permission: 'file.read', purpose: 'handling', file }).allowed;
