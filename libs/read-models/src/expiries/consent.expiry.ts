import {
  diedOn,
  earliest,
  END_OF_TIME,
  type ConsentGiven,
  type ConsentRenewed,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { caseClosedFrom } from '../case-closed';
import { holds, isAfter, occurredOnOf, type ExpiryDeclaration, type Statement } from './expiry';

export const consentExpiry = {
  step: 'consent',
  title: { sv: 'Medgivandet löper ut', en: 'The consent expires' },
  whatToDo: {
    sv: 'Fråga den enskilde om medgivandet ska förnyas, och registrera svaret.',
    en: 'Ask the person whether the consent is to be renewed, and record the answer.',
  },
  settledBy: ['ConsentRenewed', 'ConsentGiven', 'ConsentWithdrawn'],
  text: (lastDay, on) => holds(lastDay, on, 'Medgivandet', 'The consent'),
  statementsIn: (file) => consentsOf(file),
} as const satisfies ExpiryDeclaration;

const consentsOf = (file: PersonalFile): readonly Statement[] => {
  const over = caseClosedFrom(file, undefined);
  return file.things('consent').flatMap((consent) => {
    const versions = statementsOf(consent);
    return versions.flatMap((said, index) =>
      said.data.validTo === undefined
        ? []
        : {
            subject: consent.id,
            said,
            lastDay: said.data.validTo,
            renewals: [versions[index + 1]?.occurredOn, replacedOn(file, consent, said.data.validTo)],
            ends: [
              ...consent.since('ConsentWithdrawn').filter(isAfter(said)).map(occurredOnOf),
              over,
              diedOn(file),
            ],
          },
    );
  });
};

/**
 * The day from which another consent covers the same counterpart and subjects until a later day. A consent that was ever withdrawn does not count.
 */
const replacedOn = (
  file: PersonalFile,
  consent: Thing<'consent'>,
  lastDay: LocalDate,
): LocalDate | undefined => {
  const { with: counterpart, subjects } = consent.created.data;
  const days = file
    .things('consent')
    .filter(({ id, created: { data } }) => {
      const isWithSame =
        data.with.partyId === counterpart.partyId && data.with.category === counterpart.category;
      const saysAll = data.subjects.includes('all') || subjects.every((one) => data.subjects.includes(one));
      return id !== consent.id && isWithSame && saysAll;
    })
    .filter((other) => other.since('ConsentWithdrawn').length === 0)
    .flatMap((other) => statementsOf(other).find(({ data }) => (data.validTo ?? END_OF_TIME) > lastDay) ?? [])
    .map(occurredOnOf);
  const [first] = days;
  return first && earliest(first, ...days);
};

const statementsOf = (consent: Thing<'consent'>): readonly Recorded<ConsentGiven | ConsentRenewed>[] => [
  consent.created,
  ...consent.since('ConsentRenewed'),
];
