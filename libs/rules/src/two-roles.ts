/** Performers who are something else to the person too: a representative, or somebody the person lives with. */
import {
  latest,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { firstOf } from './first-of';
import type { Violation } from './violation';

/** A day on which the other role begins, and the event that says so. */
export interface RoleBegins {
  readonly event: Recorded<PersonalFileEvent>;
  readonly day: LocalDate;
}

export type TwoRoles = {
  readonly beganOn: LocalDate;
  /** The first day on which the person had both roles. */
  readonly bothOn: LocalDate;
};

/**
 * One violation for each performer who has the other role too: from the start, or from the day on which the other role begins while the
 * performer works. A risk assessment explains it. One that was made by the start, of what was known then, leaves nothing to explain.
 *
 * @param hasRole whether a party has the other role on a day
 * @param begins the days on which the other role of a party may begin
 */
export const inTwoRoles = (
  file: PersonalFile,
  hasRole: (partyId: Performer['partyId'], day: LocalDate) => boolean,
  begins: (partyId: Performer['partyId']) => readonly RoleBegins[],
): readonly Violation<TwoRoles>[] =>
  file.things('performer').flatMap((performer) => {
    const began = performer.created;
    const { partyId } = began.data;
    const beganOn = began.occurredOn;
    const endedOn = firstOf(performer.since('PerformerEnded').map(({ occurredOn }) => occurredOn));
    const both: RoleBegins | undefined = hasRole(partyId, beganOn)
      ? { event: began, day: beganOn }
      : [...begins(partyId)]
          .sort((a, b) => (`${a.day} ${a.event.id}` < `${b.day} ${b.event.id}` ? -1 : 1))
          .find(
            ({ day }) =>
              day > beganOn &&
              (endedOn === undefined || day <= latest(beganOn, endedOn)) &&
              hasRole(partyId, day),
          );
    if (!both) return [];
    const assessments = performer.since('IndividualRiskAssessed');
    const isFromStart = both.day === beganOn;
    if (isFromStart && assessments.some(({ occurredOn }) => occurredOn <= beganOn)) return [];
    const assessed = assessments.filter(({ occurredOn }) => occurredOn >= both.day);
    return [
      {
        subject: performer.id,
        // The performer's own case: a representative or a household belongs to no case.
        trigger: { ...began, id: both.event.id, occurredOn: both.day },
        explainedOn: firstOf(assessed.map(({ occurredOn }) => occurredOn)),
        facts: { beganOn, bothOn: both.day },
        evidence: [...(both.event.id === began.id ? [] : [began.id]), ...assessed.map(({ id }) => id)],
      },
    ];
  });

type Performer = Thing<'performer'>['created']['data'];
