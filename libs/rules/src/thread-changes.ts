/** The states of a case's thread through time, for lists that are asked for any day. */
import {
  addDays,
  diedOn,
  END_OF_TIME,
  thingsOfCase,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { nodesOn, type ThreadOf, type ThreadThing } from './case-thread';
import { openUntil } from './status';
import { threadCode, type ThreadCode } from './thread-states';

/** From this day the thread has these states. */
export interface ThreadChange {
  readonly from: LocalDate;
  readonly states: ThreadCode;
}

/** The days on which the states of a thread change, oldest first, according to all that is recorded. */
export const threadChanges = (of: ThreadOf): readonly ThreadChange[] => {
  const changes: ThreadChange[] = [];
  for (const from of daysOf(of)) {
    const states = threadCode(nodesOn(of, from).map(({ state }) => state));
    if (changes.at(-1)?.states !== states) changes.push({ from, states });
  }
  return changes;
};

/** Every day on which a state may change: those of the entries of the case, and those of the findings. */
const daysOf = ({ file, theCase, findings }: ThreadOf): readonly LocalDate[] => {
  const days = new Set<LocalDate>([theCase.created.occurredOn]);
  const take = (events: readonly Recorded<PersonalFileEvent>[]): void => {
    for (const { occurredOn } of events) days.add(occurredOn);
  };
  const ofCase: readonly ThreadThing[] = Object.values(thingsOfCase(file, theCase)).flat();
  // These change the thread from elsewhere: what was withdrawn or cancelled, what was told, and the courts.
  const others = (['application', 'information', 'order', 'appeal'] as const).flatMap(
    (kind): readonly ThreadThing[] =>
      file.things(kind).filter(({ created }) => created.caseId === theCase.id),
  );
  for (const thing of [theCase as ThreadThing, ...ofCase, ...others]) {
    take([thing.created]);
    take(thing.allSince());
  }
  const died = diedOn(file);
  if (died !== undefined) days.add(died);
  for (const finding of Object.values(findings).flat())
    for (const day of [finding.arisesOn, addDays(finding.dueOn, 1), openUntil(finding)]) days.add(day);
  days.delete(END_OF_TIME);
  return [...days].sort();
};
