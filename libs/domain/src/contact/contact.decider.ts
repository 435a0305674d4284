import { accept, refuse, type Deciders, type Verdict } from '../decider';
import type { ContactEvent, ContactGround } from './contact.events';

export const contactDeciders: Deciders<ContactEvent> = {
  /** A contact without a ground happened: it is recorded, and the rules speak. */
  ContactMade: ({ data }) => (data.ground === null ? accept : oneGround(data.ground)),
  ContactGroundRecorded: ({ data }) => oneGround(data.ground),
};

/** A consent, or a section of law with the reason why it applied: never both, never half of one. */
const oneGround = ({ consentId, law, reason }: ContactGround): Verdict => {
  const byConsent = consentId !== undefined;
  const byLaw = law !== undefined && reason !== undefined;
  const half = (law === undefined) !== (reason === undefined);
  return byConsent === byLaw || half ? refuse('EXACTLY_ONE', 'data.ground') : accept;
};
