import {
  about,
  code,
  codeList,
  creates,
  day,
  directoryId,
  event,
  type EventsIn,
  optional,
  step,
  text,
} from '../declare';

export const ASSIGNMENT_ROLES = codeList({
  responsible: ['Responsible', 'Responsible'],
  substitute: ['Substitute', 'Substitute'],
});

export const assignmentStep = step({
  title: { sv: 'Handläggaruppdrag', en: 'Assignment' },
  permission: 'assignment.assign',
  case: 'optional',
  events: {
    CaseWorkerAssigned: event({
      title: { sv: 'Handläggare utsedd', en: 'Case worker assigned' },
      whileClosed: true,
      fields: {
        assignmentId: creates('assignment'),
        userId: directoryId('user', 'User', 'User'),
        role: code(ASSIGNMENT_ROLES, 'Role', 'Role'),
        from: day('From', 'From'),
        to: optional(day('To', 'To')),
      },
    }),
    CaseWorkerUnassigned: event({
      title: { sv: 'Handläggarens uppdrag avslutat', en: 'Case worker unassigned' },
      whileClosed: true,
      fields: {
        assignmentId: about('assignment'),
        reason: optional(text('Reason', 'Reason')),
      },
    }),
    HandoverAcknowledged: event({
      title: { sv: 'Överlämning läst av den nya handläggaren', en: 'Handover read by the new case worker' },
      permission: 'assignment.acknowledge',
      whileClosed: true,
      fields: {
        assignmentId: about('assignment'),
      },
    }),
  },
});

export type AssignmentEvent = EventsIn<typeof assignmentStep>;
