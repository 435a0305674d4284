import { earliest } from '../calendar';
import { endNotBeforeStart } from '../checks';
import type { Deciders } from '../decider';
import type { AssignmentEvent } from './assignment.events';

export const assignmentDeciders: Deciders<AssignmentEvent> = {
  /** An assignment may be cancelled before the day on which it begins. */
  CaseWorkerUnassigned: ({ data, occurredOn }, { file }) => {
    const created = file.get('assignment', data.assignmentId)?.created;
    return endNotBeforeStart(
      created && earliest(created.occurredOn, created.data.from),
      occurredOn,
      'occurredOn',
    );
  },
};
