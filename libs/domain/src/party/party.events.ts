import type { EventSpecs } from '../event';
import type { PartyId } from '../ids';

export const PARTY_KINDS = ['relative', 'professional', 'authority', 'provider', 'other'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** The statutory list of close persons (närstående), LSS 9 c §: the first five, their spouses and partners, their children. */
export const RELATIONS = [
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'spouseOfClose',
  'partnerOfClose',
  'childOfClose',
  'otherRelative',
  'none',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Another person than the one the file is about, or an organisation. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  readonly relation: Relation;
  readonly organisation?: string;
  /** Whether he or she helps the person (anhörig som vårdar eller stödjer). */
  readonly helps: boolean;
}

/** Part antecknad. Named, not happening: replay asks when it was known alone. */
export interface PartyRecorded {
  readonly type: 'PartyRecorded';
  readonly data: Party & { readonly partyId: PartyId };
}

/** Part ändrad: the whole party as it should read from that day. */
export interface PartyChanged {
  readonly type: 'PartyChanged';
  readonly data: Party & { readonly partyId: PartyId };
}

export type PartyEvent = PartyRecorded | PartyChanged;

export const partySpecs = {
  PartyRecorded: { creates: 'party', caseId: 'optional', whileClosed: true },
  PartyChanged: { about: 'party', caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<PartyEvent>;
