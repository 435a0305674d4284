import {
  CONSENT_FORMS,
  coverOn,
  END_OF_TIME,
  PARTY_KINDS,
  PARTY_RELATIONS,
  partyOn,
  REPRESENTATIVE_KINDS,
  SUBJECTS,
  withdrawnBefore,
  type LocalDate,
  type PartyId,
  type Text,
  type Thing,
} from '@rt/domain';
import type { ReadFile } from './read-file';

/** Whom one may contact, about what and until when; or that one may not any longer. */
export interface ContactRow {
  readonly partyId: PartyId;
  readonly name: string;
  readonly relation: Text;
  readonly about: readonly Text[];
  readonly ground: Text;
  /** The last day; undefined: until it is withdrawn. */
  readonly until: LocalDate | undefined;
  /** The day from which nobody may contact them any longer. */
  readonly withdrawnOn?: LocalDate;
}

/** Everybody in the network whom a consent covers today, or who represents the person; then those whose consent was withdrawn. */
export const contactRows = (read: ReadFile): readonly ContactRow[] => {
  const { file, today } = read;
  return file
    .things('party')
    .flatMap((party): readonly ContactRow[] => {
      const { name, kind, relation } = partyOn(party, today);
      const contact = { occurredOn: today, data: { partyId: party.id, subjects: [] } };
      const said = relation === 'none' ? PARTY_KINDS.labels[kind] : PARTY_RELATIONS.labels[relation];
      const row = { partyId: party.id, name, relation: said };
      const { by } = coverOn(file, contact);
      if (by.length > 0) return [{ ...row, ...coveredBy(by) }];
      const withdrawn = withdrawnBefore(file, contact).at(-1);
      if (withdrawn === undefined) return [];
      const none = { about: [], ground: { sv: '', en: '' }, until: undefined };
      return [{ ...row, ...none, withdrawnOn: withdrawn.withdrawal.occurredOn }];
    })
    .sort((a, b) => Number(a.withdrawnOn !== undefined) - Number(b.withdrawnOn !== undefined));
};

type CoverThing = Thing<'consent'> | Thing<'representative'>;

const coveredBy = (by: readonly CoverThing[]): Pick<ContactRow, 'about' | 'ground' | 'until'> => {
  const subjects = new Set(by.flatMap(subjectsOf));
  const ends = by.map(endOf).sort();
  const last = ends.at(-1) ?? END_OF_TIME;
  return {
    about: [...subjects].map((subject) => SUBJECTS.labels[subject]),
    ground: groundOf(by[0] as CoverThing),
    until: last === END_OF_TIME ? undefined : last,
  };
};

const subjectsOf = (thing: CoverThing) =>
  thing.kind === 'consent' ? thing.created.data.subjects : thing.created.data.scope;

const endOf = (thing: CoverThing): LocalDate => {
  if (thing.kind === 'representative') return thing.created.data.validTo ?? END_OF_TIME;
  const consent = thing;
  return (consent.since('ConsentRenewed').at(-1) ?? consent.created).data.validTo ?? END_OF_TIME;
};

const groundOf = (thing: CoverThing): Text => {
  if (thing.kind === 'representative') return REPRESENTATIVE_KINDS.labels[thing.created.data.kind];
  const { data, occurredOn } = thing.created;
  const { sv, en } = CONSENT_FORMS.labels[data.form];
  return { sv: `${sv.toLowerCase()} ${occurredOn}`, en: `${en.toLowerCase()} ${occurredOn}` };
};
