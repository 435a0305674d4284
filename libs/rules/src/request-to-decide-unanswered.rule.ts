import { latest, recorded } from '@rt/domain';
import { weeks } from './amounts';
import { deadline } from './deadline';
import { decisionsOn } from './decisions-on';
import { earliestOf, firstOf } from './first-of';
import { underBothActs } from './sources';
import { statutoryWeeksAfter } from './statutory-time';

export const requestToDecideUnanswered = deadline({
  id: 'request-to-decide-unanswered',
  title: { sv: 'Begäran om avgörande obesvarad', en: 'Request to decide unanswered' },
  reading: ({ answerWeeksMax }) => ({
    sv: `Inom ${weeks(answerWeeksMax).sv} från det att begäran kom in avgörs ärendet, eller så avslås begäran i ett särskilt beslut. Samma veckodag, flyttad till nästa vardag (lag 1930:173). Den första begäran om en ansökan räknas, för rätten gäller vid ett tillfälle. Om sex månader hade gått när begäran kom in prövas inte här: också en begäran som är för tidig ska besvaras.`,
    en: `Within ${weeks(answerWeeksMax).en} of the day on which the request came in, the case is decided or the request is rejected in a decision of its own. The same weekday, moved to the next weekday that is a workday (lag 1930:173). The first request about an application counts, because the right can be used once. Whether six months had passed when it came in is not judged here: a request that is too early is answered too.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'application',
  settledBy: ['DecisionMade', 'RequestToDecideRejected', 'AdvanceDecisionMade'],
  whatToDo: {
    sv: 'Avgör ärendet, eller avslå begäran i ett särskilt beslut och upplys om hur det överklagas.',
    en: 'Decide the case, or reject the request in a decision of its own and tell how it can be appealed.',
  },
  versions: underBothActs({
    inForceFrom: '2018-07-01',
    authority: 'law',
    oldAct: 'FL (2017:900) 12 §, SoL (2001:453) 11 kap. 8 §',
    newAct: 'FL (2017:900) 12 §, SoL (2025:400) 14 kap. 10 §',
    quote:
      'Myndigheten ska inom fyra veckor från den dag då en sådan begäran kom in antingen avgöra ärendet eller i ett särskilt beslut avslå begäran.',
    parameters: { answerWeeksMax: 4 },
    parameterAuthority: 'law',
  }),
  duties: (file) =>
    file.things('application').flatMap((application) => {
      const request = application.since('RequestToDecideReceived')[0];
      if (!request) return [];
      const requestedOn = latest(application.created.occurredOn, request.occurredOn);
      const decisions = decisionsOn(file, application);
      if (decisions.some(({ occurredOn }) => occurredOn < requestedOn)) return [];
      const rejections = application
        .since('RequestToDecideRejected')
        .filter(({ occurredOn }) => occurredOn >= requestedOn);
      return [
        {
          subject: application.id,
          trigger: request,
          arisesOn: requestedOn,
          overOn: firstOf(application.since('ApplicationWithdrawn').map(({ occurredOn }) => occurredOn)),
          metBy: earliestOf([...decisions, ...rejections]),
          facts: { requestedOn },
        },
      ];
    }),
  dueOn: (from, { answerWeeksMax }) => statutoryWeeksAfter(from, answerWeeksMax),
  phrases: ({ inputs: { requestedOn, answerWeeksMax } }) => ({
    background: {
      sv: `Den enskildes begäran om avgörande kom in ${requestedOn}.`,
      en: `The person’s request to decide came in on ${requestedOn}.`,
    },
    backgroundOn: requestedOn,
    within: weeks(answerWeeksMax),
    owed: { sv: 'Den ska ha besvarats', en: 'It is to be answered' },
    missed: { sv: 'Den skulle ha besvarats', en: 'It was to be answered' },
    met: { sv: 'Den besvarades', en: 'It was answered' },
    over: { sv: 'behöver begäran inte besvaras', en: 'no answer is required' },
  }),
  examples: [
    {
      name: 'four weeks to the day, no answer: in time',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-02'),
      ],
      on: '2026-03-30',
      then: ['pending'],
    },
    {
      name: 'four weeks and a day, no answer: a gap',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-02'),
      ],
      on: '2026-03-31',
      then: ['overdue'],
    },
    {
      name: 'the fourth week ends on Good Friday: the Tuesday after Easter is in time',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-06'),
      ],
      on: '2026-04-07',
      then: ['pending'],
    },
    {
      name: 'decided on the last day: in time',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-02'),
        recorded('DecisionMade', '2026-03-30'),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'rejected a day late: late, and it stays late',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-02'),
        recorded('RequestToDecideRejected', '2026-03-31'),
      ],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the application withdrawn in the second week: no answer is required',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('RequestToDecideReceived', '2026-03-02'),
        recorded('ApplicationWithdrawn', '2026-03-12'),
      ],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'came in on 1 July 2025, the first day of the new act: a gap',
      given: [
        recorded('ApplicationReceived', '2024-12-02'),
        recorded('RequestToDecideReceived', '2025-07-01'),
      ],
      on: '2025-07-30',
      then: ['overdue'],
    },
    {
      name: 'came in on 30 June 2025, under the older act: a gap',
      given: [
        recorded('ApplicationReceived', '2024-12-02'),
        recorded('RequestToDecideReceived', '2025-06-30'),
      ],
      on: '2025-07-29',
      then: ['overdue'],
    },
    {
      name: 'came in on 1 July 2018, the first day of the present administrative act: a gap',
      given: [
        recorded('ApplicationReceived', '2017-12-04'),
        recorded('RequestToDecideReceived', '2018-07-01'),
      ],
      on: '2018-07-31',
      then: ['overdue'],
    },
    {
      name: 'the case had been decided when the request came in: it does not apply',
      given: [
        recorded('ApplicationReceived', '2025-08-04'),
        recorded('DecisionMade', '2026-02-20'),
        recorded('RequestToDecideReceived', '2026-03-02'),
      ],
      on: '2026-06-01',
      then: 'doesNotApply',
    },
  ],
});
