/**
 * What allows a case worker to speak with a party about the person: a consent, or that the party represents the person. This file combines
 * consents, parties and representatives, for the rules and for the form in which a contact is recorded.
 */
import type { LocalDate } from '../calendar';
import type { Subject } from '../codes';
import { consentBegins, consentHoldsAt, coveredSubjects, withdrawalAt } from './consent.facts';
import type { ConsentCategory, ConsentWithdrawn } from './consent.events';
import { reservedIn, withoutReserved } from './reservation';
import type { Recorded } from '../event';
import type { PartyId } from '../ids';
import type { When } from '../one-day';
import { partyOn } from '../party/party.facts';
import type { PartyKind } from '../party/party.events';
import type { PersonalFile } from '../personal-file';
import { representsAt } from '../representative/representative.facts';
import type { Thing } from '../thing';

/** A contact with one party, made or planned. A recorded contact with several parties is one of these for each of them. */
export interface ContactWith extends When {
  readonly data: { readonly partyId: PartyId; readonly subjects: readonly Subject[] };
}

export interface Cover {
  /** Every subject of the contact was covered. */
  readonly covered: boolean;
  /** What covered at least one of them. */
  readonly by: readonly (Thing<'consent'> | Thing<'representative'>)[];
  readonly uncovered: readonly Subject[];
  /** Consents that would have covered more of it if their reservation did not name the party or the subject. */
  readonly reserved: readonly Thing<'consent'>[];
}

/**
 * What covered a contact when it was made. Several consents may cover it together. A contact with a party that is not in the file is never
 * covered. Any consent for the party, or representation by it, covers a contact without subjects. What the reservation of a consent names is
 * not covered by that consent.
 */
export const coverOn = (file: PersonalFile, contact: ContactWith): Cover => {
  const { partyId, subjects } = contact.data;
  const by: (Thing<'consent'> | Thing<'representative'>)[] = [];
  const reserved: Thing<'consent'>[] = [];
  const open = new Set<Subject>(subjects);
  const party = file.get('party', partyId);
  const add = (thing: Thing<'consent'> | Thing<'representative'>, granted: readonly Subject[]): void => {
    const covers = coveredSubjects(subjects, granted);
    if (granted.length === 0 || (covers.length === 0 && subjects.length > 0)) return;
    by.push(thing);
    for (const subject of covers) open.delete(subject);
  };
  for (const representative of file.things('representative')) {
    if (representative.created.data.partyId === partyId && representsAt(file, representative, contact))
      add(representative, representative.created.data.scope);
  }
  for (const consent of consentsWith(file, partyId, contact.occurredOn)) {
    if (!party || !consentHoldsAt(consent, contact)) continue;
    const granted = grantedSubjects(file, consent);
    const named = reservedIn(consent, party, contact.occurredOn);
    const left = withoutReserved(granted, named);
    add(consent, left);
    if (isReserved(subjects, granted, left)) reserved.push(consent);
  }
  return { covered: by.length > 0 && open.size === 0, by, uncovered: [...open], reserved };
};

/** Whether the reservation kept a consent from covering a subject of the contact that it otherwise covers. */
const isReserved = (
  subjects: readonly Subject[],
  granted: readonly Subject[],
  left: readonly Subject[],
): boolean =>
  subjects.length === 0
    ? left.length < granted.length && left.length === 0
    : coveredSubjects(subjects, left).length < coveredSubjects(subjects, granted).length;

/** A consent for the party and some of the subjects of a contact, which had been withdrawn when the contact was made. */
export interface WithdrawnConsent {
  readonly consent: Thing<'consent'>;
  readonly withdrawal: Recorded<ConsentWithdrawn>;
}

export const withdrawnBefore = (file: PersonalFile, contact: ContactWith): readonly WithdrawnConsent[] =>
  consentsWith(file, contact.data.partyId, contact.occurredOn).flatMap((consent) => {
    const withdrawal = withdrawalAt(consent, contact);
    return withdrawal && touches(contact.data.subjects, consent.created.data.subjects)
      ? [{ consent, withdrawal }]
      : [];
  });

/**
 * For a contact that was not covered: the first day, on or after the contact, on which later consents would have covered it. Such a day
 * explains the contact but does not hide it. Undefined if there is no such day.
 */
export const coveredLaterOn = (file: PersonalFile, contact: ContactWith): LocalDate | undefined =>
  [...new Set(consentsWith(file, contact.data.partyId).flatMap(consentBegins))]
    .filter((day) => day >= contact.occurredOn)
    .sort()
    .find((day) => {
      const { covered, by } = coverOn(file, { occurredOn: day, data: contact.data });
      return covered && by.some(({ kind }) => kind === 'consent');
    });

const CATEGORY_OF: Readonly<Record<PartyKind, ConsentCategory | undefined>> = {
  relative: 'relatives',
  professional: 'professionals',
  authority: 'authorities',
  provider: 'providers',
  other: undefined,
};

/** The consents for a party, by its id or by the category that its kind has on the day. Without a day, by every kind that it ever had. */
const consentsWith = (file: PersonalFile, partyId: PartyId, day?: LocalDate): readonly Thing<'consent'>[] => {
  const party = file.get('party', partyId);
  if (!party) return [];
  const kinds =
    day === undefined
      ? [party.created, ...party.since('PartyChanged')].map((said) => said.data.kind)
      : [partyOn(party, day).kind];
  const categories = kinds.map((kind) => CATEGORY_OF[kind]);
  return file
    .things('consent')
    .filter(({ created: { data } }) =>
      data.with.category === undefined
        ? data.with.partyId === partyId
        : categories.includes(data.with.category),
    );
};

/**
 * The subjects that a consent grants. A consent given by a representative grants only subjects within the scope of the representative on that
 * day, and nothing if the representative is not in the file.
 */
const grantedSubjects = (file: PersonalFile, { created }: Thing<'consent'>): readonly Subject[] => {
  const { representativeId, subjects } = created.data;
  if (representativeId === null) return subjects;
  const representative = file.get('representative', representativeId);
  if (!representative || !representsAt(file, representative, created)) return [];
  const { scope } = representative.created.data;
  return subjects.includes('all') ? scope : coveredSubjects(subjects, scope);
};

const touches = (wanted: readonly Subject[], granted: readonly Subject[]): boolean =>
  wanted.length === 0 || wanted.includes('all') || coveredSubjects(wanted, granted).length > 0;
