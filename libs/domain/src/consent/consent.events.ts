import type { LocalDate } from '../calendar';
import type { Subject } from '../codes';
import type { EventSpecs } from '../event';
import type { ConsentId, PartyId, RepresentativeId } from '../ids';

/** A consent may name a whole category instead of one party. */
export const CONSENT_CATEGORIES = ['relatives', 'professionals', 'authorities', 'providers'] as const;
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];

/** Exactly one of the two. */
export interface ConsentCounterpart {
  readonly partyId?: PartyId;
  readonly category?: ConsentCategory;
}

/** Sekretessmedgivande lämnat (OSL 10:1, 12:2). */
export interface ConsentGiven {
  readonly type: 'ConsentGiven';
  readonly data: {
    readonly consentId: ConsentId;
    readonly with: ConsentCounterpart;
    readonly subjects: readonly Subject[];
    readonly form: 'written' | 'oral';
    readonly validFrom: LocalDate;
    readonly validTo?: LocalDate;
    readonly reservations?: string;
    /** The representative who gave it; `null`: the person. */
    readonly representativeId: RepresentativeId | null;
  };
}

/** Medgivande förnyat. */
export interface ConsentRenewed {
  readonly type: 'ConsentRenewed';
  readonly data: { readonly consentId: ConsentId; readonly validTo?: LocalDate };
}

/** Medgivande återkallat. */
export interface ConsentWithdrawn {
  readonly type: 'ConsentWithdrawn';
  readonly data: { readonly consentId: ConsentId };
}

export type ConsentEvent = ConsentGiven | ConsentRenewed | ConsentWithdrawn;

export const consentSpecs = {
  ConsentGiven: {
    creates: 'consent',
    refers: { 'with.partyId': 'party', representativeId: 'representative' },
    caseId: 'optional',
    whileClosed: true,
  },
  ConsentRenewed: { about: 'consent', caseId: 'optional', whileClosed: true },
  ConsentWithdrawn: { about: 'consent', caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<ConsentEvent>;
