import type { PersonalFileEventType } from '@rt/domain';
import { definitionOf } from '@rt/handling';
import { mayDo, type Relation, type User } from '@rt/identity';
import type { ReaderOfActs } from '@rt/rules';
import type { Grant } from '../access/grant';

/** A line of a list, with the case worker who has its file. */
interface Line {
  readonly workerId: string | null;
}

/**
 * What the reader of a list may record in the file of a line. The lines of a case worker are in the own files and in those that he or she stands
 * in for; those of a manager are in the unit. An inspector may record nothing.
 */
export const readerOfActs = (user: User, { role }: Pick<Grant, 'role'>, { workerId }: Line): ReaderOfActs => {
  const relation: Relation =
    role !== 'caseWorker'
      ? role === 'unitManager'
        ? 'sameUnit'
        : 'none'
      : workerId === user.userId
        ? 'assigned'
        : 'substitute';
  return {
    handles: role === 'caseWorker',
    mayRecord: (type: PersonalFileEventType) =>
      mayDo({ role, relation, permission: definitionOf(type).permission }).allowed,
  };
};
