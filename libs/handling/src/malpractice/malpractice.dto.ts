import type { MalpracticeId } from '@rt/domain';
import { Id, LongText, NewId } from '../fields';

export class MalpracticeReportedDto {
  @NewId() malpracticeId?: MalpracticeId;
  @LongText() text!: string;
}

export class MalpracticeInvestigatedDto {
  @Id() malpracticeId!: MalpracticeId;
  @LongText() remedy!: string;
}

/** The other steps of a report say no more than which. */
export class MalpracticeDto {
  @Id() malpracticeId!: MalpracticeId;
}
