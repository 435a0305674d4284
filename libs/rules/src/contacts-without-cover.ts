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
  type ContactWith,
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
  /** The kinds of the uncovered parties, separated by spaces: one for each of them. */
  readonly partyKind: string;
  /** The person took part. */
  readonly withPerson: boolean;
  readonly direction: 'in' | 'out';
  readonly disclosed: boolean;
  /** The subjects that nothing covered, separated by spaces. */
  readonly uncovered: string;
  /** A consent would have covered it, but its reservation names the party or the subject. */
  readonly reserved: boolean;
};

/** A contact as one of its parties met it. */
interface Met {
  readonly contact: ContactWith;
  readonly kind: PartyKind;
}

/**
 * The uncovered contacts, each once, whatever the number of its uncovered parties; `isLookedAt` picks the parties. A party that the file does
 * not have is left out. A contact is explained on the day a section of law with its reason was recorded, or from the day later consents would
 * have covered all that was not covered. A ground that only names a consent explains nothing by itself: the consent says what it covers.
 */
export const contactsWithoutCover = (
  file: PersonalFile,
  isLookedAt: (met: ContactWith, kind: PartyKind) => boolean,
): readonly Violation<ContactFacts>[] => {
  const violations: Violation<ContactFacts>[] = [];
  for (const contact of file.things('contact')) {
    const made = contact.created;
    const { direction, disclosed, ground, withPerson } = made.data;
    if ((direction === 'in' && !disclosed) || isLawful(ground)) continue;
    const lacking = metParties(file, made)
      .filter(({ contact: met, kind }) => isLookedAt(met, kind))
      .map((met) => ({ ...met, cover: coverOn(file, met.contact) }))
      .filter(({ cover }) => !cover.covered);
    if (lacking.length === 0) continue;
    const laterGrounds = contact.since('ContactGroundRecorded').filter(({ data }) => isLawful(data.ground));
    const consentedOn = lacking.map(({ contact: met, cover: { uncovered } }) =>
      coveredLaterOn(file, { ...met, data: { ...met.data, subjects: uncovered } }),
    );
    const explainedOn = firstOf([lastOf(consentedOn), ...laterGrounds.map(({ occurredOn }) => occurredOn)]);
    const uncovered = new Set(lacking.flatMap(({ cover }) => cover.uncovered));
    violations.push({
      subject: contact.id,
      trigger: made,
      explainedOn: explainedOn && latest(made.occurredOn, explainedOn),
      facts: {
        contactOn: made.occurredOn,
        partyKind: lacking.map(({ kind }) => kind).join(' '),
        withPerson,
        direction,
        disclosed,
        uncovered: [...uncovered].join(' '),
        reserved: lacking.some(({ cover }) => cover.reserved.length > 0),
      },
      evidence: laterGrounds.map(({ id }) => id),
    });
  }
  return violations;
};

const metParties = (file: PersonalFile, { data, ...when }: Thing<'contact'>['created']): readonly Met[] =>
  [...new Set(data.partyIds)].flatMap((partyId) => {
    const party = file.get('party', partyId);
    if (!party) return [];
    const { kind } = partyOn(party, when.occurredOn);
    return [{ contact: { ...when, data: { partyId, subjects: data.subjects } }, kind }];
  });

/** The last of the days; undefined if one of them never came. */
const lastOf = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days.reduce((last, day) => last && day && latest(last, day));

/** Whether a ground names a section of law and the reason it applied. The reader judges whether it did. */
const isLawful = (ground: ContactGround | null): boolean =>
  ground?.law !== undefined && isStated(ground.law.section) && isStated(ground.reason);

/** The first sentence of every finding about a contact. */
export const contactText = ({ contactOn, direction, disclosed }: ContactFacts): Text => ({
  sv: `${direction === 'out' ? 'Handläggaren tog kontakt' : 'Handläggaren blev kontaktad'} ${contactOn}${disclosed ? ' och lämnade uppgifter' : ''}.`,
  en: `${direction === 'out' ? 'The case worker made contact' : 'The case worker was contacted'} on ${contactOn}${disclosed ? ' and disclosed information' : ''}.`,
});

/** What was missing for a contact with these kinds of parties. */
export const uncoveredText = (facts: ContactFacts): Text => {
  const contact = contactText(facts);
  const parties = partyWords(facts.partyKind.split(' '));
  const { reserved, withPerson } = facts;
  const more = [...(withPerson ? [PERSON_TOOK_PART] : []), ...(reserved ? [RESERVED] : [])];
  return {
    sv: [
      `${contact.sv} Den dagen fanns inget medgivande som omfattade ${parties.sv} och det samtalet gällde, ingen behörig företrädare och ingen annan grund.`,
      ...more.map(({ sv }) => sv),
    ].join(' '),
    en: [
      `${contact.en} That day there was no consent that covered ${parties.en} and what it was about, no representative in force and no other ground.`,
      ...more.map(({ en }) => en),
    ].join(' '),
  };
};

const PERSON_TOOK_PART: Text = {
  sv: 'Den enskilde var med: anteckna om hen samtyckte.',
  en: 'The person took part: record whether the person consented.',
};
const RESERVED: Text = {
  sv: 'Ett medgivande finns, med ett förbehåll som nämner personen eller ämnet: läs förbehållet.',
  en: 'There is a consent, with a reservation that names the party or the subject: read the reservation.',
};

/** `den anhöriga och myndigheten`; several of one kind in the plural. */
const partyWords = (kinds: readonly string[]): Text => {
  const words = [...new Set(kinds as readonly PartyKind[])].map(
    (kind) => (kinds.filter((other) => other === kind).length > 1 ? PARTIES_WORDS : PARTY_WORDS)[kind],
  );
  return {
    sv: words.map(({ sv }) => sv).join(' och '),
    en: words.map(({ en }) => en).join(' and '),
  };
};

const PARTY_WORDS: Readonly<Record<PartyKind, Text>> = {
  relative: { sv: 'den anhöriga', en: 'the relative' },
  professional: { sv: 'den professionella', en: 'the professional' },
  authority: { sv: 'myndigheten', en: 'the authority' },
  provider: { sv: 'utföraren', en: 'the provider' },
  other: { sv: 'personen', en: 'the person contacted' },
};
const PARTIES_WORDS: Readonly<Record<PartyKind, Text>> = {
  relative: { sv: 'de anhöriga', en: 'the relatives' },
  professional: { sv: 'de professionella', en: 'the professionals' },
  authority: { sv: 'myndigheterna', en: 'the authorities' },
  provider: { sv: 'utförarna', en: 'the providers' },
  other: { sv: 'personerna', en: 'the people contacted' },
};
