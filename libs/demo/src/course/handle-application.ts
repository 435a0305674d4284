import {
  addDays,
  nextWorkday,
  weekdaysAfter,
  type AreaAnswer,
  type CaseId,
  type DecisionContent,
  type DecisionId,
  type InvestigationContent,
  type InvestigationId,
  type LocalDate,
} from '@rt/domain';
import type { Chance } from '../chance';
import type { FileWriter } from '../file-writer';
import {
  withPronouns,
  ALTERNATIVES,
  AREA_TEXTS,
  CHILD_IMPACT,
  NEEDS,
  NOT_MET_OTHERWISE,
  PARTIAL_REASONS,
  REJECTION_REASONS,
  RELATIVES_PERSPECTIVE,
  RESOURCES,
} from '../texts/investigation.texts';
import type { Theme } from '../texts/theme';
import type { Course, Handled } from './course';
import { extentOf, kindOf, lawOn } from './kinds';
import { sendOrder } from './send-order';
import { workdayBefore } from './workday';

/** A possible day for the application: early enough for the steps between it and the decision. */
export const appliedBefore = (chance: Chance, decidedOn: LocalDate): LocalDate =>
  workdayBefore(addDays(decidedOn, -chance.whole(42, 75)));

/** Records all steps of one application: application, investigation, decision, order, plan, execution, follow-up. */
export const handleApplication = (file: FileWriter, course: Course): Handled => {
  const { chance } = file;
  const themes = chance.shuffled(kindOf(course.measure).themes).slice(0, chance.whole(1, 2));
  const facts = chance.shuffled(NEEDS).slice(0, chance.whole(1, 2));
  const applied = receiveApplication(file, course, themes);
  const investigationId = investigate(file, course, applied, themes, facts);
  const decision = decide(file, course, applied, investigationId, themes, facts);
  const { decisionId } = decision.data;
  const handled = { ...applied, investigationId, decisionId, decision, decidedOn: course.decidedOn };
  if (course.outcome === 'rejection' || course.order === null) return handled;
  return { ...handled, ordered: sendOrder(file, course, decisionId, themes, course.order ?? {}) };
};

type Applied = Pick<Handled, 'caseId' | 'applicationId'>;

const receiveApplication = (file: FileWriter, course: Course, themes: readonly Theme[]): Applied => {
  const { chance } = file;
  const { appliedOn } = course;
  const caseId = course.renews?.caseId ?? file.id<CaseId>();
  file.caseId = caseId;
  if (!course.renews)
    file.log('CaseOpened', appliedOn, {
      caseId,
      caseNumber: `${appliedOn.slice(0, 4)}-${chance.whole(10_000, 99_999)}`,
      measure: course.measure,
    });
  const applicationId = file.id<Handled['applicationId']>();
  file.log('ApplicationReceived', appliedOn, {
    applicationId,
    law: lawOn(course.measure, course.act, appliedOn),
    measure: course.measure,
    requestedExtent: extentOf(
      course.measure,
      course.requested,
      themes.map(({ activity }) => activity),
    ),
    applicant:
      course.requestedBy === 'somebodyElse'
        ? { kind: 'party', representativeId: null, partyId: null }
        : {
            kind: course.representativeId ? 'representative' : 'person',
            representativeId: course.representativeId ?? null,
            partyId: null,
          },
    channel: chance.pick(['letter', 'phone', 'digital', 'meeting'] as const),
    text: `Ansöker om ${kindOf(course.measure).name.toLowerCase()} för att kunna ${themes[0]?.wish}.`,
  });
  return { caseId, applicationId };
};

const investigate = (
  file: FileWriter,
  course: Course,
  { applicationId }: Applied,
  themes: readonly Theme[],
  facts: readonly string[],
): InvestigationId | null => {
  const { chance } = file;
  const kind = course.investigation ?? 'current';
  if (kind === 'none') return null;
  if (kind === 'outdated') return course.renews?.investigationId ?? null;
  const investigationId = file.id<InvestigationId>();
  const openedAfter = chance.whole(1, 3);
  file.log('InvestigationOpened', weekdaysAfter(course.appliedOn, course.investigationAfter ?? openedAfter), {
    investigationId,
    applicationId,
    informationId: null,
    renewsDecisionId: course.renews?.decisionId ?? null,
  });
  const completedOn =
    kind === 'afterwards'
      ? weekdaysAfter(course.decidedOn, chance.whole(4, 15))
      : workdayBefore(
          addDays(
            course.decidedOn,
            -(course.outcome === 'approval' ? chance.whole(1, 9) : chance.whole(17, 22)),
          ),
        );
  file.log('InvestigationCompleted', completedOn, {
    investigationId,
    ...investigationContent(file, course, themes, facts, completedOn),
  });
  if (course.outcome !== 'approval' && course.communication !== 'never')
    file.log('CommunicationSent', completedOn, {
      investigationId,
      answerBy: addDays(completedOn, 14),
      channel: 'letter',
    });
  return investigationId;
};

