import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { CaseWorkerAssignedDto, CaseWorkerUnassignedDto, HandoverAcknowledgedDto } from './assignment.dto';

const assignmentStep = defineStep(
  'assignment',
  { sv: 'Handläggaruppdrag', en: 'Assignment' },
  {
    CaseWorkerAssigned: {
      title: { sv: 'Handläggare utsedd', en: 'Case worker assigned' },
      dto: CaseWorkerAssignedDto,
      permission: 'assignment.assign',
    },
    CaseWorkerUnassigned: {
      title: { sv: 'Handläggarens uppdrag avslutat', en: 'Case worker unassigned' },
      dto: CaseWorkerUnassignedDto,
      permission: 'assignment.assign',
    },
    HandoverAcknowledged: {
      title: { sv: 'Överlämning läst av den nya handläggaren', en: 'Handover read by the new case worker' },
      dto: HandoverAcknowledgedDto,
      permission: 'assignment.acknowledge',
    },
  },
);

export const AssignmentModule = stepModule(assignmentStep);
