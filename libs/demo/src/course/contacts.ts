import {
  addDays,
  latest,
  nextWorkday,
  weekdaysAfter,
  type ConsentId,
  type ContactId,
  type ContactMade,
  type LocalDate,
  type LocalTime,
  type PartyId,
} from '@rt/domain';
import type { Entry, FileWriter } from '../file-writer';
import { professional } from '../people/people';
import { PROFESSIONAL_PURPOSES, RELATIVE_PURPOSES } from '../texts/execution.texts';

/**
 * What permitted a contact on its day: `given`: a consent; `recordedLate`: a consent given before the contact and recorded after it; `givenLater`: a
 * consent given after the contact; `withdrawn`: a consent withdrawn before it; `law`: another ground in law; `none`: nothing.
 */
export type Behind = 'given' | 'recordedLate' | 'givenLater' | 'withdrawn' | 'law' | 'none';

export interface Contact {
  readonly entry: Entry;
  readonly data: ContactMade['data'];
}

/** Records a contact with a relative, about daily life or the measure. */
export const callRelative = (file: FileWriter, partyId: PartyId, day: LocalDate, behind: Behind): Contact =>
  contact(file, partyId, day, behind, file.chance.pick(RELATIVE_PURPOSES));

/** Records a contact with a professional in health care or another authority, who is recorded as a party on the file's first day. */
export const callProfessional = (file: FileWriter, day: LocalDate, behind: Behind): Contact => {
  const partyId = file.id<PartyId>();
  file.log('PartyRecorded', file.openedOn, { partyId, ...professional(file.chance) });
  return contact(file, partyId, day, behind, file.chance.pick(PROFESSIONAL_PURPOSES));
};

const contact = (
  file: FileWriter,
  partyId: PartyId,
  day: LocalDate,
  behind: Behind,
  purpose: string,
): Contact => {
  const { chance } = file;
  const consentId = consentBefore(file, partyId, day, behind);
  const data: ContactMade['data'] = {
    contactId: file.id<ContactId>(),
    withPerson: false,
    partyIds: [partyId],
    direction: 'out',
    channel: chance.pick(['phone', 'phone', 'email', 'meeting'] as const),
    subjects: [chance.pick(['dailyLife', 'measure'] as const)],
    purpose,
    disclosed: chance.happens(40),
    ground: groundFor(behind, consentId),
  };
  const entry = file.log('ContactMade', day, data, {
    ...(file.caseId && { caseId: file.caseId }),
    occurredTime: `${chance.whole(9, 15)}:${chance.whole(10, 55)}`.padStart(5, '0') as LocalTime,
  });
  if (behind === 'givenLater') giveConsent(file, partyId, weekdaysAfter(day, chance.whole(3, 9)));
  return { entry, data };
};

const groundFor = (behind: Behind, consentId: ConsentId | undefined): ContactMade['data']['ground'] => {
  if (behind === 'given' && consentId) return { consentId };
  if (behind === 'law')
    return {
      law: { statute: '2009:400', section: '10 kap. 2 §' },
      reason: 'Nödvändigt för att kunna genomföra det planerade hembesöket samma dag.',
    };
  return null;
};

const consentBefore = (
  file: FileWriter,
  partyId: PartyId,
  day: LocalDate,
  behind: Behind,
): ConsentId | undefined => {
  const { chance, openedOn } = file;
  const earlier = (days: number) => latest(openedOn, nextWorkday(addDays(day, -days)));
  if (behind === 'given') return giveConsent(file, partyId, earlier(chance.whole(8, 60)));
  if (behind === 'recordedLate')
    return giveConsent(
      file,
      partyId,
      addDays(day, -chance.whole(4, 9)),
      weekdaysAfter(day, chance.whole(5, 12)),
    );
  if (behind === 'withdrawn') {
    const consentId = giveConsent(file, partyId, earlier(chance.whole(90, 150)));
    file.log('ConsentWithdrawn', nextWorkday(addDays(day, -chance.whole(12, 40))), { consentId });
    return consentId;
  }
  return undefined;
};

/** Records the person's consent to contacts with this party. */
export const giveConsent = (
  file: FileWriter,
  partyId: PartyId,
  day: LocalDate,
  recordedOn?: LocalDate,
): ConsentId => {
  const consentId = file.id<ConsentId>();
  file.log(
    'ConsentGiven',
    day,
    {
      consentId,
      with: { partyId },
      subjects: ['all'],
      form: file.chance.pick(['written', 'oral'] as const),
      validFrom: day,
      representativeId: null,
    },
    recordedOn && { recordedOn },
  );
  return consentId;
};
