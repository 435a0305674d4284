import { addDays, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { firstOf } from './first-of';

export const appealTimelinessCheck = deadline({
  id: 'appeal-timeliness-check',
  title: { sv: 'Rättidsprövning ej gjord', en: 'Timeliness of the appeal not checked' },
  reading: ({ checkDaysMax }) => ({
    sv: `Inom ${days(checkDaysMax).sv} från det att ett överklagande kom in prövas om det kom in i rätt tid: tre veckor från det att den enskilde fick beslutet. Ett överklagande som överlämnas utan prövning är fortfarande oprövat. Kravet gäller också när ärendet är avslutat, och upphör när domstolen har avgjort målet. Att pröva är lag; ingen källa anger antalet dagar.`,
    en: `Within ${days(checkDaysMax).en} after an appeal came in it is checked whether it came in in time: three weeks after the person got the decision. An appeal that is forwarded without a check is still unchecked. The duty holds also while the case is closed, and ends when the court has decided. The check is law; no source sets the number of days.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['AppealTimelinessChecked'],
  whatToDo: {
    sv: 'Pröva om överklagandet kom in inom tre veckor från det att den enskilde fick beslutet, och registrera prövningen.',
    en: 'Check whether the appeal came in within three weeks after the person got the decision, and record the check.',
  },
  versions: [
    {
      inForceFrom: '2018-07-01',
      authority: 'law',
      document: 'FL (2017:900) 44 och 45 §§',
      quote: 'Beslutsmyndigheten prövar om överklagandet har kommit in i rätt tid.',
      parameters: { checkDaysMax: 7 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    file.things('appeal').map((appeal) => ({
      subject: appeal.id,
      trigger: appeal.created,
      overOn: firstOf(appeal.since('AppealDecided').map(({ occurredOn }) => occurredOn)),
      outlastsCase: true,
      outlastsDeath: true,
      metBy: appeal.since('AppealTimelinessChecked')[0],
      facts: { receivedOn: appeal.created.occurredOn },
    })),
  dueOn: (from, { checkDaysMax }) => addDays(from, checkDaysMax),
  phrases: ({ inputs: { receivedOn, checkDaysMax } }) => ({
    background: { sv: `Överklagandet kom in ${receivedOn}.`, en: `The appeal came in on ${receivedOn}.` },
    backgroundOn: receivedOn,
    within: days(checkDaysMax),
    owed: { sv: 'Tiden ska ha prövats', en: 'Its timeliness is to be checked' },
    missed: { sv: 'Tiden skulle ha prövats', en: 'Its timeliness was to be checked' },
    met: { sv: 'Tiden prövades', en: 'Its timeliness was checked' },
    over: { sv: 'behövs ingen prövning', en: 'no check is required' },
  }),
  examples: [
    {
      name: 'day 7, no check: in time',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('AppealReceived', '2026-03-09')],
      on: '2026-03-16',
      then: ['pending'],
    },
    {
      name: 'day 8, no check: a gap',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('AppealReceived', '2026-03-09')],
      on: '2026-03-17',
      then: ['overdue'],
    },
    {
      name: 'checked on day 7: in time',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-16'),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'checked on day 8: late, and it stays late',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealTimelinessChecked', '2026-03-17'),
      ],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'forwarded without a check: still a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealForwarded', '2026-03-11'),
      ],
      on: '2026-03-17',
      then: ['overdue'],
    },
    {
      name: 'the case closed the day before the appeal came: still a gap',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('CaseClosed', '2026-03-08', { reason: 'rejected' }),
        recorded('AppealReceived', '2026-03-09'),
      ],
      on: '2026-03-17',
      then: ['overdue'],
    },
    {
      name: 'decided by the court in the third month, never checked: no check is required any longer',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('AppealReceived', '2026-03-09'),
        recorded('AppealDecided', '2026-05-18'),
      ],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'came in on 1 July 2018, the first day of the present administrative act: a gap',
      given: [recorded('DecisionMade', '2018-06-20'), recorded('AppealReceived', '2018-07-01')],
      on: '2018-07-09',
      then: ['overdue'],
    },
    {
      name: 'a decision that nobody has appealed: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-03-17',
      then: 'doesNotApply',
    },
  ],
});
