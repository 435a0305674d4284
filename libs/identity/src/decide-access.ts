import { ACCESS_REFUSALS, mayDo, notGranted, type Granted, type NotGranted } from './may-do';
import { FILE_PERMISSION_TABLE, REACHES, type Permission } from './permission-table';
import type { AccessPurpose } from './purposes';
import { RELATIONS, relationsOf, type AccessFacts, type RoleRelation } from './relations';
import type { User } from './roles';

/** A file as it stands on the day of the request. */
export interface FileOnDay {
  readonly facts: AccessFacts;
  /** Ids of the reviews that are open. */
  readonly openReviews: ReadonlySet<string>;
}

export interface AccessQuestion {
  readonly permission: Permission;
  readonly purpose?: AccessPurpose;
  /** Left out where no one file is concerned, or none is there. */
  readonly file?: FileOnDay;
}

/**
 * What a user may, all their roles together. Of several that allow it, the one that is closest to the file, or that reaches
 * furthest, is the one they act in. Where none does, the refusal says what would help most.
 */
export const decideAccess = (
  user: User,
  { file, ...asked }: AccessQuestion,
): (Granted & RoleRelation) | NotGranted => {
  const standings =
    file && Object.hasOwn(FILE_PERMISSION_TABLE, asked.permission)
      ? relationsOf(user, file.facts, file.openReviews)
      : user.roles.map((role) => ({ role, relation: 'none' as const }));
  let best: (Granted & RoleRelation) | NotGranted = notGranted('NO_RELATION');
  for (const standing of standings) {
    const answer = mayDo({ ...standing, ...asked });
    const found = answer.allowed ? { ...answer, ...standing } : answer;
    if (weightOf(found) > weightOf(best)) best = found;
  }
  return best;
};

/** Refusals below every grant; among grants the nearer relation, then the wider reach. */
const weightOf = (answer: (Granted & RoleRelation) | NotGranted): number =>
  answer.allowed
    ? (1 + RELATIONS.length - RELATIONS.indexOf(answer.relation)) * 10 +
      (answer.reach === 'file' ? 0 : REACHES.indexOf(answer.reach))
    : ACCESS_REFUSALS.indexOf(answer.refused);
