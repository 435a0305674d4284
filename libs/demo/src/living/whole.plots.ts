import { addDays, addMonths, nextWorkday, weekdaysAfter, type AppealId, type LocalDate } from '@rt/domain';
import { callRelative } from '../course/contacts';
import { recordRelative } from '../course/open-file';
import { workdayBefore } from '../course/workday';
import type { Plot, FileInProgress } from './plot';

const whole = (decidedAgo: Plot['decidedAgo'], rest: Partial<Plot> = {}): Plot => ({
  breaks: [],
  decidedAgo,
  ...rest,
});

/** Days from the day of the demo to a deadline. */
const TODAY = 0;
const TOMORROW = 1;
const NEXT_WEEK = 7;

const orderSent = (
  sentOn: (day: LocalDate) => LocalDate,
  plan: 'none' | ((day: LocalDate) => LocalDate),
): Plot =>
  whole([0, 0], {
    decidedOn: (day) => workdayBefore(addDays(sentOn(day), -2)),
    course: (day) => ({
      order: {
        sentOn: sentOn(day),
        plan: plan === 'none' ? null : { receivedOn: plan(day), reviewAfterDays: null },
        beginsAfterDays: null,
      },
    }),
  });

/** The fifteen days for a plan end `ahead` days after the day of the demo. */
const planDue = (ahead: number): Plot => orderSent((day) => addDays(day, ahead - 15), 'none');
/** The ten days to review a plan end `ahead` days after the day of the demo. */
const reviewDue = (ahead: number): Plot =>
  orderSent(
    (day) => addDays(day, ahead - 20),
    (day) => addDays(day, ahead - 10),
  );
/** The first day from which a period of this many months does not end before `day`. Example: half a year from 30 June ends on 30 December. */
const monthsBefore = (day: LocalDate, months: number): LocalDate => {
  const from = addMonths(day, -months);
  return addMonths(from, months) < day ? addDays(from, 1) : from;
};

/** The half year to the first follow-up ends `ahead` days after the day of the demo. */
const followUpDue = (ahead: number): Plot => {
  const beganOn = (day: LocalDate) => monthsBefore(addDays(day, ahead), 6);
  return whole([0, 0], {
    decidedOn: (day) => workdayBefore(addDays(beganOn(day), -18)),
    course: (day) => ({ order: { beganOn: beganOn(day), followUps: 'none', plan: { renewed: true } } }),
  });
};
/** The week to send an order ends `ahead` days after the day of the demo. */
const orderDue = (ahead: number): Plot =>
  whole([0, 0], {
    decidedOn: (day) => nextWorkday(addDays(day, ahead - 7)),
    course: () => ({ order: null }),
  });
/** The plan becomes a year old `ahead` days after the day of the demo. */
const renewalDue = (ahead: number): Plot => {
  const approvedOn = (day: LocalDate) => monthsBefore(addDays(day, ahead), 12);
  return whole([0, 0], {
    decidedOn: (day) => workdayBefore(addDays(approvedOn(day), -10)),
    course: (day) => ({
      order: {
        sentOn: addDays(approvedOn(day), -8),
        plan: { receivedOn: approvedOn(day), reviewAfterDays: 0 },
      },
    }),
  });
};

export const DEADLINE_PLOTS: readonly Plot[] = [
  ...[TODAY, TODAY, TOMORROW, TOMORROW, 4, NEXT_WEEK, NEXT_WEEK + 1, NEXT_WEEK + 3].map(planDue),
  ...[TODAY, TOMORROW, 5, NEXT_WEEK + 1].map(reviewDue),
  ...[TODAY, TOMORROW, NEXT_WEEK, NEXT_WEEK + 2].map(followUpDue),
  ...[2, 4].map(orderDue),
  ...[TOMORROW + 2, NEXT_WEEK + 2].map(renewalDue),
];

/** Applications that are not decided on the day of the demo. */
const UNDECIDED: readonly Plot[] = [-3, -8, -14, -20, -27, -33].map((ago) => whole([ago, ago]));

