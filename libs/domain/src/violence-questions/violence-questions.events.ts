import * as f from '../declare';

export const NOT_SUITABLE_REASONS = f.codeList({
  notAlone: ['Den enskilde var inte ensam', 'The person was not alone'],
  health: ['Den enskildes hälsa', 'The person’s health'],
  communication: ['Svårt att göra sig förstådda', 'Hard to make oneself understood'],
  declinedMeeting: ['Den enskilde avböjde samtalet', 'The person declined to meet'],
  other: ['Annat skäl', 'Another reason'],
});

/** Records that the FREDA questions were asked, and when. The answers must not be recorded, so there is no field for them. */
export const violenceQuestionsStep = f.step({
  title: { sv: 'FREDA-frågor', en: 'Violence questions' },
  permission: 'violence-questions.record',
  case: 'optional',
  events: {
    ViolenceQuestionsAsked: f.event({
      title: { sv: 'Frågor om våld ställda (FREDA)', en: 'Violence questions asked' },
      day: {
        sv: 'Bara att de ställdes antecknas, aldrig svaren',
        en: 'Only that they were asked is recorded, no answers',
      },
      fields: {},
    }),
    ViolenceQuestionsNotSuitable: f.event({
      title: {
        sv: 'Frågor om våld var inte lämpliga att ställa',
        en: 'Violence questions not suitable to ask',
      },
      fields: {
        reason: f.code(NOT_SUITABLE_REASONS, 'Skäl', 'Reason'),
      },
    }),
  },
});
