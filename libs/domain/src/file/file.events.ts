import type { LocalDate } from '../calendar';
import type { Format, Sex } from '../codes';
import type { EventSpecs } from '../event';
import type { BoardId, PartyId } from '../ids';

export const IDENTITY_KINDS = ['personalNumber', 'coordinationNumber', 'birthDate'] as const;

/** Personnummer or samordningsnummer as YYYYMMDDNNNN, or the day of birth alone. */
export interface Identity {
  readonly kind: (typeof IDENTITY_KINDS)[number];
  readonly value: string;
}

/** Den enskilde. */
export interface Person {
  readonly name: string;
  readonly identity: Identity;
  readonly sex: Sex;
  readonly protectedIdentity: boolean;
}

/** Personakt öppnad. */
export interface PersonalFileOpened {
  readonly type: 'PersonalFileOpened';
  readonly data: { readonly boardId: BoardId; readonly person: Person };
}

/** Personuppgifter ändrade: the whole person as it should read from that day. */
export interface PersonDetailsChanged {
  readonly type: 'PersonDetailsChanged';
  readonly data: { readonly person: Person };
}

export interface MinorChild {
  readonly birthYear: number;
  readonly partyId: PartyId | null;
}

/** Hushåll antecknat: who lives with the person from a day on, until the next such entry. */
export interface HouseholdRecorded {
  readonly type: 'HouseholdRecorded';
  readonly data: {
    readonly from: LocalDate;
    readonly cohabits: readonly PartyId[];
    readonly minorChildren: readonly MinorChild[];
  };
}

/** Journalanteckning. */
export interface NoteWritten {
  readonly type: 'NoteWritten';
  readonly data: { readonly text: string };
}

/** Påstådd oriktig uppgift (SoL 14:6, LSS 21 b §): what the person holds to be wrong. */
export interface CorrectionClaimNoted {
  readonly type: 'CorrectionClaimNoted';
  readonly data: { readonly claim: string };
}

/** Behov av anpassat format antecknat. */
export interface FormatNeedRecorded {
  readonly type: 'FormatNeedRecorded';
  readonly data: { readonly format: Format; readonly note?: string };
}

/** Långsiktig planering antecknad. */
export interface LongTermPlanRecorded {
  readonly type: 'LongTermPlanRecorded';
  readonly data: { readonly text: string };
}

/** Information om anhörigstöd given (SoL 13:9). */
export interface RelativeSupportInformed {
  readonly type: 'RelativeSupportInformed';
  readonly data: { readonly partyId: PartyId };
}

export type FileEvent =
  | PersonalFileOpened
  | PersonDetailsChanged
  | HouseholdRecorded
  | NoteWritten
  | CorrectionClaimNoted
  | FormatNeedRecorded
  | LongTermPlanRecorded
  | RelativeSupportInformed;

export const fileSpecs = {
  PersonalFileOpened: { caseId: 'optional' },
  PersonDetailsChanged: { caseId: 'optional', whileClosed: true },
  HouseholdRecorded: {
    caseId: 'optional',
    whileClosed: true,
    refers: { 'cohabits[]': 'party', 'minorChildren[].partyId': 'party' },
  },
  NoteWritten: { caseId: 'optional', whileClosed: true, ownKey: true },
  CorrectionClaimNoted: { caseId: 'optional', whileClosed: true },
  FormatNeedRecorded: { caseId: 'optional', whileClosed: true },
  LongTermPlanRecorded: { caseId: 'optional' },
  RelativeSupportInformed: { caseId: 'optional', about: 'party' },
} as const satisfies EventSpecs<FileEvent>;
