import { CLOSING_REASONS, type CaseId, type MeasureCode } from '@rt/domain';
import { Code, CodeWord, Id, NewId, PlainText, ShortText } from '../fields';

export class CaseOpenedDto {
  @NewId() caseId?: CaseId;
  @ShortText() caseNumber!: string;
  @CodeWord() measure!: MeasureCode;
}

export class CaseClosedDto {
  @Id() caseId!: CaseId;
  @Code(CLOSING_REASONS) reason!: (typeof CLOSING_REASONS)[number];
  @PlainText('optional') note?: string;
}

export class CaseReopenedDto {
  @Id() caseId!: CaseId;
  @PlainText() reason!: string;
}

/** Why a file is kept, or its erasure paused or resumed. */
export class KeepingDto {
  @PlainText() ground!: string;
}
