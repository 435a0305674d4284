import { consentExpiry } from './consent.expiry';
import { decisionExpiry } from './decision.expiry';
import { planExpiry } from './plan.expiry';
import { reminderExpiry } from './reminder.expiry';

/** The kinds of things with a day that the worklist shows: the last day of a consent, of a decision or of a plan, the day of a reminder. */
export const EXPIRIES = {
  consent: consentExpiry,
  decision: decisionExpiry,
  plan: planExpiry,
  reminder: reminderExpiry,
} as const;
export type ExpiryKind = keyof typeof EXPIRIES;
export const EXPIRY_KINDS = Object.keys(EXPIRIES) as readonly ExpiryKind[];
