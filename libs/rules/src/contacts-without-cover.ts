/**
 * Contacts that we made, or in which we disclosed something, while nothing covered them: no consent, no representative in force, no
 * other ground. Three rules share this check, each for its own kinds of contacts.
 */
import {
  coveredLaterOn,
  coverOn,
  latest,
  partyOn,
  type ContactGround,
  type LocalDate,
  type PartyKind,
  type PersonalFile,
  type Thing,
  type Text,
} from '@rt/domain';
import { firstOf } from './first-of';
import { isStated } from './stated';
import type { Violation } from './violation';

/** What a finding about a contact rests on. */
export type ContactFacts = {
  readonly contactOn: LocalDate;
  readonly partyKind: PartyKind;
  readonly direction: 'in' | 'out';
  readonly disclosed: boolean;
  /** The subjects that nothing covered, separated by spaces. */
  readonly uncovered: string;
  /** A consent would have covered it, but its reservation names the party or the subject. */
  readonly reserved: boolean;
};

/**
 * The uncovered contacts among those that `isLookedAt` picks. A contact with a party that the file does not have is left out. A contact
 * is explained on the day a section of law with its reason was recorded, or from the day a later consent would have covered what was not
 * covered. A ground that only names a consent explains nothing by itself: the consent says what it covers.
 */
export const contactsWithoutCover = (
  file: PersonalFile,
  isLookedAt: (contact: Thing<'contact'>, kind: PartyKind) => boolean,
): readonly Violation<ContactFacts>[] => {
  const violations: Violation<ContactFacts>[] = [];
  for (const contact of file.things('contact')) {
    const made = contact.created;
    const { direction, disclosed, ground, partyId } = made.data;
    if (direction === 'in' && !disclosed) continue;
    const party = file.get('party', partyId);
    if (!party) continue;
    const { kind } = partyOn(party, made.occurredOn);
    if (!isLookedAt(contact, kind) || isLawful(ground)) continue;
    const { covered, uncovered, reserved } = coverOn(file, made);
    if (covered) continue;
    const laterGrounds = contact.since('ContactGroundRecorded').filter(({ data }) => isLawful(data.ground));
    const explainedOn = firstOf([
      coveredLaterOn(file, { occurredOn: made.occurredOn, data: { partyId, subjects: uncovered } }),
      ...laterGrounds.map(({ occurredOn }) => occurredOn),
    ]);
    violations.push({
      subject: contact.id,
      trigger: made,
      explainedOn: explainedOn && latest(made.occurredOn, explainedOn),
      facts: {
        contactOn: made.occurredOn,
        partyKind: kind,
        direction,
        disclosed,
        uncovered: uncovered.join(' '),
        reserved: reserved.length > 0,
      },
      evidence: laterGrounds.map(({ id }) => id),
    });
  }
  return violations;
};

/** Whether a ground names a section of law and the reason it applied. The reader judges whether it did. */
const isLawful = (ground: ContactGround | null): boolean =>
  ground?.law !== undefined && isStated(ground.law.section) && isStated(ground.reason);

/** The first sentence of every finding about a contact. */
export const contactText = ({ contactOn, direction, disclosed }: ContactFacts): Text => ({
  sv: `${direction === 'out' ? 'Handläggaren tog kontakt' : 'Handläggaren blev kontaktad'} ${contactOn}${disclosed ? ' och lämnade uppgifter' : ''}.`,
  en: `${direction === 'out' ? 'The case worker made contact' : 'The case worker was contacted'} on ${contactOn}${disclosed ? ' and disclosed information' : ''}.`,
});

/** What was missing for a contact with this kind of party. */
export const uncoveredText = (facts: ContactFacts): Text => {
  const contact = contactText(facts);
  const party = PARTY_WORDS[facts.partyKind];
  const sv = `${contact.sv} Den dagen fanns inget medgivande som omfattade ${party.sv} och det samtalet gällde, ingen behörig företrädare och ingen annan grund.`;
  const en = `${contact.en} That day there was no consent that covered ${party.en} and what it was about, no representative in force and no other ground.`;
  return facts.reserved
    ? {
        sv: `${sv} Ett medgivande finns, med ett förbehåll som nämner personen eller ämnet: läs förbehållet.`,
        en: `${en} There is a consent, with a reservation that names the party or the subject: read the reservation.`,
      }
    : { sv, en };
};

const PARTY_WORDS: Readonly<Record<PartyKind, Text>> = {
  relative: { sv: 'den anhöriga', en: 'the relative' },
  professional: { sv: 'den professionella', en: 'the professional' },
  authority: { sv: 'myndigheten', en: 'the authority' },
  provider: { sv: 'utföraren', en: 'the provider' },
  other: { sv: 'personen', en: 'the person contacted' },
};
