import {
  ageOn,
  decisionAsMade,
  exampleId,
  isApproval,
  personOn,
  recorded,
  representativeInForce,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { violation } from './violation';

/** What is missing in the request behind an LSS decision. */
const LACKS = {
  noApplication: {
    sv: 'Beslutet anger ingen begäran som hade kommit in då.',
    en: 'The decision names no request that had come in by then.',
  },
  otherAct: {
    sv: 'Den ansökan som beslutet anger gällde inte LSS.',
    en: 'The application that the decision names was not under LSS.',
  },
  otherMeasure: {
    sv: 'Den begäran som beslutet anger gällde en annan insats.',
    en: 'The request that the decision names was for another measure.',
  },
  notEntitled: {
    sv: 'Begäran gjordes av någon som enligt akten inte fick göra den för den enskilde.',
    en: 'The request was made by somebody who, as the file says, could not make it for the person.',
  },
} as const;
type Lack = keyof typeof LACKS;

export const lssWithoutRequest = violation({
  id: 'lss-without-request',
  title: { sv: 'LSS-insats utan begäran', en: 'LSS measure without a request' },
  reading: {
    sv: 'En insats enligt LSS beviljas bara om den enskilde har begärt den: en ansökan enligt LSS om samma insats, från den enskilde, ett ombud med fullmakt, en god man, förvaltare eller framtidsfullmaktshavare som företrädde den enskilde den dagen, eller en vårdnadshavare för den som inte hade fyllt 15 år. En begäran från någon annan, eller från en företrädare som akten inte visar, räcker inte. Om den enskilde själv kunde ta ställning syns inte. Ett beslut som förlänger ett annat har en egen begäran. Saknas den bara i akten: rätta beslutet eller ansökan, så att de hör ihop.',
    en: 'A measure under LSS is granted only if the person requested it: an application under LSS for the same measure, made by the person, by a holder of a power of attorney, by a guardian, administrator or holder of a future power of attorney who represented the person that day, or by a custodian of somebody under 15. A request by somebody else, or by a representative whom the file does not show, is not enough. Whether the person could decide for themselves does not show. A decision that renews another has a request of its own. If it is only missing in the file: correct the decision or the application, so that they belong together.',
  },
  severity: 'high',
  area: 'selfDetermination',
  step: 'decision',
  settledBy: ['GapAcknowledged', 'EntryCorrected'],
  mayBeUnrecorded: ['ApplicationReceived'],
  whatToDo: {
    sv: 'Ta reda på om den enskilde har begärt insatsen. Rätta i så fall uppgifterna; fråga annars den enskilde, och kvittera bristen med vad som kom fram.',
    en: 'Find out whether the person requested the measure. If so, correct the entries; otherwise ask the person, and acknowledge the gap with what came out.',
  },
  versions: [
    {
      inForceFrom: '1994-01-01',
      authority: 'law',
      document: 'LSS 8 §',
      quote: 'Insatser enligt denna lag ska ges den enskilde endast om han eller hon begär det.',
    },
  ],
  violations: (file) =>
    file.things('decision').flatMap((decision) => {
      const lack = lackOf(file, decision);
      if (!lack) return [];
      const made = decision.created;
      const application = file.get('application', made.data.applicationId);
      return [
        {
          subject: decision.id,
          trigger: made,
          facts: { decidedOn: made.occurredOn, lack },
          evidence: application && lack !== 'noApplication' ? [application.created.id] : [],
        },
      ];
    }),
  happened: ({ inputs: { decidedOn, lack } }) => ({
    sv: `Insatsen beviljades enligt LSS ${decidedOn}. ${LACKS[lack].sv}`,
    en: `The measure was granted under LSS on ${decidedOn}. ${LACKS[lack].en}`,
  }),
  examples: [
    {
      name: 'requested by the person on the day of the decision: in order',
      given: [recorded('ApplicationReceived', '2026-02-20'), recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'requested the day after: a violation',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ApplicationReceived', '2026-02-21')],
      on: '2026-02-21',
      then: ['violation'],
    },
    {
      name: 'no request at all: a violation on the day of the decision',
      given: [recorded('DecisionMade', '2026-02-20', { applicationId: null })],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'the application was under SoL: a violation',
      given: [
        recorded('ApplicationReceived', '2026-01-12', {
          law: { statute: '2025:400', section: '11 kap. 1 §' },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'the request was for another measure: a violation',
      given: [
        recorded('ApplicationReceived', '2026-01-12', { measure: 'kontaktperson' }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'requested by the guardian: in order',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('ApplicationReceived', '2026-01-12', {
          applicant: {
            kind: 'representative',
            representativeId: exampleId('representative'),
            partyId: null,
          },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'requested by a guardian whose appointment had ended the day before: a violation',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('RepresentativeEnded', '2026-01-11'),
        recorded('ApplicationReceived', '2026-01-12', {
          applicant: {
            kind: 'representative',
            representativeId: exampleId('representative'),
            partyId: null,
          },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'requested by the custodian of a person of 15: a violation',
      given: [
        recorded('PersonalFileOpened', '2026-01-02', {
          person: {
            name: 'Elsa Exempelsson',
            identity: { kind: 'birthDate', value: '2011-01-12' },
            sex: 'female',
            protectedIdentity: false,
          },
        }),
        recorded('RepresentativeRegistered', '2026-01-07', { kind: 'custodian' }),
        recorded('ApplicationReceived', '2026-01-12', {
          applicant: {
            kind: 'representative',
            representativeId: exampleId('representative'),
            partyId: null,
          },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'requested by the custodian of a person of 14: in order',
      given: [
        recorded('PersonalFileOpened', '2026-01-02', {
          person: {
            name: 'Elsa Exempelsson',
            identity: { kind: 'birthDate', value: '2011-01-13' },
            sex: 'female',
            protectedIdentity: false,
          },
        }),
        recorded('RepresentativeRegistered', '2026-01-07', { kind: 'custodian' }),
        recorded('ApplicationReceived', '2026-01-12', {
          applicant: {
            kind: 'representative',
            representativeId: exampleId('representative'),
            partyId: null,
          },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'requested by the brother: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ApplicationReceived', '2026-01-12', {
          applicant: { kind: 'party', representativeId: null, partyId: exampleId('party') },
        }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'granted on 1 January 1994, the first day of the act, without a request: a violation',
      given: [recorded('DecisionMade', '1994-01-01', { applicationId: null })],
      on: '1994-01-01',
      then: ['violation'],
    },
    {
      name: 'granted under SoL: it does not apply',
      given: [
        recorded('DecisionMade', '2026-02-20', {
          applicationId: null,
          law: { statute: '2025:400', section: '11 kap. 1 §' },
          measure: 'ledsagning',
        }),
      ],
      on: '2026-02-20',
      then: 'doesNotApply',
    },
  ],
});

const LSS = '1993:387';

const lackOf = (file: PersonalFile, decision: Thing<'decision'>): Lack | undefined => {
  const { law, measure, outcome } = decisionAsMade(decision);
  if (law.statute !== LSS || !isApproval(outcome)) return undefined;
  const { occurredOn: decidedOn, data } = decision.created;
  const application = file.get('application', data.applicationId)?.created;
  if (!application || application.occurredOn > decidedOn) return 'noApplication';
  if (application.data.law.statute !== LSS) return 'otherAct';
  if (application.data.measure !== measure) return 'otherMeasure';
  const { kind, representativeId } = application.data.applicant;
  if (kind === 'person') return undefined;
  const representative = file.get('representative', representativeId);
  return representative && mayRequest(file, representative, application.occurredOn)
    ? undefined
    : 'notEntitled';
};

/** Whether a representative could request a measure for the person on a day. A custodian can for somebody under 15. */
const mayRequest = (file: PersonalFile, representative: Thing<'representative'>, day: LocalDate): boolean => {
  if (!representativeInForce(file, representative, day)) return false;
  if (representative.created.data.kind !== 'custodian') return true;
  const { opened } = file;
  const person = opened && opened.occurredOn <= day ? personOn(file, day) : undefined;
  const age = person && ageOn(person, day);
  return age === undefined || age < 15;
};
