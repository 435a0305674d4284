import { earliest } from '../calendar';
import { inOrder } from '../checks';
import type { Deciders } from '../decider';
import type { AssignmentEvent } from './assignment.events';

export const assignmentDeciders: Deciders<AssignmentEvent> = {
  CaseWorkerAssigned: ({ data }) => inOrder(data.from, data.to, 'data.to'),
  /** An assignment that was to begin later may be called off before it did. */
  CaseWorkerUnassigned: ({ data, occurredOn }, { file }) => {
    const begun = file.get('assignment', data.assignmentId)?.begun;
    return inOrder(begun && earliest(begun.occurredOn, begun.data.from), occurredOn, 'occurredOn');
  },
};
