import { about, creates, event, type EventsIn, longText, step } from '../declare';

export const malpracticeStep = step({
  title: { sv: 'Missförhållande, lex Sarah', en: 'Malpractice' },
  permission: 'malpractice.investigate',
  case: 'optional',
  events: {
    MalpracticeReported: event({
      title: { sv: 'Lex Sarah-rapport mottagen', en: 'Report of malpractice received' },
      permission: 'malpractice.report',
      whileClosed: true,
      fields: {
        malpracticeId: creates('malpractice'),
        text: longText('Text', 'Text'),
      },
    }),
    MalpracticeInvestigationStarted: event({
      title: { sv: 'Utredning av lex Sarah-rapport påbörjad', en: 'Investigation of the report started' },
      whileClosed: true,
      fields: {
        malpracticeId: about('malpractice'),
      },
    }),
    MalpracticeInvestigated: event({
      title: { sv: 'Lex Sarah-rapport utredd', en: 'Report of malpractice investigated' },
      whileClosed: true,
      fields: {
        malpracticeId: about('malpractice'),
        remedy: longText('Remedy', 'Remedy'),
      },
    }),
    MalpracticeJudgedSerious: event({
      title: { sv: 'Missförhållandet bedömt som allvarligt', en: 'Malpractice judged serious' },
      whileClosed: true,
      fields: {
        malpracticeId: about('malpractice'),
      },
    }),
    IvoNotified: event({
      title: { sv: 'Anmält till IVO', en: 'Inspectorate (IVO) notified' },
      whileClosed: true,
      fields: {
        malpracticeId: about('malpractice'),
      },
    }),
  },
});

export type MalpracticeEvent = EventsIn<typeof malpracticeStep>;
