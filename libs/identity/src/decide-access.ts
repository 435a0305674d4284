import { ACCESS_REFUSALS, mayDo, notGranted, type Granted, type NotGranted } from './may-do';
import { FILE_PERMISSION_TABLE, REACHES, type Permission } from './permission-table';
import type { AccessPurpose } from './purposes';
import { RELATIONS, relationsOf, type AccessFacts, type RoleRelation } from './relations';
import type { User } from './roles';

/** The facts about a file on the day of the request. */
export interface FileOnDay {
  readonly facts: AccessFacts;
  /** The ids of all reviews that are open. */
  readonly openReviews: ReadonlySet<string>;
}

export interface AccessQuestion {
  readonly permission: Permission;
  readonly purpose?: AccessPurpose;
  /** Left out if the question is not about one file, or if the file does not exist. */
  readonly file?: FileOnDay;
}

/**
 * Whether a user has a permission in any of the user's roles. If several roles grant it, the user acts in the role with the closest relation to the
 * file, or with the widest reach. If no role grants it, the refusal is the one that tells the user most about how to get access.
 */
export const decideAccess = (
  user: User,
  { file, ...asked }: AccessQuestion,
): (Granted & RoleRelation) | NotGranted => {
  const roleRelations =
    file && Object.hasOwn(FILE_PERMISSION_TABLE, asked.permission)
      ? relationsOf(user, file.facts, file.openReviews)
      : user.roles.map((role) => ({ role, relation: 'none' as const }));
  let best: (Granted & RoleRelation) | NotGranted = notGranted('NO_RELATION');
  for (const roleRelation of roleRelations) {
    const answer = mayDo({ ...roleRelation, ...asked });
    const found = answer.allowed ? { ...answer, ...roleRelation } : answer;
    if (weightOf(found) > weightOf(best)) best = found;
  }
  return best;
};

/** Every grant has a higher weight than every refusal. Among grants, a closer relation has a higher weight, then a wider reach. */
const weightOf = (answer: (Granted & RoleRelation) | NotGranted): number =>
  answer.allowed
    ? (1 + RELATIONS.length - RELATIONS.indexOf(answer.relation)) * 10 +
      (answer.reach === 'file' ? 0 : REACHES.indexOf(answer.reach))
    : ACCESS_REFUSALS.indexOf(answer.refused);
