import type { LocalDate } from '../calendar';
import type { EventSpecs } from '../event';
import type { AssignmentId, UserId } from '../ids';

export const ASSIGNMENT_ROLES = ['responsible', 'substitute'] as const;

/** Handläggare utsedd. The unit of the envelope is the unit that handles the file from that day. */
export interface CaseWorkerAssigned {
  readonly type: 'CaseWorkerAssigned';
  readonly data: {
    readonly assignmentId: AssignmentId;
    readonly userId: UserId;
    readonly role: (typeof ASSIGNMENT_ROLES)[number];
    readonly from: LocalDate;
    readonly to?: LocalDate;
  };
}

/** Handläggarens uppdrag avslutat. */
export interface CaseWorkerUnassigned {
  readonly type: 'CaseWorkerUnassigned';
  readonly data: { readonly assignmentId: AssignmentId; readonly reason?: string };
}

/** Överlämning läst av den nya handläggaren. */
export interface HandoverAcknowledged {
  readonly type: 'HandoverAcknowledged';
  readonly data: { readonly assignmentId: AssignmentId };
}

export type AssignmentEvent = CaseWorkerAssigned | CaseWorkerUnassigned | HandoverAcknowledged;

export const assignmentSpecs = {
  CaseWorkerAssigned: { creates: 'assignment', caseId: 'optional', whileClosed: true },
  CaseWorkerUnassigned: { about: 'assignment', caseId: 'optional', whileClosed: true },
  HandoverAcknowledged: { about: 'assignment', caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<AssignmentEvent>;
