import type { Role, User } from './roles';

/** What somebody is to a personal file, the closest first. */
export const RELATIONS = ['assigned', 'substitute', 'sameUnit', 'sampled', 'addressed', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** One assignment of a case worker to a file. Days are ISO days. */
export interface AssignmentFacts {
  readonly userId: string;
  readonly role: 'responsible' | 'substitute';
  /** First day. */
  readonly from: string;
  /** Last day, where it was given beforehand. */
  readonly to?: string;
  /** The day it was ended: no longer part of it. */
  readonly endedOn?: string;
}

/** What must be known of a file to say what somebody is to it: ids and days, nothing about the person. */
export interface AccessFacts {
  readonly boardId: string;
  /** The unit that handles it. */
  readonly unitId: string;
  /** Who opened it: its case worker until the first assignment begins. */
  readonly openedBy: string;
  /** In the order in which they were recorded. */
  readonly assignments: readonly AssignmentFacts[];
  /** Whom its orders were sent to. */
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
 * @param day ISO day, Europe/Stockholm
 */
export const relationsOf = (
  user: User,
  file: AccessFacts,
  openReviews: ReadonlySet<string>,
  day: string,
): readonly RoleRelation[] =>
  user.roles.map((role) => ({ role, relation: relationOf(user, role, file, openReviews, day) }));

const relationOf = (
  user: User,
  role: Role,
  file: AccessFacts,
  openReviews: ReadonlySet<string>,
  day: string,
): Relation => {
  switch (role) {
    case 'caseWorker':
      return user.boardId === file.boardId ? caseWorkers(user, file, day) : 'none';
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

/**
 * A file that was handed over closes to whoever had it: they are not even a colleague of the same unit to it until they are
 * assigned again.
 */
const caseWorkers = (user: User, file: AccessFacts, day: string): Relation => {
  if (responsibleOn(file, day) === user.userId) return 'assigned';
  const begun = file.assignments.filter(({ from }) => from <= day);
  const own = begun.filter(({ userId }) => userId === user.userId);
  if (own.some((assignment) => assignment.role === 'substitute' && holdsOn(assignment, day)))
    return 'substitute';
  if (own.length > 0 || file.openedBy === user.userId) return 'none';
  return inItsUnit(user, file) ? 'sameUnit' : 'none';
};

/** The responsible assignment that began last counts; whoever had the file before has handed it over, said or unsaid. */
const responsibleOn = ({ assignments, openedBy }: AccessFacts, day: string): string | undefined => {
  if (!assignments.some(({ from }) => from <= day)) return openedBy;
  return assignments
    .filter((assignment) => assignment.role === 'responsible' && holdsOn(assignment, day))
    .reduce<AssignmentFacts | undefined>(
      (last, each) => (last === undefined || each.from >= last.from ? each : last),
      undefined,
    )?.userId;
};

const holdsOn = ({ from, to, endedOn }: AssignmentFacts, day: string): boolean =>
  from <= day && (to === undefined || day <= to) && (endedOn === undefined || day < endedOn);

const inItsUnit = (user: User, file: AccessFacts): boolean =>
  user.boardId === file.boardId && user.unitId === file.unitId;

/**
 * Whether a person's name and number may be shown in a list or a search result. A protected identity shows to those with a
 * relation to the file only.
 */
export const showsPerson = (protectedIdentity: boolean, standings: readonly RoleRelation[]): boolean =>
  !protectedIdentity || standings.some(({ relation }) => relation !== 'none');
