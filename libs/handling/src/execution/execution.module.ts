import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  DeviationHandledDto,
  DeviationReportedDto,
  ExecutionDateReportedDto,
  ExecutionPostponedByPersonDto,
  ExecutionResumedDto,
  ExecutionStartedDto,
  ExecutionStoppedDto,
  IndividualRiskAssessedDto,
  NonPerformanceLearnedDto,
  PerformerEndedDto,
  PerformerRecordedDto,
  RegisterCheckNotedDto,
  RelativeEmploymentAnsweredDto,
  RelativeEmploymentAskedDto,
  UnexecutedReportedDto,
} from './execution.dto';

const executionStep = defineStep(
  'execution',
  { sv: 'Verkställighet', en: 'Execution' },
  {
    ExecutionStarted: {
      title: { sv: 'Verkställighet påbörjad', en: 'Execution started' },
      dto: ExecutionStartedDto,
      permission: 'execution.report',
    },
    ExecutionInterrupted: {
      title: { sv: 'Avbrott i verkställigheten', en: 'Execution interrupted' },
      dto: ExecutionStoppedDto,
      permission: 'execution.report',
    },
    ExecutionResumed: {
      title: { sv: 'Verkställigheten återupptagen', en: 'Execution resumed' },
      dto: ExecutionResumedDto,
      permission: 'execution.report',
    },
    ExecutionEnded: {
      title: { sv: 'Verkställigheten avslutad', en: 'Execution ended' },
      dto: ExecutionStoppedDto,
      permission: 'execution.report',
    },
    ExecutionPostponedByPerson: {
      title: {
        sv: 'Verkställigheten uppskjuten på den enskildes egen begäran (SoL 35:5)',
        en: 'Execution postponed at the person’s own request',
      },
      dto: ExecutionPostponedByPersonDto,
      permission: 'execution.record',
    },
    UnexecutedReported: {
      title: {
        sv: 'Ej verkställt beslut rapporterat (LSS 28 f §, SoL 34:1)',
        en: 'Unexecuted decision reported',
      },
      dto: UnexecutedReportedDto,
      permission: 'execution.record',
    },
    ExecutionDateReported: {
      title: { sv: 'Dag för verkställighet anmäld (LSS 28 g §, SoL 34:2)', en: 'Date of execution reported' },
      dto: ExecutionDateReportedDto,
      permission: 'execution.record',
    },
    NonPerformanceLearned: {
      title: { sv: 'Utebliven insats har blivit känd', en: 'Learnt that the measure was not performed' },
      dto: NonPerformanceLearnedDto,
      permission: 'execution.record',
    },
    DeviationReported: {
      title: { sv: 'Avvikelse rapporterad av utföraren', en: 'Deviation reported by the provider' },
      dto: DeviationReportedDto,
      permission: 'execution.report',
    },
    DeviationHandled: {
      title: { sv: 'Avvikelse omhändertagen', en: 'Deviation handled' },
      dto: DeviationHandledDto,
      permission: 'execution.record',
    },
    PerformerRecorded: {
      title: { sv: 'Utförande person antecknad', en: 'Performer recorded' },
      dto: PerformerRecordedDto,
      permission: 'execution.report',
    },
    PerformerEnded: {
      title: { sv: 'Utförande person har slutat', en: 'Performer ended' },
      dto: PerformerEndedDto,
      permission: 'execution.report',
    },
    RegisterCheckNoted: {
      title: { sv: 'Registerutdrag visat (lag 2026:43)', en: 'Register check noted' },
      dto: RegisterCheckNotedDto,
      permission: 'execution.report',
    },
    RelativeEmploymentAsked: {
      title: {
        sv: 'Utföraren har frågat om anhöriganställning',
        en: 'Provider asked about employing a relative',
      },
      dto: RelativeEmploymentAskedDto,
      permission: 'execution.report',
    },
    RelativeEmploymentAnswered: {
      title: {
        sv: 'Frågan om anhöriganställning besvarad, med individuell bedömning',
        en: 'Question about employing a relative answered',
      },
      dto: RelativeEmploymentAnsweredDto,
      permission: 'execution.record',
    },
    IndividualRiskAssessed: {
      title: { sv: 'Individuell riskbedömning gjord', en: 'Individual risk assessed' },
      dto: IndividualRiskAssessedDto,
      permission: 'execution.record',
    },
  },
);

export const ExecutionModule = stepModule(executionStep);
