import type { Channel, Law, Subject } from '../codes';
import type { EventSpecs } from '../event';
import type { ConsentId, ContactId, PartyId } from '../ids';

/** Why the contact was lawful: a consent, or a section of law with the reason it applied. Exactly one of the two. */
export interface ContactGround {
  readonly consentId?: ConsentId;
  readonly law?: Law;
  readonly reason?: string;
}

/** Kontakt tagen, med en anhörig eller någon annan än den enskilde. */
export interface ContactMade {
  readonly type: 'ContactMade';
  readonly data: {
    readonly contactId: ContactId;
    readonly partyId: PartyId;
    readonly direction: 'out' | 'in';
    readonly channel: Channel;
    readonly subjects: readonly Subject[];
    readonly purpose: string;
    /** Whether anything about the person was told. */
    readonly disclosed: boolean;
    readonly ground: ContactGround | null;
    readonly text?: string;
  };
}

/** Grund för kontakt antecknad i efterhand: explains, never hides. */
export interface ContactGroundRecorded {
  readonly type: 'ContactGroundRecorded';
  readonly data: { readonly contactId: ContactId; readonly ground: ContactGround };
}

export type ContactEvent = ContactMade | ContactGroundRecorded;

export const contactSpecs = {
  ContactMade: {
    creates: 'contact',
    refers: { partyId: 'party', 'ground.consentId': 'consent' },
    caseId: 'optional',
  },
  ContactGroundRecorded: {
    about: 'contact',
    refers: { 'ground.consentId': 'consent' },
    caseId: 'optional',
    whileClosed: true,
  },
} as const satisfies EventSpecs<ContactEvent>;
