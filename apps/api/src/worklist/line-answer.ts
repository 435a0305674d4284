import { shape as s, TITLES, type PersonalFileEventType, type Shaped } from '@rt/domain';
import { SECTIONS, WORKLIST_LINE, type WorklistLine } from '@rt/read-models';

/** A line of the worklist in an answer. */
export const worklistLine = s.fields({
  ...WORKLIST_LINE,
  note: s.described(
    s.orNull(s.text()),
    'Of a reminder, to the user it is for: what to remember. Null elsewhere',
  ),
  action: s.described(
    s.fields({
      code: s.text<PersonalFileEventType>(),
      title: s.inBoth(),
      settledBy: s.listOf(s.text<PersonalFileEventType>()),
    }),
    'What to do next, as an event type and its title, and every event type that would settle it',
  ),
});

/** What the worklist says beside its lines. */
export const worklistParts = {
  horizonDays: s.count(),
  expiredDays: s.count(),
  counts: s.countsOf(SECTIONS),
};

/** The one thing to do next, in the words of its event type, and all that would settle the line. */
export const lineAnswer = (
  { settledBy, ...line }: WorklistLine,
  notes: Readonly<Record<string, string>>,
): Shaped<typeof worklistLine> => ({
  ...line,
  note: notes[line.id] ?? null,
  action: { code: settledBy[0], title: TITLES[settledBy[0]], settledBy },
});
