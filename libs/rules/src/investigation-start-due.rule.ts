import {
  exampleId,
  latest,
  recorded,
  weekdaysAfter,
  type EventId,
  type LocalDate,
  type Thing,
} from '@rt/domain';
import { weekdays } from './amounts';
import { deadline } from './deadline';
import { decisionsOn } from './decisions-on';
import { earliestOf, firstOf } from './first-of';
import { underBothActs } from './sources';

export const investigationStartDue = deadline({
  id: 'investigation-start-due',
  title: { sv: 'Utredning inte inledd', en: 'Investigation not opened' },
  reading: ({ startWeekdaysMax }) => ({
    sv: `Varje ansökan och varje uppgift som har kommit in får en utredning inom ${weekdays(startWeekdaysMax).sv}. Det som räknas är en utredning som anger ansökan eller uppgiften, eller en i samma ärende som inte anger någon av dem och inleddes samma dag eller senare. Kravet upphör när ansökan återtas, när den avgörs eller när ärendet avslutas. Lagen säger ”genast” (till och med juni 2025 ”utan dröjsmål”); ingen källa anger antalet dagar. För LSS följer skyldigheten av FL 9 och 23 §§. Om en uppgift kan leda till någon åtgärd avgör handläggaren: om inte, kvittera och skriv varför.`,
    en: `Every application and every piece of information that has come in gets an investigation within ${weekdays(startWeekdaysMax).en}. What counts is an investigation that names the application or the information, or one of the same case that names neither and was opened on that day or later. It is no longer required when the application is withdrawn or decided, or when the case closes. The act says "at once" (until June 2025 "without delay"); no source sets the number of days. For LSS the duty follows from FL 9 and 23 §§. The case worker judges whether information may lead to a measure: if not, acknowledge and write why.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'investigation',
  settledBy: ['InvestigationOpened'],
  whatToDo: {
    sv: 'Inled utredningen och ange den ansökan eller uppgift som den gäller. Är den redan inledd: registrera den med rätt dag.',
    en: 'Open the investigation and name the application or the information it is about. If it has been opened already: record it with the right day.',
  },
  versions: underBothActs({
    inForceFrom: '2002-01-01',
    authority: 'law',
    oldAct: 'SoL (2001:453) 11 kap. 1 §; för LSS förvaltningslagen',
    oldQuote:
      'utan dröjsmål inleda utredning av vad som genom ansökan eller på annat sätt har kommit till nämndens kännedom',
    newAct: 'SoL (2025:400) 14 kap. 2 §; för LSS FL (2017:900) 9 och 23 §§',
    quote:
      'Om socialnämnden får information om något som skulle kunna leda till en åtgärd av nämnden, ska nämnden genast inleda en utredning.',
    parameters: { startWeekdaysMax: 3 },
    parameterAuthority: 'default',
  }),
  duties: (file) => {
    const unnamed = file
      .things('investigation')
      .filter(({ created: { data } }) => data.applicationId === null && data.informationId === null);
    const met = (about: Thing<'application'> | Thing<'information'>) => firstInvestigation(about, unnamed);
    return [
      ...file.things('application').map((application) => ({
        subject: application.id,
        trigger: application.created,
        overOn: firstOf([
          ...application.since('ApplicationWithdrawn').map(({ occurredOn }) => occurredOn),
          decisionsOn(file, application)[0]?.occurredOn,
        ]),
        metBy: met(application),
        facts: { receivedOn: application.created.occurredOn, isApplication: true },
      })),
      ...file.things('information').map((information) => ({
        subject: information.id,
        trigger: information.created,
        metBy: met(information),
        facts: { receivedOn: information.created.occurredOn, isApplication: false },
      })),
    ];
  },
  dueOn: (from, { startWeekdaysMax }) => weekdaysAfter(from, startWeekdaysMax),
  phrases: ({ inputs: { receivedOn, isApplication, startWeekdaysMax } }) => ({
    background: isApplication
      ? { sv: `Ansökan kom in ${receivedOn}.`, en: `The application came in on ${receivedOn}.` }
      : { sv: `Uppgiften kom in ${receivedOn}.`, en: `The information came in on ${receivedOn}.` },
    backgroundOn: receivedOn,
    within: weekdays(startWeekdaysMax),
    owed: { sv: 'En utredning ska ha inletts', en: 'An investigation is to be opened' },
    missed: { sv: 'En utredning skulle ha inletts', en: 'An investigation was to be opened' },
    met: { sv: 'Utredningen inleddes', en: 'The investigation was opened' },
    over: { sv: 'behövs ingen utredning av det skälet', en: 'no investigation is required for that reason' },
  }),
  examples: [
    {
      name: 'the third weekday, over a weekend, no investigation: in time',
      given: [recorded('ApplicationReceived', '2026-01-15')],
      on: '2026-01-20',
      then: ['pending'],
    },
    {
      name: 'the fourth weekday, no investigation: a gap',
      given: [recorded('ApplicationReceived', '2026-01-15')],
      on: '2026-01-21',
      then: ['overdue'],
    },
    {
      name: 'opened on the third weekday: in time',
      given: [recorded('ApplicationReceived', '2026-01-15'), recorded('InvestigationOpened', '2026-01-20')],
      on: '2026-03-02',
      then: ['fulfilled'],
    },
    {
      name: 'opened on the fourth weekday: late, and it stays late',
      given: [recorded('ApplicationReceived', '2026-01-15'), recorded('InvestigationOpened', '2026-01-21')],
      on: '2026-03-02',
      then: ['fulfilledLate'],
    },
    {
      name: 'information from somebody else, no investigation after three weekdays: a gap',
      given: [recorded('InformationReceived', '2026-01-15')],
      on: '2026-01-21',
      then: ['overdue'],
    },
    {
      name: 'an investigation of the case that names neither: it counts',
      given: [
        recorded('ApplicationReceived', '2026-01-15'),
        recorded('InvestigationOpened', '2026-01-16', { applicationId: null }),
      ],
      on: '2026-01-21',
      then: ['fulfilled'],
    },
    {
      name: 'an investigation of another application: still a gap',
      given: [
        recorded('ApplicationReceived', '2026-01-15'),
        recorded('InvestigationOpened', '2026-01-16', { applicationId: exampleId('application', 2) }),
      ],
      on: '2026-01-21',
      then: ['overdue'],
    },
    {
      name: 'withdrawn on the second weekday: no investigation is required',
      given: [recorded('ApplicationReceived', '2026-01-15'), recorded('ApplicationWithdrawn', '2026-01-19')],
      on: '2026-03-02',
      then: ['voided'],
    },
    {
      name: 'received on 30 June 2025, the last day of the older act: a gap',
      given: [recorded('ApplicationReceived', '2025-06-30')],
      on: '2025-07-04',
      then: ['overdue'],
    },
    {
      name: 'received on 1 July 2025, the first day of the new act: a gap',
      given: [recorded('ApplicationReceived', '2025-07-01')],
      on: '2025-07-05',
      then: ['overdue'],
    },
    {
      name: 'received on 1 January 2002, the first day of the older act: a gap',
      given: [recorded('ApplicationReceived', '2002-01-01')],
      on: '2002-01-05',
      then: ['overdue'],
    },
    {
      name: 'a decision and no application: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20', { applicationId: null })],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

interface Opened {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/** The first investigation of what came in: one that names it, or one of its case that names nothing and was opened then or later. */
const firstInvestigation = (
  about: Thing<'application'> | Thing<'information'>,
  unnamed: readonly Thing<'investigation'>[],
): Opened | undefined => {
  const { occurredOn: receivedOn, caseId } = about.created;
  const named = (about as Thing<'application'>).linked('investigation').map(({ created }) => ({
    id: created.id,
    occurredOn: latest(receivedOn, created.occurredOn),
  }));
  const others = unnamed
    .map(({ created }) => created)
    .filter((opened) => opened.caseId === caseId && opened.occurredOn >= receivedOn);
  return earliestOf<Opened>([...named, ...others]);
};
