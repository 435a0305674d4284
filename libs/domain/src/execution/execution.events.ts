import * as f from '../declare';

export const REPORT_RECEIVERS = f.codeList({
  ivo: ['IVO', 'The inspectorate (IVO)'],
  auditors: ['Kommunens revisorer', 'The municipal auditors'],
});
export const NON_PERFORMANCE_SOURCES = f.codeList({
  person: ['Den enskilde', 'The person'],
  relative: ['Anhörig', 'Relative'],
  provider: ['Utföraren', 'The provider'],
  followUp: ['Uppföljning', 'Follow-up'],
  other: ['Annat sätt', 'Another way'],
});
export const PERFORMER_KINDS = f.codeList({
  external: ['Externt rekryterad', 'Recruited externally'],
  relative: ['Anhörig', 'Relative'],
});
export const YES_OR_NO = f.codeList({ yes: ['Ja', 'Yes'], no: ['Nej', 'No'] });

const firstMissedOn = () =>
  f.day('Första uteblivna dagen', 'First day missed', {
    help: [
      'Då insatsen först inte utfördes enligt beställningen',
      'When it was first not performed as ordered',
    ],
  });

export const executionStep = f.step({
  title: { sv: 'Verkställighet', en: 'Execution' },
  permission: 'execution.report',
  case: 'required',
  events: {
    // Every decision has its own start, also one that renews another decision.
    ExecutionStarted: f.event({
      title: { sv: 'Verkställighet påbörjad', en: 'Execution started' },
      day: { sv: 'Första dagen insatsen utfördes', en: 'The first day on which the measure was performed' },
      fields: {
        executionId: f.creates('execution'),
        decisionId: f.orNone(
          f.refersTo('decision', 'Beslut som verkställs', 'Decision carried out', {
            help: [
              'Påbörjas en gång för varje beslut, också förlängda',
              'Once for each decision, renewals too',
            ],
          }),
        ),
        orderId: f.orNone(f.refersTo('order')),
      },
    }),
    ExecutionInterrupted: f.event({
      title: { sv: 'Avbrott i verkställigheten', en: 'Execution interrupted' },
      day: { sv: 'Första dagen insatsen inte utfördes', en: 'The first day on which it was not performed' },
      afterItsThing: true,
      fields: {
        executionId: f.about('execution'),
        reason: f.text('Skäl till avbrottet', 'Reason for the interruption', {
          help: ['Avbrott i tre månader rapporteras till IVO', 'Three months of it are reported to IVO'],
        }),
      },
    }),
    ExecutionResumed: f.event({
      title: { sv: 'Verkställigheten återupptagen', en: 'Execution resumed' },
      day: { sv: 'Första dagen insatsen utfördes igen', en: 'The first day on which it was performed again' },
      afterItsThing: true,
      fields: { executionId: f.about('execution') },
    }),
    ExecutionEnded: f.event({
      title: { sv: 'Verkställigheten avslutad', en: 'Execution ended' },
      day: { sv: 'Dagen insatsen upphörde', en: 'The day on which the measure ended' },
      afterItsThing: true,
      fields: {
        executionId: f.about('execution'),
        reason: f.text('Skäl till avslutet', 'Reason for the end'),
      },
    }),
    ExecutionPostponedByPerson: f.event({
      title: {
        sv: 'Verkställigheten uppskjuten på den enskildes egen begäran (SoL 35:5)',
        en: 'Execution postponed at the person’s own request',
      },
      day: { sv: 'Dagen den enskilde bad om uppskov', en: 'The day on which the person asked for it' },
      permission: 'execution.record',
      fields: {
        decisionId: f.about('decision'),
        until: f.optional(
          f.day('Uppskjuten till', 'Postponed until', {
            help: ['Tomt: tills den enskilde hör av sig', 'Empty: until the person says so'],
            notBefore: 'occurredOn',
          }),
        ),
      },
    }),
    UnexecutedReported: f.event({
      title: {
        sv: 'Ej verkställt beslut rapporterat (LSS 28 f §, SoL 34:1)',
        en: 'Unexecuted decision reported',
      },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        decisionId: f.about('decision'),
        executionId: f.orNone(
          f.refersTo('execution', 'Avbruten verkställighet', 'Interrupted execution', {
            help: ['När det är ett avbrott som rapporteras', 'Where it is an interruption that is reported'],
          }),
        ),
        quarter: f.quarter('Kvartal', 'Quarter', {
          help: ['År och kvartal, som 2026-Q2', 'Year and quarter, such as 2026-Q2'],
        }),
        to: f.codes(REPORT_RECEIVERS, 'Rapporterat till', 'Reported to'),
      },
    }),
    ExecutionDateReported: f.event({
      title: { sv: 'Dag för verkställighet anmäld (LSS 28 g §, SoL 34:2)', en: 'Date of execution reported' },
      day: { sv: 'Dagen det anmäldes', en: 'The day on which it was reported' },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        decisionId: f.about('decision'),
        to: f.codes(REPORT_RECEIVERS, 'Anmält till', 'Reported to'),
      },
    }),
    NonPerformanceLearned: f.event({
      title: { sv: 'Utebliven insats har blivit känd', en: 'Learnt that the measure was not performed' },
      day: { sv: 'Dagen handläggaren fick veta det', en: 'The day on which the case worker learnt of it' },
      permission: 'execution.record',
      whileClosed: true,
      fields: {
        orderId: f.about('order'),
        firstMissedOn: firstMissedOn(),
        source: f.code(NON_PERFORMANCE_SOURCES, 'Känt genom', 'Learnt from'),
      },
    }),
    DeviationReported: f.event({
      title: { sv: 'Avvikelse rapporterad av utföraren', en: 'Deviation reported by the provider' },
      day: { sv: 'Dagen utföraren hörde av sig', en: 'The day on which the provider reported it' },
      whileClosed: true,
      fields: {
        deviationId: f.creates('deviation'),
        orderId: f.about('order'),
        firstMissedOn: firstMissedOn(),
        text: f.optional(f.text('Vad som hände', 'What happened')),
      },
    }),
    DeviationHandled: f.event({
      title: { sv: 'Avvikelse omhändertagen', en: 'Deviation handled' },
      permission: 'execution.record',
      whileClosed: true,
      afterItsThing: true,
      fields: {
        deviationId: f.about('deviation'),
        action: f.text('Åtgärd', 'Action taken'),
      },
    }),
    PerformerRecorded: f.event({
      title: { sv: 'Utförarens personal antecknad', en: 'Performer recorded' },
      day: { sv: 'Dagen personen började utföra insatsen', en: 'The day on which the performer began' },
      fields: {
        performerId: f.creates('performer'),
        orderId: f.orNone(f.refersTo('order')),
        partyId: f.refersTo('party', 'Vem som utför insatsen', 'Who performs the measure'),
        kind: f.code(PERFORMER_KINDS, 'Relation till den enskilde', 'Relation to the person', {
          help: [
            'Utföraren ska ha frågat innan en anhörig börjar',
            'The provider asks before a relative begins',
          ],
        }),
        learnedOn: f.optional(
          f.day('Handläggaren fick veta', 'The case worker learnt of it', {
            help: ['Om det var senare än starten', 'If later than the start'],
          }),
        ),
      },
    }),
    PerformerEnded: f.event({
      title: { sv: 'Utförarens personal har slutat', en: 'Performer ended' },
      day: { sv: 'Dagen personen slutade utföra insatsen', en: 'The day on which the performer stopped' },
      afterItsThing: true,
      fields: {
        performerId: f.about('performer'),
        reason: f.optional(f.text('Skäl', 'Reason')),
      },
    }),
    // Records that the extract was shown. Its content must not be recorded, so there is no field for it.
    RegisterCheckNoted: f.event({
      title: { sv: 'Registerutdrag visat (lag 2026:43)', en: 'Register check noted' },
      fields: {
        performerId: f.about('performer'),
        shown: f.flag('Utdraget har visats', 'The extract was shown', {
          help: ['Innehållet får inte antecknas', 'What it says may not be recorded'],
        }),
      },
    }),
    RelativeEmploymentAsked: f.event({
      title: {
        sv: 'Utföraren har frågat om anhöriganställning',
        en: 'Provider asked about employing a relative',
      },
      fields: {
        questionId: f.creates('question'),
        orderId: f.orNone(f.refersTo('order')),
        partyId: f.refersTo('party', 'Anhörig som ska anställas', 'Relative to be employed'),
        plannedFrom: f.optional(f.day('Planerad start', 'Planned start')),
      },
    }),
    RelativeEmploymentAnswered: f.event({
      title: {
        sv: 'Frågan om anhöriganställning besvarad, med individuell bedömning',
        en: 'Question about employing a relative answered',
      },
      permission: 'execution.record',
      afterItsThing: true,
      fields: {
        questionId: f.about('question'),
        answer: f.code(YES_OR_NO, 'Svar till utföraren', 'Answer to the provider'),
        assessment: f.text('Individuell bedömning', 'Individual assessment', {
          help: ['Också om syftet med insatsen motverkas', 'Also whether it works against the purpose'],
        }),
      },
    }),
    IndividualRiskAssessed: f.event({
      title: { sv: 'Individuell riskbedömning gjord', en: 'Individual risk assessed' },
      permission: 'execution.record',
      fields: {
        performerId: f.about('performer'),
        assessment: f.text('Riskbedömning', 'Risk assessment', {
          help: [
            'När den som utför också företräder eller bor med den enskilde',
            'Where the performer also represents the person or lives with the person',
          ],
        }),
      },
    }),
  },
});
