import { addDays, isApproval, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { earliestOf } from './first-of';
import { grantedPeriods } from './granted-periods';
import { MEETING_2024 } from './sources';

const LSS = '1993:387';

export const individualPlanOffer = deadline({
  id: 'individual-plan-offer',
  title: { sv: 'Individuell plan ej erbjuden', en: 'Individual plan not offered' },
  reading: ({ offerDaysMax }) => ({
    sv: `För varje beviljande enligt LSS, också ett som förlänger ett tidigare, erbjuds den enskilde en individuell plan inom ${days(offerDaysMax).sv}, vad den enskilde än svarar. En plan som upprättas räknas som erbjuden. Den är något annat än utförarens genomförandeplan och en SIP. Kravet upphör när beslutet ändras till avslag, när den beviljade tiden har gått ut eller när ärendet avslutas. Lagen säger ”i samband med”; ingen källa anger antalet dagar.`,
    en: `For each approval under LSS, also one that renews an earlier one, the person is offered an individual plan within ${days(offerDaysMax).en}, whatever the person answers. A plan that is made counts as offered. It is neither the implementation plan of the provider nor a coordinated plan (SIP). The duty ends when the decision is changed into a rejection, when the granted time has run out, or when the case closes. The act says "in connection with"; no source sets the number of days.`,
  }),
  severity: 'high',
  area: 'selfDetermination',
  step: 'individual-plan',
  settledBy: ['IndividualPlanOffered', 'IndividualPlanMade'],
  whatToDo: {
    sv: 'Erbjud den enskilde en individuell plan, och anteckna erbjudandet och svaret.',
    en: 'Offer the person an individual plan, and record the offer and the answer.',
  },
  versions: [
    {
      inForceFrom: '2011-01-01',
      authority: 'law',
      document: `LSS 10 §; ${MEETING_2024}`,
      quote:
        'I samband med att en insats enligt denna lag beviljas ska den enskilde erbjudas att en individuell plan med beslutade och planerade insatser upprättas i samråd med honom eller henne.',
      parameters: { offerDaysMax: 14 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) => {
    const made = file.events('IndividualPlanMade');
    return file.things('decision').flatMap((decision) =>
      grantedPeriods(decision, ({ law, outcome }) => law.statute === LSS && isApproval(outcome)).map(
        ({ event, from, to }) => ({
          subject: decision.id,
          trigger: event,
          arisesOn: from,
          overOn: to,
          metBy: earliestOf([
            ...decision.since('IndividualPlanOffered'),
            ...made.filter(({ occurredOn }) => occurredOn >= from),
          ]),
          facts: { grantedOn: from },
        }),
      ),
    );
  },
  dueOn: (from, { offerDaysMax }) => addDays(from, offerDaysMax),
  phrases: ({ inputs: { grantedOn, offerDaysMax } }) => ({
    background: {
      sv: `Insatsen beviljades enligt LSS ${grantedOn}.`,
      en: `The measure was granted under LSS on ${grantedOn}.`,
    },
    backgroundOn: grantedOn,
    within: days(offerDaysMax),
    owed: { sv: 'En individuell plan ska ha erbjudits', en: 'An individual plan is to be offered' },
    missed: { sv: 'En individuell plan skulle ha erbjudits', en: 'An individual plan was to be offered' },
    met: { sv: 'En individuell plan erbjöds', en: 'An individual plan was offered' },
    over: { sv: 'behöver ingen individuell plan erbjudas', en: 'no individual plan need be offered' },
  }),
  examples: [
    {
      name: 'day 14 after the approval, no offer: in time',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-03-06',
      then: ['pending'],
    },
    {
      name: 'day 15 after the approval, no offer: a gap',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-03-07',
      then: ['overdue'],
    },
    {
      name: 'offered on day 14, and declined: in time',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('IndividualPlanOffered', '2026-03-06', { accepted: false }),
      ],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'offered on day 15: late, and it stays late',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('IndividualPlanOffered', '2026-03-07')],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'a plan was made on day 10: it counts as offered',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('IndividualPlanMade', '2026-03-02', { requestId: null }),
      ],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'changed into a rejection on day 5: no plan need be offered',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('DecisionChanged', '2026-02-25', { outcome: 'rejection' }),
      ],
      on: '2026-09-01',
      then: ['voided'],
    },
    {
      name: 'granted on 1 January 2011, the first day of the duty to offer: a gap',
      given: [recorded('DecisionMade', '2011-01-01')],
      on: '2011-01-16',
      then: ['overdue'],
    },
    {
      name: 'granted under SoL: it does not apply',
      given: [
        recorded('DecisionMade', '2026-02-20', {
          law: { statute: '2025:400', section: '11 kap. 1 §' },
          measure: 'ledsagning',
        }),
      ],
      on: '2026-09-01',
      then: 'doesNotApply',
    },
  ],
});
