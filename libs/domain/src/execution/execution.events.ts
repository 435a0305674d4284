import {
  about,
  code,
  codeList,
  codes,
  creates,
  day,
  event,
  type EventsIn,
  flag,
  optional,
  orNone,
  quarter,
  refersTo,
  step,
  text,
} from '../declare';

export const REPORT_RECEIVERS = codeList({
  ivo: ['Ivo', 'Ivo'],
  auditors: ['Auditors', 'Auditors'],
});
export const NON_PERFORMANCE_SOURCES = codeList({
  person: ['Person', 'Person'],
  relative: ['Relative', 'Relative'],
  provider: ['Provider', 'Provider'],
  followUp: ['Follow up', 'Follow up'],
  other: ['Other', 'Other'],
});
export const PERFORMER_KINDS = codeList({
  external: ['External', 'External'],
  relative: ['Relative', 'Relative'],
});
export const ANSWERS = codeList({
  yes: ['Yes', 'Yes'],
  no: ['No', 'No'],
});

export const executionStep = step({
  title: { sv: 'Verkställighet', en: 'Execution' },
  permission: 'execution.report',
  case: 'required',
  events: {
    ExecutionStarted: event({
      title: { sv: 'Verkställighet påbörjad', en: 'Execution started' },
      fields: {
        executionId: creates('execution'),
        decisionId: orNone(refersTo('decision')),
        orderId: orNone(refersTo('order')),
      },
    }),
    ExecutionInterrupted: event({
      title: { sv: 'Avbrott i verkställigheten', en: 'Execution interrupted' },
      fields: {
        executionId: about('execution'),
        reason: text('Reason', 'Reason'),
      },
    }),
    ExecutionResumed: event({
      title: { sv: 'Verkställigheten återupptagen', en: 'Execution resumed' },
      fields: {
        executionId: about('execution'),
      },
    }),
    ExecutionEnded: event({
      title: { sv: 'Verkställigheten avslutad', en: 'Execution ended' },
      fields: {
        executionId: about('execution'),
        reason: text('Reason', 'Reason'),
      },
    }),
    ExecutionPostponedByPerson: event({
      title: {
        sv: 'Verkställigheten uppskjuten på den enskildes egen begäran (SoL 35:5)',
        en: 'Execution postponed at the person’s own request',
      },
      permission: 'execution.record',
      fields: {
        decisionId: about('decision'),
        until: optional(day('Until', 'Until')),
      },
    }),
    UnexecutedReported: event({
      title: {
        sv: 'Ej verkställt beslut rapporterat (LSS 28 f §, SoL 34:1)',
        en: 'Unexecuted decision reported',
      },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        decisionId: about('decision'),
        executionId: orNone(refersTo('execution')),
        quarter: quarter('Quarter', 'Quarter'),
        to: codes(REPORT_RECEIVERS, 'To', 'To'),
      },
    }),
    ExecutionDateReported: event({
      title: { sv: 'Dag för verkställighet anmäld (LSS 28 g §, SoL 34:2)', en: 'Date of execution reported' },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        decisionId: about('decision'),
        to: codes(REPORT_RECEIVERS, 'To', 'To'),
      },
    }),
    NonPerformanceLearned: event({
      title: { sv: 'Utebliven insats har blivit känd', en: 'Learnt that the measure was not performed' },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        orderId: about('order'),
        firstMissedOn: day('First missed on', 'First missed on'),
        source: code(NON_PERFORMANCE_SOURCES, 'Source', 'Source'),
      },
    }),
    DeviationReported: event({
      title: { sv: 'Avvikelse rapporterad av utföraren', en: 'Deviation reported by the provider' },
      whileClosed: true,
      fields: {
        deviationId: creates('deviation'),
        orderId: about('order'),
        firstMissedOn: day('First missed on', 'First missed on'),
        text: optional(text('Text', 'Text')),
      },
    }),
    DeviationHandled: event({
      title: { sv: 'Avvikelse omhändertagen', en: 'Deviation handled' },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        deviationId: about('deviation'),
        action: text('Action', 'Action'),
      },
    }),
    PerformerRecorded: event({
      title: { sv: 'Utförande person antecknad', en: 'Performer recorded' },
      fields: {
        performerId: creates('performer'),
        orderId: orNone(refersTo('order')),
        partyId: refersTo('party'),
        kind: code(PERFORMER_KINDS, 'Kind', 'Kind'),
        learnedOn: optional(day('Learned on', 'Learned on')),
      },
    }),
    PerformerEnded: event({
      title: { sv: 'Utförande person har slutat', en: 'Performer ended' },
      fields: {
        performerId: about('performer'),
        reason: optional(text('Reason', 'Reason')),
      },
    }),
    RegisterCheckNoted: event({
      title: { sv: 'Registerutdrag visat (lag 2026:43)', en: 'Register check noted' },
      fields: {
        performerId: about('performer'),
        shown: flag('Shown', 'Shown'),
      },
    }),
    RelativeEmploymentAsked: event({
      title: {
        sv: 'Utföraren har frågat om anhöriganställning',
        en: 'Provider asked about employing a relative',
      },
      fields: {
        questionId: creates('question'),
        orderId: orNone(refersTo('order')),
        partyId: refersTo('party'),
        plannedFrom: optional(day('Planned from', 'Planned from')),
      },
    }),
    RelativeEmploymentAnswered: event({
      title: {
        sv: 'Frågan om anhöriganställning besvarad, med individuell bedömning',
        en: 'Question about employing a relative answered',
      },
      permission: 'execution.record',
      fields: {
        questionId: about('question'),
        answer: code(ANSWERS, 'Answer', 'Answer'),
        assessment: text('Assessment', 'Assessment'),
      },
    }),
    IndividualRiskAssessed: event({
      title: { sv: 'Individuell riskbedömning gjord', en: 'Individual risk assessed' },
      permission: 'execution.record',
      fields: {
        performerId: about('performer'),
        assessment: text('Assessment', 'Assessment'),
      },
    }),
  },
});

export type ExecutionEvent = EventsIn<typeof executionStep>;
