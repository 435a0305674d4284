import { addMonths, recorded } from '@rt/domain';
import { months } from './amounts';
import { deadline } from './deadline';
import { onceOpen } from './once-open';
import { REPORT_2022 } from './sources';

export const fredaYearly = deadline({
  id: 'freda-yearly',
  title: { sv: 'FREDA-frågor ej ställda senaste året', en: 'Violence questions not asked in the last year' },
  reading: ({ questionsMonthsMax }) => ({
    sv: `En kedja i varje öppet ärende: frågor om våld inom ${months(questionsMonthsMax).sv} från det att ärendet öppnades, sedan inom ${months(questionsMonthsMax).sv} från varje gång. Det som räknas är att de ställdes, eller att de inte var lämpliga att ställa, med skäl; frågorna gäller personen, så en gång räknas i alla öppna ärenden. Svaren antecknas aldrig. Återöppnas ärendet räknas tiden från den dagen. Rutinen är två stadsdelsförvaltningars; regeln gäller för alla tills kommunen har beslutat annat. Samma datum, utan flytt till vardag.`,
    en: `A chain in each open case: violence questions within ${months(questionsMonthsMax).en} after the case was opened, then within ${months(questionsMonthsMax).en} of each time. What counts is that they were asked, or that they were not suitable to ask, with a reason; the questions are about the person, so one time counts in all open cases. The answers are never recorded. When the case is reopened, the time counts from that day. The routine is that of two districts; the rule applies to all until the municipality has decided otherwise. The same date, not moved to a weekday.`,
  }),
  severity: 'medium',
  area: 'safety',
  step: 'violence-questions',
  settledBy: ['ViolenceQuestionsAsked', 'ViolenceQuestionsNotSuitable'],
  whatToDo: {
    sv: 'Ställ FREDA-frågorna vid nästa samtal i enrum, och anteckna att de ställdes men inte svaren. Är de redan ställda: registrera dagen.',
    en: 'Ask the questions when you next meet in private, and record that they were asked but not the answers. If they have been asked already: record the day.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'localRoutine',
      document: REPORT_2022,
      quote: 'rutin att ställa FREDA-frågor¹ årligen i alla ärenden',
      parameters: { questionsMonthsMax: 12 },
      parameterAuthority: 'localRoutine',
    },
  ],
  duties: (file) => {
    const asked = oneADay(file.events('ViolenceQuestionsAsked', 'ViolenceQuestionsNotSuitable'));
    return file.things('case').flatMap((theCase) => {
      const opened = { ...theCase.created, caseId: theCase.id };
      const times = asked.filter(({ occurredOn }) => occurredOn >= opened.occurredOn);
      return [opened, ...times].flatMap((event, index) => {
        const next = times[index];
        const begins = onceOpen(file, { ...event, caseId: theCase.id }, event.occurredOn);
        // Asked again while the case was closed: the time counts from the last of them.
        if (!begins || (next && begins.arisesOn > event.occurredOn && next.occurredOn <= begins.arisesOn))
          return [];
        const { arisesOn } = begins;
        return [
          {
            subject: theCase.id,
            ...begins,
            inCaseOf: opened,
            metBy: next,
            facts: { sinceOn: arisesOn, isFirst: index === 0 },
          },
        ];
      });
    });
  },
  dueOn: (from, { questionsMonthsMax }) => addMonths(from, questionsMonthsMax),
  phrases: ({ inputs: { sinceOn, isFirst, questionsMonthsMax } }) => ({
    background: isFirst
      ? { sv: `Ärendet är öppet sedan ${sinceOn}.`, en: `The case is open since ${sinceOn}.` }
      : { sv: `Tiden räknas från ${sinceOn}.`, en: `The time counts from ${sinceOn}.` },
    backgroundOn: sinceOn,
    within: months(questionsMonthsMax),
    owed: { sv: 'Frågor om våld ska ha ställts', en: 'Violence questions are to be asked' },
    missed: { sv: 'Frågor om våld skulle ha ställts', en: 'Violence questions were to be asked' },
    met: { sv: 'Frågan togs upp', en: 'The matter was raised' },
    over: { sv: 'behöver frågorna inte ställas', en: 'the questions need not be asked' },
  }),
  examples: [
    {
      name: 'twelve months after the opening, not asked: in time',
      given: [recorded('CaseOpened', '2025-01-07')],
      on: '2026-01-07',
      then: ['pending'],
    },
    {
      name: 'twelve months and a day, not asked: a gap',
      given: [recorded('CaseOpened', '2025-01-07')],
      on: '2026-01-08',
      then: ['overdue'],
    },
    {
      name: 'asked on the last day: in time, and again within twelve months',
      given: [recorded('CaseOpened', '2025-01-07'), recorded('ViolenceQuestionsAsked', '2026-01-07')],
      on: '2027-01-07',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'not suitable to ask, a day late: late, and it stays late',
      given: [recorded('CaseOpened', '2025-01-07'), recorded('ViolenceQuestionsNotSuitable', '2026-01-08')],
      on: '2026-06-01',
      then: ['fulfilledLate', 'pending'],
    },
    {
      name: 'a year and a day after they were asked: a gap',
      given: [recorded('CaseOpened', '2025-01-07'), recorded('ViolenceQuestionsAsked', '2025-02-03')],
      on: '2026-02-04',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'the case closed in the tenth month: they need not be asked',
      given: [recorded('CaseOpened', '2025-01-07'), recorded('CaseClosed', '2025-11-03')],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'opened on 1 January 2021, the first day of the rule: a gap',
      given: [recorded('CaseOpened', '2021-01-01')],
      on: '2022-01-02',
      then: ['overdue'],
    },
    {
      name: 'asked, and no case: it does not apply',
      given: [recorded('ViolenceQuestionsAsked', '2025-02-03')],
      on: '2026-06-01',
      then: 'doesNotApply',
    },
  ],
});

/** The events, at most one a day. Of two on one day the lower id counts, whichever was recorded first. */
const oneADay = <E extends { readonly id: string; readonly occurredOn: string }>(
  events: readonly E[],
): readonly E[] =>
  [...events]
    .sort((a, b) => (`${a.occurredOn} ${a.id}` < `${b.occurredOn} ${b.id}` ? -1 : 1))
    .filter(({ occurredOn }, index, all) => all[index - 1]?.occurredOn !== occurredOn);
