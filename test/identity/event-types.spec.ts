import { EVENT_TYPES, RECORDING_PERMISSIONS, type PersonalFileEventType } from '@rt/domain';
import { definitionOf } from '@rt/handling';
import { mayDo, RELATIONS, ROLES } from '@rt/identity';
import { FILE_PERMISSIONS, GENERAL_PERMISSIONS } from '../../libs/identity/src/permissions.fixture';

/** Roles and relations, and the event types that they may record. A pair that is not named for a type may not record it. */
const RECORDED_BY: Record<string, string> = {
  'caseWorker assigned, caseWorker substitute, caseWorker sameUnit, unitManager sameUnit, provider addressed':
    'MalpracticeReported',
  'caseWorker assigned, caseWorker substitute, caseWorker sameUnit, unitManager sameUnit': `
    PartyRecorded PartyChanged ContactMade ContactGroundRecorded`,
  'caseWorker assigned, caseWorker substitute, unitManager sameUnit': `
    PersonDetailsChanged HouseholdRecorded NoteWritten DocumentReceived DeathRecorded CorrectionClaimNoted FormatNeedRecorded LongTermPlanRecorded
    RelativeSupportInformed EntryCorrected EntryRetracted CaseOpened CaseClosed CaseReopened
    DecisionMade DecisionServed DecisionChanged DecisionCorrected AppealReceived AppealTimelinessChecked AppealForwarded
    AppealDecided ExpenseAllowanceDecided ExpenseAllowanceNotRelevant AdvanceDecisionMade AdvanceServiceAvailable
    AdvanceDecisionUsed AdvanceDecisionLapsed GapAcknowledged GapAcknowledgementWithdrawn JudgementRecorded
    ReminderSet ReminderMoved ReminderDone ReminderDropped`,
  'caseWorker assigned, unitManager sameUnit': 'CaseWorkerAssigned CaseWorkerUnassigned',
  'unitManager sameUnit': `
    EntryRedacted FilePreserved ErasurePaused ErasureResumed
    MalpracticeInvestigationStarted MalpracticeInvestigated MalpracticeJudgedSerious IvoNotified`,
  'caseWorker assigned, caseWorker substitute, provider addressed': `
    PlanReceived ExecutionStarted ExecutionInterrupted ExecutionResumed ExecutionEnded DeviationReported
    PerformerRecorded PerformerEnded RegisterCheckNoted RelativeEmploymentAsked
    ProviderFollowUpReceived ProviderDataReceived`,
  'caseWorker assigned, caseWorker substitute': `
    HandoverAcknowledged RepresentativeRegistered RepresentativeEnded RegisterExtractReceived
    ConsentGiven ConsentRenewed ConsentWithdrawn
    ApplicationReceived ApplicationWithdrawn InformationReceived DelayNoticeSent RequestToDecideReceived RequestToDecideRejected
    InvestigationOpened InvestigationCompleted InvestigationRevised CommunicationSent CommunicationAnswered ChildImpactAssessed
    OrderSent OrderRevised OrderCancelled ProviderReminded PlanReturned PlanApproved
    ExecutionPostponedByPerson UnexecutedReported ExecutionDateReported NonPerformanceLearned DeviationHandled
    RelativeEmploymentAnswered IndividualRiskAssessed
    FollowUpDocumented ProviderDataRequested
    IndividualPlanOffered IndividualPlanRequested IndividualPlanMade IndividualPlanReviewed
    CoordinatedPlanNeeded CoordinatedPlanConsented CoordinatedPlanStarted CoordinatedPlanMade
    ViolenceQuestionsAsked ViolenceQuestionsNotSuitable`,
};

const OPENS_A_FILE: PersonalFileEventType = 'PersonalFileOpened';

const standings = ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation })));
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

const expectedFor = (type: PersonalFileEventType): string[] => {
  const found = Object.entries(RECORDED_BY).filter(([, types]) => words(types).includes(type));
  return found.flatMap(([who]) => who.split(', '));
};

describe('who may record what', () => {
  it('every permission of the write side stands in the permission table', () => {
    const known: readonly string[] = [...FILE_PERMISSIONS, ...GENERAL_PERMISSIONS];
    expect(RECORDING_PERMISSIONS.filter((permission) => !known.includes(permission))).toEqual([]);
  });

  it('is said here of every event type, once', () => {
    const said = Object.values(RECORDED_BY).flatMap(words);
    expect([...said, OPENS_A_FILE].toSorted()).toEqual([...EVENT_TYPES].toSorted());
  });

  it.each(EVENT_TYPES.filter((type) => type !== OPENS_A_FILE))('%s', (type) => {
    const { permission } = definitionOf(type);
    const allowed = standings.filter((standing) => mayDo({ ...standing, permission }).allowed);
    expect(allowed.map(({ role, relation }) => `${role} ${relation}`)).toEqual(expectedFor(type));
  });

  it('a file is opened by case workers and unit managers, in their own unit', () => {
    const { permission } = definitionOf(OPENS_A_FILE);
    const opening = ROLES.map((role) => mayDo({ role, relation: 'none', permission }));
    expect(opening.map((answer) => answer.allowed && answer.reach)).toEqual([
      'unit',
      'unit',
      false,
      false,
      false,
      false,
    ]);
  });

  it('an inspector, and a user without a relation to the file, may record nothing in it', () => {
    const written = RECORDING_PERMISSIONS.filter(
      (permission) => !(GENERAL_PERMISSIONS as readonly string[]).includes(permission),
    );
    const outside = standings.filter(({ role, relation }) => role === 'inspector' || relation === 'none');
    const allowed = written.flatMap((permission) =>
      outside.filter((standing) => mayDo({ ...standing, permission }).allowed),
    );
    expect(written.length).toBeGreaterThan(20);
    expect(allowed).toEqual([]);
  });
});
