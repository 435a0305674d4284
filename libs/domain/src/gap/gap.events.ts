import * as f from '../declare';

export const JUDGEMENTS = f.codeList({
  met: ['Uppfyllt', 'Met'],
  notMet: ['Inte uppfyllt', 'Not met'],
  notApplicable: ['Inte tillämpligt', 'Does not apply'],
});

const obligationId = () =>
  f.shortText('Brist', 'Gap', {
    help: ['Bristens id, så som listan visar det', 'The id of the gap, as the list shows it'],
  });

export const gapStep = f.step({
  title: { sv: 'Brist', en: 'Gap' },
  permission: 'gap.acknowledge',
  case: 'optional',
  events: {
    // A named person has seen and explained the gap. It stays visible.
    GapAcknowledged: f.event({
      title: { sv: 'Brist kvitterad', en: 'Gap acknowledged' },
      whileClosed: true,
      fields: {
        obligationId: obligationId(),
        reason: f.text('Skäl', 'Reason', {
          help: ['Bristen står kvar, med förklaringen', 'The gap stays, with the explanation'],
        }),
      },
    }),
    GapAcknowledgementWithdrawn: f.event({
      title: { sv: 'Kvittering återtagen', en: 'Acknowledgement withdrawn' },
      whileClosed: true,
      fields: { obligationId: obligationId(), reason: f.text('Skäl', 'Reason') },
    }),
    JudgementRecorded: f.event({
      title: {
        sv: 'Bedömning gjord, av en regel som bara en människa kan avgöra',
        en: 'Judgement recorded, on a rule that only a person can decide',
      },
      permission: 'gap.judge',
      whileClosed: true,
      fields: {
        ruleId: f.ruleId('Regel', 'Rule'),
        subject: f.shortText('Vad som bedöms', 'What is judged', {
          help: [
            'Id för beslutet, planen eller det regeln gäller',
            'The id of the decision, plan or other thing',
          ],
        }),
        judgement: f.code(JUDGEMENTS, 'Bedömning', 'Judgement'),
        reason: f.text('Motivering', 'Reason'),
      },
    }),
  },
});

export type GapEvent = f.EventsIn<typeof gapStep>;
