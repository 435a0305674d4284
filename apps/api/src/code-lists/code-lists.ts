import * as d from '@rt/domain';
import { SECTION_TITLES } from '@rt/read-models';
import { STATUS_WORDS } from '@rt/rules';
import { CASE_STATE_WORDS, KIND_WORDS, NOTICE_KIND_WORDS, SEVERITY_WORDS } from './words';

type Labels = Readonly<Record<string, d.Text>>;

/** Every list of codes of the program, by name: those of the events, then those of the answers. The municipality's own lists are added when asked for. */
export const CODE_LISTS: Readonly<Record<string, Labels>> = {
  identityKinds: d.IDENTITY_KINDS.labels,
  sexes: d.SEXES.labels,
  subjects: d.SUBJECTS.labels,
  channels: d.CHANNELS.labels,
  formats: d.FORMATS.labels,
  extentUnits: d.EXTENT_UNITS.labels,
  periods: d.PERIODS.labels,
  outcomes: d.OUTCOMES.labels,
  acts: d.ACTS.labels,
  partyKinds: d.PARTY_KINDS.labels,
  partyRelations: d.PARTY_RELATIONS.labels,
  assignmentRoles: d.ASSIGNMENT_ROLES.labels,
  representativeKinds: d.REPRESENTATIVE_KINDS.labels,
  consentCategories: d.CONSENT_CATEGORIES.labels,
  consentForms: d.CONSENT_FORMS.labels,
  contactDirections: d.DIRECTIONS.labels,
  closingReasons: d.CLOSING_REASONS.labels,
  applicantKinds: d.APPLICANT_KINDS.labels,
  areaStates: d.AREA_STATES.labels,
  rejectionGrounds: d.REJECTION_GROUNDS.labels,
  appealOutcomes: d.APPEAL_OUTCOMES.labels,
  courts: d.COURTS.labels,
  providerForms: d.PROVIDER_FORMS.labels,
  goalLevels: d.GOAL_LEVELS.labels,
  goalDirections: d.GOAL_DIRECTIONS.labels,
  reportReceivers: d.REPORT_RECEIVERS.labels,
  nonPerformanceSources: d.NON_PERFORMANCE_SOURCES.labels,
  performerKinds: d.PERFORMER_KINDS.labels,
  yesOrNo: d.YES_OR_NO.labels,
  followUpWays: d.FOLLOW_UP_WAYS.labels,
  degrees: d.DEGREES.labels,
  attainments: d.ATTAINMENTS.labels,
  notSuitableReasons: d.NOT_SUITABLE_REASONS.labels,
  judgements: d.JUDGEMENTS.labels,
  samplingUnits: d.SAMPLING_UNITS.labels,
  ruleScopes: d.RULE_SCOPES.labels,
  eventTypes: d.TITLES,
  steps: Object.fromEntries(Object.entries(d.STEPS).map(([step, { title }]) => [step, title])),
  statuses: STATUS_WORDS,
  severities: SEVERITY_WORDS,
  ruleKinds: KIND_WORDS,
  noticeKinds: NOTICE_KIND_WORDS,
  caseStates: CASE_STATE_WORDS,
  sections: SECTION_TITLES,
};

export const listedCodes = (labels: Labels) =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));
