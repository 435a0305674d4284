import type { CaseId, EventId, LocalDate, LocalTime } from '@rt/domain';
import { AnyObject, Day, Id, PlainText, Time } from '../fields';

/** The schema version is not the caller's to say; `data` is checked as the corrected entry's own payload would be. */
export class EntryCorrectedDto {
  @Id() eventId!: EventId;
  @PlainText() reason!: string;
  @Day('optional') occurredOn?: LocalDate;
  @Time('either') occurredTime?: LocalTime | null;
  @Id('either') caseId?: CaseId | null;
  @AnyObject() data!: object;
}

export class EntryRetractedDto {
  @Id() eventId!: EventId;
  @PlainText() reason!: string;
}

export class EntryRedactedDto {
  @Id() eventId!: EventId;
  @PlainText() ground!: string;
}
