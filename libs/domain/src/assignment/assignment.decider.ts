import { earliest } from '../calendar';
import { endNotBeforeStart } from '../checks';
import type { Deciders } from '../decider';
import type { AssignmentEvent } from './assignment.events';

export const assignmentDeciders: Deciders<AssignmentEvent> = {
  /** An assignment that was to begin later may be called off before it did. */
  CaseWorkerUnassigned: ({ data, occurredOn }, { file }) => {
    const created = file.get('assignment', data.assignmentId)?.created;
    return endNotBeforeStart(
      created && earliest(created.occurredOn, created.data.from),
      occurredOn,
      'occurredOn',
    );
  },
};
