/**
 * Contacts in which we called or told something and nothing covered it that day: no consent, no representative in force, no other
 * ground. Three rules look at them, each from its side.
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
} from '@rt/domain';
import { firstOf } from './first-of';
import type { Found } from './rule';
import { isStated } from './stated';

/**
 * The violations among the contacts with parties of some kinds. A contact with somebody the file does not name is left to nobody's
 * guess. Explained on the day a ground was written down, or from which a consent given meanwhile would have covered it.
 */
export const contactsWithoutCover = (
  file: PersonalFile,
  isLookedAt: (contact: Thing<'contact'>, kind: PartyKind) => boolean,
): readonly Found[] => {
  const violations: Found[] = [];
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
    const explainedOn = firstOf([
      coveredLaterOn(file, made),
      ...contact.since('ContactGroundRecorded').map((late) => groundCountsOn(file, late)),
    ]);
    violations.push({
      subject: contact.id,
      trigger: made.id,
      caseId: made.caseId,
      kind: 'violation',
      arisesOn: made.occurredOn,
      dueOn: made.occurredOn,
      ...(explainedOn !== undefined && { explainedOn: latest(made.occurredOn, explainedOn) }),
      inputs: {
        contactOn: made.occurredOn,
        partyKind: kind,
        direction,
        disclosed,
        uncovered: uncovered.join(' '),
      },
      evidence: [made.id, ...contact.since('ContactGroundRecorded').map(({ id }) => id)],
    });
  }
  return violations;
};

/** A section of law with the reason it applied. Whether it did is the reader's judgement. */
const isLawful = (ground: ContactGround | null): boolean =>
  ground?.law !== undefined && isStated(ground.law.section) && isStated(ground.reason);

/** The day from which a ground written down later says something: a section of law and why, or a consent that the file holds. */
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

/** What every finding about a contact says first. */
export const contactText = ({ inputs }: Found): { readonly sv: string; readonly en: string } => {
  const { contactOn, direction, disclosed } = inputs;
  return {
    sv: `${direction === 'out' ? 'Vi tog kontakt' : 'Vi blev kontaktade'} ${contactOn}${disclosed ? ' och lämnade uppgifter' : ''}.`,
    en: `${direction === 'out' ? 'We made contact' : 'We were contacted'} on ${contactOn}${disclosed ? ' and told something' : ''}.`,
  };
};
