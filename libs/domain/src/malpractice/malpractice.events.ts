import * as f from '../declare';

export const malpracticeStep = f.step({
  title: { sv: 'Missförhållande, lex Sarah', en: 'Malpractice' },
  permission: 'malpractice.investigate',
  case: 'optional',
  events: {
    MalpracticeReported: f.event({
      title: { sv: 'Lex Sarah-rapport mottagen', en: 'Report of malpractice received' },
      day: { sv: 'Dagen rapporten lämnades', en: 'The day on which the report was made' },
      permission: 'malpractice.report',
      whileClosed: true,
      fields: {
        malpracticeId: f.creates('malpractice'),
        text: f.longText('Vad som har hänt', 'What has happened', {
          help: [
            'Missförhållandet, eller den påtagliga risken för ett',
            'The malpractice, or the evident risk of it',
          ],
        }),
      },
    }),
    MalpracticeInvestigationStarted: f.event({
      title: { sv: 'Utredning av lex Sarah-rapport påbörjad', en: 'Investigation of the report started' },
      whileClosed: true,
      fields: { malpracticeId: f.about('malpractice') },
    }),
    MalpracticeInvestigated: f.event({
      title: { sv: 'Lex Sarah-rapport utredd', en: 'Report of malpractice investigated' },
      whileClosed: true,
      fields: {
        malpracticeId: f.about('malpractice'),
        remedy: f.longText('Åtgärder', 'Remedies', {
          help: [
            'Vad som gjorts för att avhjälpa och förebygga',
            'What was done to remedy it and to prevent it',
          ],
        }),
      },
    }),
    MalpracticeJudgedSerious: f.event({
      title: { sv: 'Missförhållandet bedömt som allvarligt', en: 'Malpractice judged serious' },
      day: {
        sv: 'Det ska då snarast anmälas till IVO',
        en: 'It is then to be reported to IVO without delay',
      },
      whileClosed: true,
      fields: { malpracticeId: f.about('malpractice') },
    }),
    IvoNotified: f.event({
      title: { sv: 'Anmält till IVO', en: 'Inspectorate (IVO) notified' },
      whileClosed: true,
      fields: { malpracticeId: f.about('malpractice') },
    }),
  },
});
