import { JUDGEMENTS } from '@rt/domain';
import { Code, PlainText, RuleId, ShortText } from '../fields';

/** Of an acknowledgement or its withdrawal. The write side knows no rules, so any obligation may be named. */
export class GapAcknowledgementDto {
  @ShortText() obligationId!: string;
  @PlainText() reason!: string;
}

export class JudgementRecordedDto {
  @RuleId() ruleId!: string;
  @ShortText() subject!: string;
  @Code(JUDGEMENTS) judgement!: (typeof JUDGEMENTS)[number];
  @PlainText() reason!: string;
}
