import { ASSIGNMENT_ROLES, type AssignmentId, type LocalDate, type UserId } from '@rt/domain';
import { Code, Day, Id, Name, NewId, PlainText } from '../fields';

export class CaseWorkerAssignedDto {
  @NewId() assignmentId?: AssignmentId;
  @Name() userId!: UserId;
  @Code(ASSIGNMENT_ROLES) role!: (typeof ASSIGNMENT_ROLES)[number];
  @Day() from!: LocalDate;
  @Day('optional') to?: LocalDate;
}

export class CaseWorkerUnassignedDto {
  @Id() assignmentId!: AssignmentId;
  @PlainText('optional') reason?: string;
}

export class HandoverAcknowledgedDto {
  @Id() assignmentId!: AssignmentId;
}
