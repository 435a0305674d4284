import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { GapAcknowledgementDto, JudgementRecordedDto } from './gap.dto';

const gapStep = defineStep(
  'gap',
  { sv: 'Brist', en: 'Gap' },
  {
    GapAcknowledged: {
      title: { sv: 'Brist kvitterad', en: 'Gap acknowledged' },
      dto: GapAcknowledgementDto,
      permission: 'gap.acknowledge',
    },
    GapAcknowledgementWithdrawn: {
      title: { sv: 'Kvittering återtagen', en: 'Acknowledgement withdrawn' },
      dto: GapAcknowledgementDto,
      permission: 'gap.acknowledge',
    },
    JudgementRecorded: {
      title: {
        sv: 'Bedömning gjord, av en regel som bara en människa kan avgöra',
        en: 'Judgement recorded, on a rule that only a person can decide',
      },
      dto: JudgementRecordedDto,
      permission: 'gap.judge',
    },
  },
);

export const GapModule = stepModule(gapStep);