const investigationContent = (
  { chance, person }: FileWriter,
  course: Course,
  themes: readonly Theme[],
  facts: readonly string[],
  writtenOn: LocalDate,
): InvestigationContent => {
  const told = course.told ?? 'all';
  const their = (text: string) => withPronouns(person.sex, text);
  const wishes = themes.map(({ wish }) => wish).join(' och ');
  const areas = Object.entries(AREA_TEXTS).map(([area, texts]): AreaAnswer =>
    chance.happens(80)
      ? { area, state: 'answered', text: their(chance.pick(texts)), writtenOn }
      : { area, state: chance.pick(['declined', 'notApplicable'] as const) },
  );
  return {
    areas,
    ...(told !== 'noInterests' && {
      interests: their(
        `Hon berättar att hon tycker om ${themes.map(({ interest }) => interest).join(' samt ')}.`,
      ),
    }),
    ...(told !== 'noResources' && { resources: their(chance.pick(RESOURCES)) }),
    ...((told === 'all' || told === 'noInterests' || told === 'noResources') && {
      wishes: their(`Hon vill ${wishes}.`),
    }),
    expressesNoWishes: told === 'expressesNone',
    ...(course.childrenAtHome && { childImpact: chance.pick(CHILD_IMPACT) }),
    ...(course.relativesAtHome &&
      chance.happens(30) && { relativesPerspective: chance.pick(RELATIVES_PERSPECTIVE) }),
    ...(chance.happens(50) && { alternativesTried: chance.pick(ALTERNATIVES) }),
    healthCareInvolved: chance.happens(30),
    coordinatedPlanConsidered: chance.happens(40) ? chance.happens(30) : null,
    ...(course.grounds !== 'noAssessment' && {
      assessment: their(
        `${facts[0]} Hon har därför behov av stöd för att kunna ${wishes}. ${chance.pick(NOT_MET_OTHERWISE)}`,
      ),
    }),
  };
};

const decide = (
  file: FileWriter,
  course: Course,
  { applicationId }: Applied,
  investigationId: InvestigationId | null,
  themes: readonly Theme[],
  facts: readonly string[],
): Handled['decision'] => {
  const { chance } = file;
  const decisionId = course.decisionId ?? file.id<DecisionId>();
  const data = {
    decisionId,
    applicationId,
    investigationId,
    previousDecisionId: course.renews?.decisionId ?? null,
    ...decisionContent(file, course, themes, facts),
  };
  const entry = file.log('DecisionMade', course.decidedOn, data);
  const servedAfter = chance.whole(0, 4);
  const how = chance.pick(['letter', 'letter', 'digital', 'meeting'] as const);
  if (course.notice !== 'never')
    file.log('DecisionServed', weekdaysAfter(course.decidedOn, course.notice === 'late' ? 12 : servedAfter), {
      decisionId,
      how,
    });
  if (course.act === 'lss' && course.outcome !== 'rejection' && course.individualPlan !== 'never')
    file.log('IndividualPlanOffered', nextWorkday(addDays(course.decidedOn, 5)), {
      decisionId,
      accepted: chance.fork('individual plan').happens(20),
    });
  if (course.expenseAllowance === 'decided')
    file.log('ExpenseAllowanceDecided', weekdaysAfter(course.decidedOn, chance.whole(2, 15)), {
      decisionId,
      granted: chance.happens(85),
    });
  if (course.expenseAllowance === 'notRelevant')
    file.log('ExpenseAllowanceNotRelevant', weekdaysAfter(course.decidedOn, chance.whole(2, 15)), {
      decisionId,
      reason: 'Den enskilde har informerats och uppger att inga omkostnader är aktuella.',
    });
  return { entry, data };
};

const decisionContent = (
  file: FileWriter,
  course: Course,
  themes: readonly Theme[],
  facts: readonly string[],
): DecisionContent => {
  const { chance, person } = file;
  const { measure, outcome, decidedOn, grantedTo, grounds } = course;
  const activities = themes.map(({ activity }) => activity);
  const law = lawOn(measure, course.act, decidedOn);
  return {
    law,
    measure,
    outcome,
    requestedExtent: extentOf(measure, course.requested, activities),
    grantedExtent: outcome === 'rejection' ? null : extentOf(measure, course.granted, activities),
    ...(outcome !== 'rejection' && { from: decidedOn, ...(grantedTo && { to: grantedTo }) }),
    ...(grounds !== 'noReasons' && { reasons: withPronouns(person.sex, reasonsFor(course, themes, chance)) }),
    decisiveFacts: grounds === 'noFacts' ? [] : facts,
    provisions: [law],
    decidedBy: file.workerOn(decidedOn),
    tookPart: [],
    howToAppeal: true,
    ...(outcome !== 'approval' && {
      rejectionGround: chance.pick([
        'needMetOtherwise',
        'needNotShown',
        'reasonableLivingConditionsMet',
      ] as const),
    }),
  };
};

const reasonsFor = (course: Course, themes: readonly Theme[], chance: Chance): string => {
  if (course.outcome === 'rejection') return chance.pick(REJECTION_REASONS);
  const { unit, per } = kindOf(course.measure);
  const often = `${course.granted} ${unit === 'days' ? 'dagar' : 'timmar'} i ${per === 'week' ? 'veckan' : 'månaden'}`;
  const granted = chance.pick([
    `Hon bedöms ha behov av stöd för att kunna ${themes[0]?.wish}. ${often} motsvarar aktiviteten med resor.`,
    `Behovet kan inte tillgodoses på annat sätt. ${often} beviljas för att hon ska kunna ${themes[0]?.wish}.`,
    `Med ${often} kan hon ${themes[0]?.wish}, vilket behövs för att hon ska kunna leva som andra.`,
  ]);
  return course.outcome === 'partialRejection' ? `${granted} ${chance.pick(PARTIAL_REASONS)}` : granted;
};
