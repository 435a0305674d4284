import { addDays, latest, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { earliestOf, firstOf } from './first-of';

export const appealForwardingDue = deadline({
  id: 'appeal-forwarding-due',
  title: { sv: 'Överklagande ej överlämnat', en: 'Appeal not forwarded' },
  reading: ({ forwardDaysMax }) => ({
    sv: `Ett överklagande som kom in i rätt tid överlämnas till domstolen inom ${days(forwardDaysMax).sv} från prövningen. Ett som redan var överlämnat när tiden prövades är i tid här; att prövningen kom efteråt visar regeln om rättidsprövning. Kravet upphör om en senare prövning finner att det kom in för sent, eller när domstolen har avgjort målet, och det gäller också när ärendet är avslutat. Lagen säger ”skyndsamt”; ingen källa anger antalet dagar.`,
    en: `An appeal that came in in time is forwarded to the court within ${days(forwardDaysMax).en} of the check. One that had been forwarded when its time was checked is in time here; that the check came afterwards is found by the rule on the check. The duty ends if a later check finds that it came in too late, or when the court has decided, and it holds also while the case is closed. The act says "promptly"; no source sets the number of days.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['AppealForwarded'],
  whatToDo: {
    sv: 'Överlämna överklagandet och handlingarna till förvaltningsrätten, och registrera dagen.',
    en: 'Forward the appeal and the documents to the administrative court, and record the day.',
  },
  versions: [
    {
      inForceFrom: '2018-07-01',
      authority: 'law',
      document: 'FL (2017:900) 46 §',
      quote:
        'Om överklagandet inte avvisas ska beslutsmyndigheten skyndsamt överlämna överklagandet och övriga handlingar i ärendet till överinstansen.',
      parameters: { forwardDaysMax: 7 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    file.things('appeal').flatMap((appeal) => {
      const receivedOn = appeal.created.occurredOn;
      const checks = appeal.since('AppealTimelinessChecked');
      const ends = appeal.since('AppealDecided').map(({ occurredOn }) => occurredOn);
      return checks.flatMap((check, index) => {
        const changes = checks[index - 1]?.data.inTime !== true;
        if (!check.data.inTime || !changes) return [];
        const checkedOn = latest(receivedOn, check.occurredOn);
        const tooLate = checks.slice(index + 1).find(({ data }) => !data.inTime);
        return [
          {
            subject: appeal.id,
            trigger: check,
            arisesOn: checkedOn,
            overOn: firstOf([tooLate?.occurredOn, ...ends]),
            outlastsCase: true as const,
            outlastsDeath: true as const,
            metBy: earliestOf(appeal.since('AppealForwarded')),
            facts: { checkedOn },
          },
        ];
      });
    }),
  dueOn: (from, { forwardDaysMax }) => addDays(from, forwardDaysMax),
  phrases: ({ inputs: { checkedOn, forwardDaysMax } }) => ({
    background: {
      sv: `Överklagandet prövades ${checkedOn} och hade kommit in i rätt tid.`,
      en: `The appeal was checked on ${checkedOn} and had come in in time.`,
    },
    backgroundOn: checkedOn,
    within: days(forwardDaysMax),
    owed: { sv: 'Det ska ha överlämnats till domstolen', en: 'It is to be forwarded to the court' },
    missed: { sv: 'Det skulle ha överlämnats till domstolen', en: 'It was to be forwarded to the court' },
    met: { sv: 'Det överlämnades', en: 'It was forwarded' },
    over: { sv: 'behöver det inte överlämnas', en: 'it need not be forwarded' },
  }),
  examples: [
    {
      name: 'day 7 after the check, not forwarded: in time',
      given: [recorded('AppealReceived', '2026-03-09'), recorded('AppealTimelinessChecked', '2026-03-11')],
      on: '2026-03-18',
      then: ['pending'],
    },
    {
      name: 'day 8 after the check, not forwarded: a gap',
      given: [recorded('AppealReceived', '2026-03-09'), recorded('AppealTimelinessChecked', '2026-03-11')],
      on: '2026-03-19',
      then: ['overdue'],
    },
    {
      name: 'forwarded on day 7: in time',
      given: [
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-11'),
        recorded('AppealForwarded', '2026-03-18'),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'forwarded on day 8: late, and it stays late',
      given: [
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-11'),
        recorded('AppealForwarded', '2026-03-19'),
      ],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'forwarded before its time was checked: nothing is late here',
      given: [
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealForwarded', '2026-03-10'),
        recorded('AppealTimelinessChecked', '2026-03-11'),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'found to be too late after all: it need not be forwarded',
      given: [
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-11'),
        recorded('AppealTimelinessChecked', '2026-03-13', { inTime: false }),
      ],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'checked on 1 July 2018, the first day of the present administrative act: a gap',
      given: [recorded('AppealReceived', '2018-06-28'), recorded('AppealTimelinessChecked', '2018-07-01')],
      on: '2018-07-09',
      then: ['overdue'],
    },
    {
      name: 'it came in too late: it does not apply',
      given: [
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-11', { inTime: false }),
      ],
      on: '2026-06-01',
      then: 'doesNotApply',
    },
  ],
});
