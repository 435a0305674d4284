import type { LocalDate } from '../calendar';
import type { Channel, Extent, Law, MeasureCode } from '../codes';
import type { EventSpecs } from '../event';
import type { ApplicationId, InformationId, PartyId, RepresentativeId } from '../ids';

/** Who asked: the person, a representative, or somebody else. */
export interface Applicant {
  readonly kind: 'person' | 'representative' | 'party';
  readonly representativeId: RepresentativeId | null;
  readonly partyId: PartyId | null;
}

/** Ansökan (SoL) eller begäran (LSS) mottagen. */
export interface ApplicationReceived {
  readonly type: 'ApplicationReceived';
  readonly data: {
    readonly applicationId: ApplicationId;
    readonly law: Law;
    readonly measure: MeasureCode;
    readonly requestedExtent: Extent | null;
    readonly applicant: Applicant;
    readonly channel: Channel;
    readonly text?: string;
  };
}

/** Ansökan återtagen. */
export interface ApplicationWithdrawn {
  readonly type: 'ApplicationWithdrawn';
  readonly data: { readonly applicationId: ApplicationId; readonly reason?: string };
}

/** Uppgift mottagen på annat sätt än genom ansökan (aktualisering). */
export interface InformationReceived {
  readonly type: 'InformationReceived';
  readonly data: {
    readonly informationId: InformationId;
    /** Who told; `null`: not a party of the file. */
    readonly partyId: PartyId | null;
    readonly about: string;
  };
}

/** Underrättelse om försening (FL 11 §). */
export interface DelayNoticeSent {
  readonly type: 'DelayNoticeSent';
  readonly data: {
    readonly applicationId: ApplicationId;
    readonly reason: string;
    readonly expectedOn?: LocalDate;
  };
}

/** Begäran om avgörande mottagen (FL 12 §). */
export interface RequestToDecideReceived {
  readonly type: 'RequestToDecideReceived';
  readonly data: { readonly applicationId: ApplicationId };
}

/** Begäran om avgörande avslagen i särskilt beslut (FL 12 §). */
export interface RequestToDecideRejected {
  readonly type: 'RequestToDecideRejected';
  readonly data: { readonly applicationId: ApplicationId; readonly reason: string };
}

export type ApplicationEvent =
  | ApplicationReceived
  | ApplicationWithdrawn
  | InformationReceived
  | DelayNoticeSent
  | RequestToDecideReceived
  | RequestToDecideRejected;

export const applicationSpecs = {
  ApplicationReceived: {
    creates: 'application',
    refers: { 'applicant.representativeId': 'representative', 'applicant.partyId': 'party' },
    caseId: 'required',
  },
  ApplicationWithdrawn: { about: 'application', caseId: 'required' },
  InformationReceived: { creates: 'information', refers: { partyId: 'party' }, caseId: 'required' },
  DelayNoticeSent: { about: 'application', caseId: 'required' },
  RequestToDecideReceived: { about: 'application', caseId: 'required' },
  RequestToDecideRejected: { about: 'application', caseId: 'required' },
} as const satisfies EventSpecs<ApplicationEvent>;
