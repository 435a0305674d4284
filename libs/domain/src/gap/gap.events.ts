import { code, codeList, event, type EventsIn, ruleId, shortText, step, text } from '../declare';

export const JUDGEMENTS = codeList({
  met: ['Met', 'Met'],
  notMet: ['Not met', 'Not met'],
  notApplicable: ['Not applicable', 'Not applicable'],
});

export const gapStep = step({
  title: { sv: 'Brist', en: 'Gap' },
  permission: 'gap.acknowledge',
  case: 'optional',
  events: {
    GapAcknowledged: event({
      title: { sv: 'Brist kvitterad', en: 'Gap acknowledged' },
      whileClosed: true,
      fields: {
        obligationId: shortText('Obligation', 'Obligation'),
        reason: text('Reason', 'Reason'),
      },
    }),
    GapAcknowledgementWithdrawn: event({
      title: { sv: 'Kvittering återtagen', en: 'Acknowledgement withdrawn' },
      whileClosed: true,
      fields: {
        obligationId: shortText('Obligation', 'Obligation'),
        reason: text('Reason', 'Reason'),
      },
    }),
    JudgementRecorded: event({
      title: {
        sv: 'Bedömning gjord, av en regel som bara en människa kan avgöra',
        en: 'Judgement recorded, on a rule that only a person can decide',
      },
      permission: 'gap.judge',
      whileClosed: true,
      fields: {
        ruleId: ruleId('Rule', 'Rule'),
        subject: shortText('Subject', 'Subject'),
        judgement: code(JUDGEMENTS, 'Judgement', 'Judgement'),
        reason: text('Reason', 'Reason'),
      },
    }),
  },
});

export type GapEvent = EventsIn<typeof gapStep>;
