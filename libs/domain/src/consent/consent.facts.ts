import { END_OF_TIME, latest, type LocalDate } from '../calendar';
import type { Subject } from '../codes';
import type { Recorded } from '../event';
import { endedBefore, permittedBefore, type When } from '../one-day';
import type { Thing } from '../thing';
import type { ConsentRenewed, ConsentWithdrawn } from './consent.events';

/** Whether a consent holds when something is done: given and valid by then, not run out, not withdrawn. */
export const consentHoldsAt = (consent: Thing<'consent'>, deed: When): boolean =>
  permittedBefore(consent.created, deed) &&
  consent.created.data.validFrom <= deed.occurredOn &&
  !(endOfConsentAt(consent, deed) < deed.occurredOn) &&
  withdrawalAt(consent, deed) === undefined;

/** The withdrawal that stands when something is done: of those before it, one that no renewal followed. */
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
 * The days on which a consent began to hold or was given anew. It counts from the later of its own day and the day it speaks of:
 * before its own day nobody could have known of it.
 */
export const consentBegins = (consent: Thing<'consent'>): readonly LocalDate[] => [
  latest(consent.created.occurredOn, consent.created.data.validFrom),
  ...consent.since('ConsentRenewed').map((renewal) => latest(consent.created.occurredOn, renewal.occurredOn)),
];

/** The subjects of a contact that a consent or a scope speaks of. `all` covers whatever there is; only `all` covers `all`. */
export const coveredSubjects = (
  wanted: readonly Subject[],
  granted: readonly Subject[],
): readonly Subject[] =>
  granted.includes('all') ? wanted : wanted.filter((subject) => granted.includes(subject));

const renewalAt = (consent: Thing<'consent'>, deed: When): Recorded<ConsentRenewed> | undefined =>
  consent.since('ConsentRenewed').findLast((event) => permittedBefore(event, deed));

/** Last day of a consent as it had been said when something was done: the last renewal's word, else its own. */
const endOfConsentAt = (consent: Thing<'consent'>, deed: When): LocalDate =>
  (renewalAt(consent, deed) ?? consent.created).data.validTo ?? END_OF_TIME;

const follows = (a: Recorded<ConsentRenewed>, b: Recorded<ConsentWithdrawn>): boolean =>
  endedBefore(b, a) || (a.occurredOn === b.occurredOn && !endedBefore(a, b) && a.revision > b.revision);
