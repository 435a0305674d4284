import * as f from '../declare';

export const ASSIGNMENT_ROLES = f.codeList({
  responsible: ['Ansvarig handläggare', 'Responsible case worker'],
  substitute: ['Ersättare', 'Substitute'],
});

export const assignmentStep = f.step({
  title: { sv: 'Handläggaruppdrag', en: 'Assignment' },
  permission: 'assignment.assign',
  case: 'optional',
  events: {
    // The unit in the envelope handles the file from that day.
    CaseWorkerAssigned: f.event({
      title: { sv: 'Handläggare utsedd', en: 'Case worker assigned' },
      whileClosed: true,
      fields: {
        assignmentId: f.creates('assignment'),
        userId: f.caseWorker('Handläggare', 'Case worker'),
        role: f.code(ASSIGNMENT_ROLES, 'Uppdrag', 'Role'),
        from: f.day('Från och med', 'From', {
          help: ['Första dagen med akten', 'First day with the file'],
        }),
        to: f.optional(
          f.day('Till och med', 'Through', {
            help: ['Tomt: tills vidare', 'Empty: until further notice'],
            notBefore: 'from',
          }),
        ),
      },
    }),
    CaseWorkerUnassigned: f.event({
      title: { sv: 'Handläggarens uppdrag avslutat', en: 'Case worker unassigned' },
      day: { sv: 'Första dagen utan akten', en: 'The first day without the file' },
      whileClosed: true,
      fields: {
        assignmentId: f.about('assignment'),
        reason: f.optional(f.text('Skäl', 'Reason')),
      },
    }),
    HandoverAcknowledged: f.event({
      title: { sv: 'Överlämning läst av den nya handläggaren', en: 'Handover read by the new case worker' },
      permission: 'assignment.acknowledge',
      whileClosed: true,
      fields: { assignmentId: f.about('assignment') },
    }),
  },
});

export type AssignmentEvent = f.EventsIn<typeof assignmentStep>;
