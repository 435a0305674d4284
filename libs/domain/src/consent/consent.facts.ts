import { END_OF_TIME, latest, type LocalDate } from '../calendar';
import type { Subject } from '../codes';
import type { Recorded } from '../event';
import { endedBefore, permittedBefore, type When } from '../one-day';
import type { Thing } from '../thing';
import type { ConsentRenewed, ConsentWithdrawn } from './consent.events';

/** Whether a consent is in force when an act is done: it was given before and is valid, has not expired and is not withdrawn. */
export const consentHoldsAt = (consent: Thing<'consent'>, deed: When): boolean =>
  permittedBefore(consent.created, deed) &&
  consent.created.data.validFrom <= deed.occurredOn &&
  !(endOfConsentAt(consent, deed) < deed.occurredOn) &&
  withdrawalAt(consent, deed) === undefined;

/** The withdrawal in force when an act is done: the last one before the act, unless a renewal followed it. */
export const withdrawalAt = (
  consent: Thing<'consent'>,
  deed: When,
): Recorded<ConsentWithdrawn> | undefined => {
  const withdrawal = consent.since('ConsentWithdrawn').findLast((event) => endedBefore(event, deed));
  if (!withdrawal) return undefined;
  const renewal = renewalAt(consent, deed);
  return renewal && follows(renewal, withdrawal) ? undefined : withdrawal;
};

/**
 * The days on which a consent began or was renewed. It counts from the later of the day it was given and its `validFrom`. A renewal dated
 * before the consent counts from the day on which the consent was given.
 */
export const consentBegins = (consent: Thing<'consent'>): readonly LocalDate[] => [
  latest(consent.created.occurredOn, consent.created.data.validFrom),
  ...consent.since('ConsentRenewed').map((renewal) => latest(consent.created.occurredOn, renewal.occurredOn)),
];

/** The subjects of a contact that a consent or a scope covers. A granted `all` covers every subject; a wanted `all` is covered by `all` only. */
export const coveredSubjects = (
  wanted: readonly Subject[],
  granted: readonly Subject[],
): readonly Subject[] =>
  granted.includes('all') ? wanted : wanted.filter((subject) => granted.includes(subject));

const renewalAt = (consent: Thing<'consent'>, deed: When): Recorded<ConsentRenewed> | undefined =>
  consent.since('ConsentRenewed').findLast((event) => permittedBefore(event, deed));

/** The last day of a consent, as stated when an act is done: by the last renewal before the act, otherwise by the consent itself. */
const endOfConsentAt = (consent: Thing<'consent'>, deed: When): LocalDate =>
  (renewalAt(consent, deed) ?? consent.created).data.validTo ?? END_OF_TIME;

const follows = (a: Recorded<ConsentRenewed>, b: Recorded<ConsentWithdrawn>): boolean =>
  endedBefore(b, a) || (a.occurredOn === b.occurredOn && !endedBefore(a, b) && a.revision > b.revision);
