import type { LocalDate } from '../calendar';
import type { Subject } from '../codes';
import type { EventSpecs } from '../event';
import type { PartyId, RepresentativeId } from '../ids';

/** God man, förvaltare, vårdnadshavare, fullmakt, framtidsfullmakt. */
export const REPRESENTATIVE_KINDS = [
  'guardian',
  'administrator',
  'custodian',
  'powerOfAttorney',
  'futurePowerOfAttorney',
] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

/** Företrädare antecknad. In force from the later of the day it was made known and `validFrom`. */
export interface RepresentativeRegistered {
  readonly type: 'RepresentativeRegistered';
  readonly data: {
    readonly representativeId: RepresentativeId;
    readonly partyId: PartyId;
    readonly kind: RepresentativeKind;
    readonly scope: readonly Subject[];
    readonly validFrom: LocalDate;
    readonly validTo?: LocalDate;
  };
}

/** Företrädarskapet har upphört. */
export interface RepresentativeEnded {
  readonly type: 'RepresentativeEnded';
  readonly data: { readonly representativeId: RepresentativeId; readonly reason?: string };
}

/** Registerutdrag från överförmyndaren mottaget. */
export interface RegisterExtractReceived {
  readonly type: 'RegisterExtractReceived';
  readonly data: { readonly representativeId: RepresentativeId; readonly dated: LocalDate };
}

export type RepresentativeEvent = RepresentativeRegistered | RepresentativeEnded | RegisterExtractReceived;

export const representativeSpecs = {
  RepresentativeRegistered: {
    creates: 'representative',
    refers: { partyId: 'party' },
    caseId: 'optional',
    whileClosed: true,
  },
  RepresentativeEnded: { about: 'representative', caseId: 'optional', whileClosed: true },
  RegisterExtractReceived: { about: 'representative', caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<RepresentativeEvent>;
