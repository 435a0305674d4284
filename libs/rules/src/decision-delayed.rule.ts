import { exampleId, recorded } from '@rt/domain';
import { months } from './amounts';
import { deadline } from './deadline';
import { decisionsOn } from './decisions-on';
import { firstOf } from './first-of';
import { REPORT_2021 } from './sources';
import { statutoryMonthsAfter } from './statutory-time';

export const decisionDelayed = deadline({
  id: 'decision-delayed',
  title: ({ decisionMonthsMax }) => ({
    sv: `Ansökan utan beslut i ${months(decisionMonthsMax).sv}`,
    en: `Application undecided for ${months(decisionMonthsMax).en}`,
  }),
  reading: ({ decisionMonthsMax }) => ({
    sv: `En ansökan avgörs inom ${months(decisionMonthsMax).sv}. Lagen kräver inte beslut till en viss dag, men från den dagen får den enskilde begära att ärendet avgörs (FL 12 §), och inspektörerna kräver att handläggningstiderna inte blir för långa. Samma datum, flyttat till nästa vardag (lag 1930:173). Det som räknas är ett beslut som anger ansökan, eller ett beslut eller förhandsbesked i samma ärende som inte anger någon ansökan. Tiden slutar löpa när ansökan återtas eller ärendet avslutas. En underrättelse om försening ändrar ingenting här.`,
    en: `An application is decided within ${months(decisionMonthsMax).en}. The law sets no duty to decide by a certain day, but from that day the person may demand a decision (FL 12 §), and the inspectors require that handling does not take too long. The same date, moved to the next weekday (lag 1930:173). What counts is a decision that names the application, or a decision or advance decision of the same case that names none. The time ends when the application is withdrawn or the case closes. A notice of delay changes nothing here.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionMade', 'AdvanceDecisionMade'],
  whatToDo: {
    sv: 'Slutför utredningen och fatta beslut. Underrätta den enskilde om varför det dröjer. Är beslutet redan fattat: registrera det med rätt dag.',
    en: 'Complete the investigation and decide. Tell the person why it takes so long. If it has been decided already: record the decision with the right day.',
  },
  versions: [
    {
      inForceFrom: '2019-01-01',
      authority: 'guideline',
      document: `${REPORT_2021}; antalet månader enligt FL (2017:900) 12 §`,
      quote: 'säkerställa att handläggningstiderna inte blir för långa',
      parameters: { decisionMonthsMax: 6 },
      parameterAuthority: 'law',
    },
  ],
  duties: (file) =>
    file.things('application').map((application) => ({
      subject: application.id,
      trigger: application.created,
      overOn: firstOf(application.since('ApplicationWithdrawn').map(({ occurredOn }) => occurredOn)),
      metBy: decisionsOn(file, application)[0],
      facts: { receivedOn: application.created.occurredOn },
    })),
  dueOn: (from, { decisionMonthsMax }) => statutoryMonthsAfter(from, decisionMonthsMax),
  phrases: ({ inputs: { receivedOn, decisionMonthsMax } }) => ({
    background: { sv: `Ansökan kom in ${receivedOn}.`, en: `The application came in on ${receivedOn}.` },
    backgroundOn: receivedOn,
    within: months(decisionMonthsMax),
    owed: { sv: 'Den ska ha avgjorts', en: 'It is to be decided' },
    missed: { sv: 'Den skulle ha avgjorts', en: 'It was to be decided' },
    met: { sv: 'Den avgjordes', en: 'It was decided' },
    over: { sv: 'behöver den inte avgöras', en: 'no decision is required' },
  }),
  examples: [
    {
      name: 'six months to the day, undecided: in time',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: '2026-07-13',
      then: ['pending'],
    },
    {
      name: 'six months and a day, undecided: a gap',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: '2026-07-14',
      then: ['overdue'],
    },
    {
      name: 'from 31 August six months are the last of February, a Saturday in 2026: Monday is in time',
      given: [recorded('ApplicationReceived', '2025-08-31')],
      on: '2026-03-02',
      then: ['pending'],
    },
    {
      name: 'decided on the last day: in time',
      given: [recorded('ApplicationReceived', '2026-01-12'), recorded('DecisionMade', '2026-07-13')],
      on: '2026-12-01',
      then: ['fulfilled'],
    },
    {
      name: 'decided a day late, after a notice of delay: late, and it stays late',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('DelayNoticeSent', '2026-05-04'),
        recorded('DecisionMade', '2026-07-14'),
      ],
      on: '2026-12-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'a decision on another application: still a gap',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('DecisionMade', '2026-02-20', { applicationId: exampleId('application', 2) }),
      ],
      on: '2026-07-14',
      then: ['overdue'],
    },
    {
      name: 'withdrawn in the third month: no decision is required',
      given: [recorded('ApplicationReceived', '2026-01-12'), recorded('ApplicationWithdrawn', '2026-04-07')],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'received on 1 January 2019, the first day of the rule: a gap',
      given: [recorded('ApplicationReceived', '2019-01-01')],
      on: '2019-07-02',
      then: ['overdue'],
    },
    {
      name: 'information and no application: it does not apply',
      given: [recorded('InformationReceived', '2026-01-12')],
      on: '2026-12-01',
      then: 'doesNotApply',
    },
  ],
});
