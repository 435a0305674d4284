import {
  addDays,
  addMonths,
  nextWorkday,
  type Act,
  type LocalDate,
  type MeasureCode,
  type PartyId,
  type PartyRelation,
} from '@rt/domain';
import type { Chance } from '../chance';
import { DISTRICTS, type District } from '../city';
import { callProfessional, callRelative } from '../course/contacts';
import type { Course, Handled } from '../course/course';
import { appliedBefore, handleApplication } from '../course/handle-application';
import { handleEarlier } from '../course/handle-earlier';
import { kindOf } from '../course/kinds';
import { assignWorker, handOver, recordHome, recordRelative } from '../course/open-file';
import { externalPerformer, relativePerformer } from '../course/performers';
import { workdayBefore } from '../course/workday';
import { FileWriter } from '../file-writer';
import type { People } from '../people/people';
import type { FileScript } from '../script';
import { registerAsGuardian, registerGuardian, writeBeside } from './beside';
import { BROKEN_PLOTS } from './broken.plots';
import type { BrokenRule, Plot, Sighted } from './plot';
import { SHOWN_PLOTS } from './shown.plots';
import { UNFINISHED_PLOTS } from './unfinished.plots';
import { DEADLINE_PLOTS, WHOLE_PLOTS } from './whole.plots';

/** A living file, and what the demo's summary says about it; the events of the file do not contain this. */
export interface LivingFile {
  readonly script: FileScript;
  readonly district: District;
  readonly breaks: readonly BrokenRule[];
  readonly sighted?: Sighted;
}

const PLOTS = [...BROKEN_PLOTS, ...DEADLINE_PLOTS, ...WHOLE_PLOTS, ...UNFINISHED_PLOTS, ...SHOWN_PLOTS];

/** Makes two years of handling in six districts, up to the evening before the day. */
export const livingFiles = (chance: Chance, people: People, day: LocalDate): readonly LivingFile[] =>
  PLOTS.map((plot, at) => {
    const inTurn = DISTRICTS[at % DISTRICTS.length] as District;
    const district = plot.district ?? inTurn;
    return writeFile(chance.fork(at), people, district, plot, day, at);
  });

const MEASURES: readonly (readonly [MeasureCode, Act])[] = [
  ['ledsagning', 'sol'],
  ['ledsagning', 'sol'],
  ['ledsagning', 'sol'],
  ['ledsagarservice', 'lss'],
  ['ledsagarservice', 'lss'],
  ['ledsagarservice', 'lss'],
  ['boendestod', 'sol'],
  ['boendestod', 'sol'],
  ['dagligVerksamhet', 'lss'],
  ['avlosarservice', 'lss'],
  ['sysselsattning', 'sol'],
];
const COMPANION = 6;

const writeFile = (
  chance: Chance,
  people: People,
  district: District,
  plot: Plot,
  day: LocalDate,
  at: number,
): LivingFile => {
  const [measure, act] = chance.pick(plot.companion ? MEASURES.slice(0, COMPANION) : MEASURES);
  const granted = chance.whole(...kindOf(measure).amounts);
  const decidedOn = plot.decidedOn?.(day) ?? workdayBefore(addDays(day, -chance.whole(...plot.decidedAgo)));
  const usuallyOn = appliedBefore(chance, decidedOn);
  // A renewal is applied for early enough for its investigation to begin sixty days before the earlier decision ends.
  const appliedAgo = plot.appliedBefore ?? (plot.renews ? 75 : undefined);
  const appliedOn = appliedAgo === undefined ? usuallyOn : workdayBefore(addDays(decidedOn, -appliedAgo));
  const earlierOn = workdayBefore(addDays(decidedOn, -chance.whole(400, 425)));
  const earlierAppliedOn = appliedBefore(chance, earlierOn);
  const openedOn = plot.renews ? earlierAppliedOn : appliedOn;
  const invented = people.person(chance, chance.pick(['female', 'male']), chance.whole(19, 78), openedOn);
  const person = plot.protectedIdentity ? { ...invented, protectedIdentity: true } : invented;
  const file = new FileWriter(`living/${day}/${at}`, chance, district, person, openedOn, day);

  const firstAssignment = assignWorker(file);
  const assignmentId = chance.happens(20)
    ? handOver(file, firstAssignment, workdayBefore(addDays(openedOn, chance.whole(25, 110))))
    : firstAssignment;
  const cohabits = recordHome(file, plot.home ?? chance.pick(['alone', 'alone', 'relatives'] as const));
  const representativeId = chance.happens(10) ? registerGuardian(file) : undefined;
  const basics = { measure, act, granted };
  const earlier = plot.renews
    ? handleEarlier(file, { ...basics, appliedOn: earlierAppliedOn, decidedOn: earlierOn }, decidedOn)
    : undefined;
  const changed = plot.course?.(day) ?? {};
  const course: Course = {
    ...basics,
    appliedOn,
    decidedOn,
    outcome: 'approval',
    requested: changed.outcome === undefined ? granted : granted + 4,
    ...(chance.happens(40) && { grantedTo: addDays(addMonths(decidedOn, 24), -1) }),
    ...(earlier && { renews: earlier }),
    ...(representativeId && { representativeId }),
    childrenAtHome: plot.home === 'children',
    relativesAtHome: cohabits.length > 0,
    expenseAllowance: chance.pick(['decided', 'notRelevant', 'forgotten'] as const),
    order: { plan: { renewed: true } },
    ...changed,
  };
  const handled = handleApplication(file, course);
  involveOthers(file, plot, handled, cohabits);
  plot.then?.({ file, handled, assignmentId, day });
  writeBeside(file, course, handled, cohabits);
  return {
    script: file.script(),
    district,
    breaks: plot.breaks,
    ...(plot.sight && { sighted: { caseId: handled.caseId, sight: plot.sight } }),
  };
};

const CLOSE: readonly PartyRelation[] = ['sibling', 'parent', 'child'];

const involveOthers = (
  file: FileWriter,
  plot: Plot,
  handled: Handled,
  cohabits: readonly PartyId[],
): void => {
  const { chance } = file;
  const relative = (sex: 'female' | 'male') =>
    plot.sight
      ? recordRelative(file, 'sibling', true, sex)
      : ((plot.home === 'relatives' ? cohabits[0] : undefined) ??
        recordRelative(file, chance.pick(CLOSE), true));
  const day = workdayBefore(addDays(handled.decidedOn, chance.whole(15, 30)));
  if (plot.callsRelative) callRelative(file, relative('male'), day, plot.callsRelative);
  if (plot.callsProfessional) callProfessional(file, day, plot.callsProfessional);
  const { ordered } = handled;
  if (!ordered) return;
  if (plot.relativeEmployed) {
    const partyId = relative('female');
    relativePerformer(file, ordered, partyId, plot.relativeEmployed, plot.riskAssessed);
    if (plot.performerBecomesGuardian && ordered.beganOn)
      registerAsGuardian(file, partyId, nextWorkday(addDays(ordered.beganOn, 20)));
  } else if (chance.happens(60)) externalPerformer(file, ordered);
};
