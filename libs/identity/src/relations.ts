import type { Role, User } from './roles';

/** The relations of a user to a personal file, the closest first. */
export const RELATIONS = ['assigned', 'substitute', 'sameUnit', 'sampled', 'addressed', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The facts that decide a user's relation to a file on a day. They are ids, and say nothing about the person. */
export interface AccessFacts {
  readonly boardId: string;
  /** The unit that handles the file. */
  readonly unitId: string;
  /** The responsible case worker, or null if there is none. */
  readonly workerId: string | null;
  readonly substituteIds: readonly string[];
  /** Users who had the file before and do not have it now. */
  readonly formerIds: readonly string[];
  /** The providers that orders in the file were sent to. */
  readonly providerIds: readonly string[];
  /** The reviews whose sample contains the file, open and closed. */
  readonly sampledIn: readonly string[];
}

/** One of a user's roles, and the user's relation to a file in that role. */
export interface RoleRelation {
  readonly role: Role;
  readonly relation: Relation;
}

/**
 * The user's relation to a file on a day, in each of the user's roles. Each board is an authority of its own: a user of one board has no relation to
 * a file of another board. Two roles belong to no board: inspectors of the city, who reach the files in the samples of open reviews, and providers,
 * who reach the files with orders to them.
 * @param openReviews ids of the reviews that are open
 */
export const relationsOf = (
  user: User,
  file: AccessFacts,
  openReviews: ReadonlySet<string>,
): readonly RoleRelation[] =>
  user.roles.map((role) => ({ role, relation: relationOf(user, role, file, openReviews) }));

const relationOf = (
  user: User,
  role: Role,
  file: AccessFacts,
  openReviews: ReadonlySet<string>,
): Relation => {
  switch (role) {
    case 'caseWorker':
      return user.boardId === file.boardId ? caseWorkers(user, file) : 'none';
    case 'unitManager':
      return inItsUnit(user, file) ? 'sameUnit' : 'none';
    case 'inspector':
      return file.sampledIn.some((review) => openReviews.has(review)) ? 'sampled' : 'none';
    case 'provider':
      return user.providerId !== undefined && file.providerIds.includes(user.providerId)
        ? 'addressed'
        : 'none';
    case 'reviewApprover':
    case 'administrator':
      return 'none';
  }
};

/**
 * A file that was handed over is closed to its earlier case workers: until they are assigned again, they do not even have the relation of a colleague
 * in the unit.
 */
const caseWorkers = (user: User, file: AccessFacts): Relation => {
  if (file.workerId === user.userId) return 'assigned';
  if (file.substituteIds.includes(user.userId)) return 'substitute';
  if (file.formerIds.includes(user.userId)) return 'none';
  return inItsUnit(user, file) ? 'sameUnit' : 'none';
};

const inItsUnit = (user: User, file: AccessFacts): boolean =>
  user.boardId === file.boardId && user.unitId === file.unitId;

/**
 * True if a list or a search result may show the person's name and number. A protected identity is shown only to users with a relation to the file.
 */
export const showsPerson = (protectedIdentity: boolean, roleRelations: readonly RoleRelation[]): boolean =>
  !protectedIdentity || roleRelations.some(({ relation }) => relation !== 'none');
