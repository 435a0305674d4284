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
};

/**
 * The uncovered contacts among those that `isLookedAt` picks. A contact with a party that the file does not have is left out. A contact
 * is explained on the day its ground was recorded, or from the day a later consent would have covered it.
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
    const { covered, uncovered } = coverOn(file, made);
    if (covered) continue;
    const laterGrounds = contact.since('ContactGroundRecorded');
    const explainedOn = firstOf([
      coveredLaterOn(file, made),
      ...laterGrounds.map((late) => groundCountsOn(file, late)),
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
      },
      evidence: laterGrounds.map(({ id }) => id),
    });
  }
  return violations;
};

/** Whether a ground names a section of law and the reason it applied. The reader judges whether it did. */
const isLawful = (ground: ContactGround | null): boolean =>
  ground?.law !== undefined && isStated(ground.law.section) && isStated(ground.reason);

/** The day from which a ground recorded later counts: it has a section of law and a reason, or a consent that the file holds. */
const groundCountsOn = (
  file: PersonalFile,
  {
    occurredOn,
    data: { ground },
  }: { readonly occurredOn: LocalDate; readonly data: { readonly ground: ContactGround } },
): LocalDate | undefined => {
  if (isLawful(ground)) return occurredOn;
  const consent = file.get('consent', ground.consentId);
  return consent && latest(occurredOn, consent.created.occurredOn);
};

/** The first sentence of every finding about a contact. */
export const contactText = ({ contactOn, direction, disclosed }: ContactFacts): Text => {
  return {
    sv: `${direction === 'out' ? 'Vi tog kontakt' : 'Vi blev kontaktade'} ${contactOn}${disclosed ? ' och lämnade uppgifter' : ''}.`,
    en: `${direction === 'out' ? 'We made contact' : 'We were contacted'} on ${contactOn}${disclosed ? ' and disclosed information' : ''}.`,
  };
};
