/** Helpers for tests of deciders: `given` makes a situation from example events, `when` makes a command, and `said` returns the verdict as text. */
import { on } from './calendar';
import { decide } from './decide';
import type { Command, Refusal, Situation } from './decider';
import type { EventEnvelope, Recorded } from './event';
import { asHistory, recorded, type Special } from './examples';
import { DEFAULT_CONFIGURATION } from './measures';
import { situationOf } from './situation';
import type { PersonalFileEvent, PersonalFileEventType } from './vocabulary';

export const TODAY = on('2026-06-01');

/** The situation of a file with a case, a party and the given events. */
export const given = (...events: readonly Recorded<PersonalFileEvent>[]): Situation =>
  bare(
    recorded('PersonalFileOpened', '2026-01-02'),
    recorded('CaseOpened', '2026-01-05'),
    recorded('PartyRecorded', '2026-01-05'),
    ...events,
  );

/** The situation of a file with the given events only. */
export const bare = (...events: readonly Recorded<PersonalFileEvent>[]): Situation =>
  situationOf(asHistory(events), TODAY, DEFAULT_CONFIGURATION);

/** The command that would record an example event. */
export const when = <T extends PersonalFileEventType>(
  type: T,
  occurredOn: string,
  special: Special<T> = {},
  envelope: Partial<EventEnvelope> = {},
): Command => {
  const { caseId, occurredTime, data } = recorded(type, occurredOn, special, envelope);
  return {
    type,
    occurredOn: on(occurredOn),
    ...(occurredTime && { occurredTime }),
    ...(caseId && { caseId }),
    data,
  } as Command;
};

export const refusal = (command: Command, situation: Situation): Refusal | undefined => {
  const verdict = decide(command, situation);
  return verdict.accepted ? undefined : verdict.refusal;
};

/** `accepted`, or code and field of the refusal. */
export const said = (command: Command, situation: Situation): string => {
  const found = refusal(command, situation);
  return found ? `${found.code} ${found.field}` : 'accepted';
};
