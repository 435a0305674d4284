import {
  addDays,
  nextWorkday,
  type Act,
  type ConsentId,
  type LocalDate,
  type MeasureCode,
  type ThingIds,
} from '@rt/domain';
import { FARSTA } from '../city';
import { callRelative } from '../course/contacts';
import { appliedBefore, handleApplication } from '../course/handle-application';
import { kindOf } from '../course/kinds';
import { recordRelative } from '../course/open-file';
import { workdayBefore } from '../course/workday';
import type { FileInProgress, Plot } from './plot';

/** A file in the district that the demo shows first. */
const shown = (decidedAgo: Plot['decidedAgo'], rest: Partial<Plot>): Plot => ({
  breaks: [],
  district: FARSTA,
  decidedAgo,
  ...rest,
});

/** Applies for another measure in a case of its own and is granted it, some days before the day of the demo. */
const alsoGranted = (
  { file }: FileInProgress,
  [measure, act]: readonly [MeasureCode, Act],
  decidedOn: LocalDate,
): void => {
  const granted = file.chance.whole(...kindOf(measure).amounts);
  handleApplication(file, {
    ...{ measure, act, granted, requested: granted, decidedOn },
    appliedOn: appliedBefore(file.chance, decidedOn),
    outcome: 'approval',
    order: { plan: { renewed: true } },
  });
};

/** Consents of the person that end soon, and one that ended lately. */
const consentsThatEnd = ({ file, day }: FileInProgress): void => {
  for (const [number, ends] of [12, 40, -6].entries()) {
    const partyId = recordRelative(file, number === 0 ? 'sibling' : 'parent', true);
    const validFrom = nextWorkday(addDays(file.openedOn, 9 + number));
    file.log('ConsentGiven', validFrom, {
      consentId: file.id<ConsentId>(),
      with: { partyId },
      subjects: ['all'],
      form: 'written',
      validFrom,
      validTo: addDays(day, ends),
      representativeId: null,
    });
  }
};

/** Reminders: one for the day of the demo, and one that is to come. */
const reminders = ({ file, handled: { caseId }, day }: FileInProgress): void => {
  for (const [on, text] of [
    [day, 'Ring och fråga hur den nya ledsagaren fungerar.'],
    [addDays(day, 9), 'Boka hembesök inför uppföljningen.'],
  ] as const)
    file.log(
      'ReminderSet',
      workdayBefore(addDays(day, -8)),
      { reminderId: file.id<ThingIds['reminder']>(), on, text },
      { caseId },
    );
};

/** The provider is reminded of the plan that is late. */
const remindOfPlan = ({ file, handled: { ordered }, day }: FileInProgress): void => {
  if (ordered)
    file.log('ProviderReminded', workdayBefore(addDays(day, -4)), {
      orderId: ordered.orderId,
      of: 'plan',
      channel: 'phone',
      reminded: 'Samordnaren',
    });
};

/** A relative is called without consent, and the case worker acknowledges the gap. */
const acknowledgeCall = ({ file, handled: { caseId, decidedOn } }: FileInProgress): void => {
  const on = workdayBefore(addDays(decidedOn, 20));
  const { entry, data } = callRelative(file, recordRelative(file, 'sibling', true), on, 'none');
  file.acknowledge(
    entry,
    nextWorkday(addDays(on, 6)),
    {
      rule: 'contact-relative-without-consent',
      subject: data.contactId,
      reason: 'Samtalet gällde bara tiden för hembesöket. Genomgånget med enhetschefen.',
    },
    caseId,
  );
};

/** Files with what the pages show beside the handling of one application. */
export const SHOWN_PLOTS: readonly Plot[] = [
  shown([120, 160], { protectedIdentity: true }),
  shown([40, 46], {
    protectedIdentity: true,
    breaks: ['plan-due'],
    course: () => ({ order: { plan: null, beginsAfterDays: null } }),
  }),
  shown([200, 240], {
    then: (story) => {
      alsoGranted(story, ['boendestod', 'sol'], workdayBefore(addDays(story.day, -90)));
    },
  }),
  shown([220, 260], {
    then: (story) => {
      alsoGranted(story, ['ledsagning', 'sol'], workdayBefore(addDays(story.day, -150)));
      alsoGranted(story, ['sysselsattning', 'sol'], workdayBefore(addDays(story.day, -70)));
    },
  }),
  shown([120, 160], { then: consentsThatEnd }),
  shown([60, 90], { then: reminders }),
  shown([30, 36], {
    breaks: ['plan-due'],
    course: () => ({ order: { plan: null, beginsAfterDays: null } }),
    then: remindOfPlan,
  }),
  shown([80, 120], { breaks: ['contact-relative-without-consent'], then: acknowledgeCall }),
];
