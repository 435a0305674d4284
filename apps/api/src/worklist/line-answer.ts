import { shape as s, TITLES, type PersonalFileEventType, type Shaped } from '@rt/domain';
import { SECTIONS, WORKLIST_LINE, type WorklistLine } from '@rt/read-models';
import { actsOn, actsOnExpiry, offeredAct, type ReaderOfActs } from '@rt/rules';

/** A line of the worklist in an answer. */
export const worklistLine = s.fields({
  ...WORKLIST_LINE,
  note: s.described(
    s.orNull(s.text()),
    'Of a reminder, to the user it is for: what to remember. Null elsewhere',
  ),
  acts: s.described(
    s.listOf(offeredAct),
    'What the reader can do about it now, the most likely act first, with the event types that record it',
  ),
  action: s.described(
    s.fields({
      code: s.text<PersonalFileEventType>(),
      title: s.inBoth(),
      settledBy: s.listOf(s.text<PersonalFileEventType>()),
    }),
    'What settles it, as an event type and its title, and every event type that would settle it',
  ),
});

/** The parts of the worklist beside its lines. */
export const worklistParts = {
  horizonDays: s.count(),
  expiredDays: s.count(),
  counts: s.countsOf(SECTIONS),
};

/** Adds to a line the next action, with the title of its event type, and all actions that would settle it. */
export const lineAnswer = (
  { settledBy, status, inputs, ...line }: WorklistLine,
  notes: Readonly<Record<string, string>>,
  reader: ReaderOfActs,
): Shaped<typeof worklistLine> => ({
  ...line,
  acts:
    line.rule === null
      ? actsOnExpiry(
          settledBy,
          { isExpired: line.section === 'expired', isOfPlan: line.step === 'plan' },
          reader,
        )
      : actsOn({ rule: line.rule, inputs }, status, reader),
  note: notes[line.id] ?? null,
  action: { code: settledBy[0], title: TITLES[settledBy[0]], settledBy },
});
