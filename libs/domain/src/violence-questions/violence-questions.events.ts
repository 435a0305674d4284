import { code, codeList, event, type EventsIn, step } from '../declare';

export const NOT_SUITABLE_REASONS = codeList({
  notAlone: ['Not alone', 'Not alone'],
  health: ['Health', 'Health'],
  communication: ['Communication', 'Communication'],
  declinedMeeting: ['Declined meeting', 'Declined meeting'],
  other: ['Other', 'Other'],
});

export const violenceQuestionsStep = step({
  title: { sv: 'FREDA-frågor', en: 'Violence questions' },
  permission: 'violence-questions.record',
  case: 'optional',
  events: {
    ViolenceQuestionsAsked: event({
      title: { sv: 'Frågor om våld ställda (FREDA)', en: 'Violence questions asked' },
      fields: {},
    }),
    ViolenceQuestionsNotSuitable: event({
      title: {
        sv: 'Frågor om våld var inte lämpliga att ställa',
        en: 'Violence questions not suitable to ask',
      },
      fields: {
        reason: code(NOT_SUITABLE_REASONS, 'Reason', 'Reason'),
      },
    }),
  },
});

export type ViolenceQuestionsEvent = EventsIn<typeof violenceQuestionsStep>;
