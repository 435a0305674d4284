import { shape as s, TITLES, type PersonalFileEventType, type Shaped } from '@rt/domain';
import { SECTIONS, WORKLIST_LINE, type WorklistLine } from '@rt/read-models';
import { actsOn, actsOnExpiry, imperativeFor, offeredAct, type ReaderOfActs } from '@rt/rules';

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
      stepTitle: s.described(s.inBoth(), 'The title of the step `code`, which the form of the step has too'),
      settledBy: s.listOf(s.text<PersonalFileEventType>()),
    }),
    'The imperative for the reader; and what settles it: the most likely event type, and every one',
  ),
});

/** The parts of the worklist beside its lines. */
export const worklistParts = {
  horizonDays: s.count(),
  expiredDays: s.count(),
  counts: s.countsOf(SECTIONS),
  toDo: s.described(
    s.fields({ count: s.count(), text: s.inBoth() }),
    'What is to be done today or this week: how many lines, and a sentence about them',
  ),
};

/** Adds to a line what its reader can do about it, and the one imperative. */
export const lineAnswer = (
  { settledBy, begunBy, status, inputs, returnedOn, ...line }: WorklistLine,
  notes: Readonly<Record<string, string>>,
  reader: ReaderOfActs,
): Shaped<typeof worklistLine> => {
  const { rule, section, step } = line;
  const acts =
    rule === null
      ? actsOnExpiry(
          [...begunBy, ...settledBy],
          { isExpired: section === 'expired', isOfPlan: step === 'plan' },
          reader,
        )
      : actsOn({ rule, inputs, returnedOn }, status, reader);
  return {
    ...line,
    acts,
    note: notes[line.id] ?? null,
    action: {
      code: settledBy[0],
      title: imperativeFor(rule, acts, settledBy),
      stepTitle: TITLES[settledBy[0]],
      settledBy,
    },
  };
};
