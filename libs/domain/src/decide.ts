import { applicationDeciders } from './application/application.decider';
import { assignmentDeciders } from './assignment/assignment.decider';
import { on } from './calendar';
import { caseDeciders } from './case/case.decider';
import { isClosedOn } from './case/case.facts';
import { all } from './checks';
import { declaredConditions } from './conditions';
import { consentDeciders } from './consent/consent.decider';
import { contactDeciders } from './contact/contact.decider';
import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from './decider';
import { entryDeciders } from './entry/entry.decider';
import { fileDeciders } from './file/file.decider';
import { followUpDeciders } from './follow-up/follow-up.decider';
import { gapDeciders } from './gap/gap.decider';
import type { EventId, ThingIds, ThingKind } from './ids';
import { individualPlanDeciders } from './individual-plan/individual-plan.decider';
import { investigationDeciders } from './investigation/investigation.decider';
import { orderDeciders } from './order/order.decider';
import { planDeciders } from './plan/plan.decider';
import { representativeDeciders } from './representative/representative.decider';
import { notBeforeService } from './served-decision';
import { withoutEntry } from './situation';
import { caseOf, createdIn, referencesIn } from './thing-ids';
import { SPECS, type PersonalFileEvent } from './vocabulary';

/**
 * Decides whether a step can be recorded. It refuses only what is impossible. A missing plan, a contact without consent or a reference that
 * is `null` is a fact, which the rules report. It returns a verdict for every well-formed command.
 */
export const decide = (command: Command, situation: Situation): Verdict =>
  all(
    possible(command, situation),
    notWhileClosed(command, situation),
    special(command, situation),
    notBeforeService(command, situation),
  );

/** As `decide`, but also accepts a step in a closed case, because corrections are often made after the case was closed. */
const decideAnew = (original: { readonly id: EventId }, command: Command, situation: Situation): Verdict => {
  const before = withoutEntry(situation, original.id);
  return all(possible(command, before), special(command, before));
};

const DECIDERS: Deciders<PersonalFileEvent> = {
  ...fileDeciders,
  ...entryDeciders(decideAnew),
  ...assignmentDeciders,
  ...representativeDeciders,
  ...consentDeciders,
  ...contactDeciders,
  ...caseDeciders,
  ...applicationDeciders,
  ...investigationDeciders,
  ...orderDeciders,
  ...planDeciders,
  ...followUpDeciders,
  ...individualPlanDeciders,
  ...gapDeciders,
};

/** The checks of the step itself: those that its declaration asks for, and its decider. */
const special = (command: Command, situation: Situation): Verdict =>
  all(
    declaredConditions(command, situation),
    (DECIDERS[command.type] as ((command: Command, situation: Situation) => Verdict) | undefined)?.(
      command,
      situation,
    ) ?? accept,
  );

/** The checks that apply to every step: its day, the file, its case, its ids. */
const possible = (command: Command, situation: Situation): Verdict =>
  all(
    onPossibleDay(command, situation),
    command.type === 'PersonalFileOpened' || situation.file.opened ? accept : refuse('FILE_NOT_OPEN', 'type'),
    inCase(command, situation),
    newIds(command, situation),
    knownIds(command, situation),
  );

const FIRST_DAY = on('1900-01-01');

const onPossibleDay = ({ occurredOn }: Command, { today }: Situation): Verdict =>
  occurredOn > today
    ? refuse('IN_THE_FUTURE', 'occurredOn', { today })
    : occurredOn < FIRST_DAY
      ? refuse('BEFORE_1900', 'occurredOn')
      : accept;

/**
 * The case must exist, and the thing that the step is about must belong to it. A thing that the step only refers to may belong to another
 * case, as when a decision renews one of an older case.
 */
const inCase = ({ type, caseId, data }: Command, { file }: Situation): Verdict => {
  const { about, caseId: names } = SPECS[type];
  if (names === 'self')
    return caseId === undefined || caseId === caseOf(type, caseId, data)
      ? accept
      : refuse('WRONG_CASE', 'caseId');
  if (caseId === undefined) return names === 'required' ? refuse('CASE_REQUIRED', 'caseId') : accept;
  if (!file.get('case', caseId)) return refuse('UNKNOWN_ID', 'caseId');
  if (names === 'optional' || about === undefined) return accept;
  const thing = file.get(about, (data as Record<string, unknown>)[`${about}Id`] as ThingIds[ThingKind]);
  return thing?.created.caseId === undefined || thing.created.caseId === caseId
    ? accept
    : refuse('WRONG_CASE', 'caseId');
};

/** A new thing must have an id that no thing of the file ever had. A part of a thing, such as a goal, may be given again with its own id. */
const newIds = ({ type, data }: Command, { taken, partOf }: Situation): Verdict => {
  const seen = new Set<string>();
  for (const part of createdIn(type, data)) {
    const saidAgain = part.partOf !== undefined && partOf.get(part.id) === part.partOf;
    if (seen.has(part.id) || (taken.has(part.id) && !saidAgain))
      return refuse('ID_TAKEN', `data.${part.path}`);
    seen.add(part.id);
  }
  return accept;
};

/** A reference must name a thing that exists already, or a part of the same event. */
const knownIds = ({ type, data }: Command, { existing }: Situation): Verdict => {
  const parts = new Map(
    createdIn(type, data).flatMap(({ kind, id, partOf }) => (partOf === undefined ? [] : [[id, kind]])),
  );
  const unknown = referencesIn(type, data).find(
    ({ kind, id }) => existing.get(id) !== kind && parts.get(id) !== kind,
  );
  return unknown ? refuse('UNKNOWN_ID', `data.${unknown.path}`) : accept;
};

const notWhileClosed = ({ type, caseId, occurredOn }: Command, { file }: Situation): Verdict => {
  const spec = SPECS[type];
  if (spec.whileClosed || spec.caseId === 'self') return accept;
  const theCase = file.get('case', caseId);
  return theCase && isClosedOn(theCase, occurredOn) ? refuse('CASE_CLOSED', 'occurredOn') : accept;
};