/** A contact is recorded with the wrong day and corrected some days later; nothing is overwritten. */
const correctDay = ({ file, handled }: FileInProgress): void => {
  const partyId = recordRelative(file, 'sibling', true);
  const day = workdayBefore(addDays(handled.decidedOn, 30));
  const { entry, data } = callRelative(file, partyId, day, 'given');
  file.correct(entry, weekdaysAfter(day, 4), {
    reason: 'Fel dag angavs. Samtalet ägde rum dagen innan.',
    occurredOn: addDays(day, -1),
    data,
  });
};

/** A note that was written in the wrong file is retracted. */
const retractNote = ({ file, handled: { caseId, decidedOn } }: FileInProgress): void => {
  const day = nextWorkday(addDays(decidedOn, 21));
  const text = 'Samtal om sommarens planering. Avvaktar besked från utföraren.';
  const entry = file.log('NoteWritten', day, { text }, { caseId });
  file.retract(entry, weekdaysAfter(day, 2), 'Anteckningen hör till en annan akt.');
};

const interrupt = ({ file, handled: { ordered } }: FileInProgress): void => {
  if (!ordered?.executionId || !ordered.beganOn) return;
  const { executionId } = ordered;
  const from = nextWorkday(addDays(ordered.beganOn, 40));
  file.log('ExecutionInterrupted', from, { executionId, reason: 'Den enskilde är inlagd på sjukhus' });
  file.log('ExecutionResumed', nextWorkday(addDays(from, 28)), { executionId });
};

const appeal = ({ file, handled: { decisionId, decidedOn } }: FileInProgress): void => {
  const appealId = file.id<AppealId>();
  const received = weekdaysAfter(decidedOn, 12);
  file.log('AppealReceived', received, { appealId, decisionId });
  file.log('AppealTimelinessChecked', weekdaysAfter(received, 2), { appealId, inTime: true });
  file.log('AppealForwarded', weekdaysAfter(received, 4), { appealId });
  file.log('AppealDecided', nextWorkday(addMonths(received, 5)), { appealId, outcome: 'upheld' });
};

/** Files that break no rule, and what else happens in them. */
export const WHOLE_PLOTS: readonly Plot[] = [
  whole([60, 150], {
    callsRelative: 'recordedLate',
    sight: {
      sv: 'Medgivandet lämnades före samtalet och skrevs in efter det: visa ärendet som det var känt.',
      en: 'The consent was given before the call and written down after it: replay the case as it was known.',
    },
  }),
  whole([90, 300], { callsRelative: 'recordedLate' }),
  whole([120, 400], { callsRelative: 'given', home: 'relatives' }),
  whole([120, 500], { callsRelative: 'given' }),
  whole([60, 300], { callsProfessional: 'given' }),
  whole([60, 300], { callsProfessional: 'law' }),
  whole([60, 300], { callsRelative: 'law' }),
  whole([130, 400], { companion: true, relativeEmployed: 'before' }),
  whole([130, 400], { companion: true, relativeEmployed: 'before', home: 'relatives' }),
  whole([130, 300], { then: correctDay }),
  whole([130, 300], { then: correctDay }),
  whole([60, 300], { then: retractNote }),
  whole([60, 300], { then: retractNote }),
  whole([150, 400], { then: interrupt }),
  whole([150, 400], { then: interrupt }),
  whole([60, 300], { course: () => ({ outcome: 'rejection' }), then: appeal }),
  whole([60, 300], { course: () => ({ outcome: 'rejection' }) }),
  whole([60, 300], { course: () => ({ outcome: 'partialRejection' }), then: appeal }),
  whole([60, 300], { course: () => ({ outcome: 'partialRejection' }) }),
  whole([60, 400], { course: () => ({ order: { plan: { likeOrder: 'typingError', renewed: true } } }) }),
  whole([60, 400], { course: () => ({ order: { plan: { returnedFirst: true, renewed: true } } }) }),
  whole([60, 400], { course: () => ({ told: 'expressesNone' }) }),
  whole([40, 200], { renews: true }),
  whole([40, 200], { renews: true }),
  whole([60, 640], { home: 'children' }),
  whole([60, 640], { home: 'children' }),
  whole([300, 640]),
  whole([400, 640]),
  whole([500, 640], { home: 'relatives' }),
  whole([500, 640]),
  ...UNDECIDED,
];
