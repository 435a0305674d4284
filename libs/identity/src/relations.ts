import type { Role, User } from './roles';

/** What somebody is to a personal file, the closest first. */
export const RELATIONS = ['assigned', 'substitute', 'sameUnit', 'sampled', 'addressed', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What a user's relation to a file on a day depends on: ids, nothing about the person. */
export interface AccessFacts {
  readonly boardId: string;
  /** The unit that handles it. */
  readonly unitId: string;
  /** The responsible case worker; null: none. */
  readonly workerId: string | null;
  readonly substituteIds: readonly string[];
  /** Users who had the file before and do not have it now. */
  readonly formerIds: readonly string[];
  /** The providers its orders were sent to. */
  readonly providerIds: readonly string[];
  /** The reviews that drew it, open and closed. */
  readonly sampledIn: readonly string[];
}

/** One of a user's roles, and what they are to a file in it. */
export interface RoleRelation {
  readonly role: Role;
  readonly relation: Relation;
}

/**
 * What a user is to a file on a day, in each of their roles. Each board is an authority of its own: whoever serves under a board
 * is nothing to another board's file. Two kinds of users serve under none: the city's inspectors, who reach what an open review
 * drew, and providers, who reach what was ordered from them.
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
    case 'administrator':
      return 'none';
  }
};

/** A file that was handed over is closed to users who had it: until they are assigned again they are not even colleagues of its unit. */
const caseWorkers = (user: User, file: AccessFacts): Relation => {
  if (file.workerId === user.userId) return 'assigned';
  if (file.substituteIds.includes(user.userId)) return 'substitute';
  if (file.formerIds.includes(user.userId)) return 'none';
  return inItsUnit(user, file) ? 'sameUnit' : 'none';
};

const inItsUnit = (user: User, file: AccessFacts): boolean =>
  user.boardId === file.boardId && user.unitId === file.unitId;

/**
 * Whether a person's name and number may be shown in a list or a search result. A protected identity shows to those with a
 * relation to the file only.
 */
export const showsPerson = (protectedIdentity: boolean, standings: readonly RoleRelation[]): boolean =>
  !protectedIdentity || standings.some(({ relation }) => relation !== 'none');
