import { latest, recorded, weekdaysAfter, type LocalDate, type Thing } from '@rt/domain';
import { weekdays } from './amounts';
import { deadline, type Duty } from './deadline';
import { underBothActs } from './sources';

export const decisionNoticeDue = deadline({
  id: 'decision-notice-due',
  title: { sv: 'Underrättelse om beslut saknas', en: 'Notice of the decision missing' },
  reading: ({ noticeWeekdaysMax }) => ({
    sv: `Varje beslut, och varje ändring av det, skickas till den enskilde inom ${weekdays(noticeWeekdaysMax).sv}, också ett bifall. En ändring innan underrättelsen har skickats tar det tidigare kravets plats. Kravet upphör inte när ärendet avslutas: ett avslag ska nå den enskilde även om ärendet stängs samma dag. Lagen säger ”så snart som möjligt”; ingen källa anger antalet dagar. Om underrättelsen kom fram, och vad den innehöll, syns inte här.`,
    en: `Every decision, and every change of it, is sent to the person within ${weekdays(noticeWeekdaysMax).en}, approvals too. A change before the notice was sent takes the place of the earlier duty. The duty does not end when the case closes: a rejection is to reach the person though the case is closed the same day. The act says "as soon as possible"; no source sets the number of days. Whether the notice arrived, and what it said, does not show here.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionServed'],
  whatToDo: {
    sv: 'Skicka beslutet till den enskilde, med skälen och hur man överklagar. Är det redan skickat: registrera underrättelsen med rätt dag.',
    en: 'Send the decision to the person, with the reasons and how to appeal. If it has been sent already: record the notice with the right day.',
  },
  versions: underBothActs({
    inForceFrom: '2018-07-01',
    authority: 'law',
    oldAct: 'FL (2017:900) 33 §, SoL (2001:453) 11 kap. 8 §',
    newAct: 'FL (2017:900) 33 §, SoL (2025:400) 14 kap. 10 §',
    quote: 'så snart som möjligt underrätta den som är part om det fullständiga innehållet i beslutet',
    parameters: { noticeWeekdaysMax: 5 },
    parameterAuthority: 'default',
  }),
  duties: (file) => file.things('decision').flatMap(noticesOf),
  dueOn: (from, { noticeWeekdaysMax }) => weekdaysAfter(from, noticeWeekdaysMax),
  phrases: ({ inputs: { decidedOn, isChange, noticeWeekdaysMax } }) => ({
    background: isChange
      ? { sv: `Beslutet ändrades ${decidedOn}.`, en: `The decision was changed on ${decidedOn}.` }
      : { sv: `Beslutet fattades ${decidedOn}.`, en: `The decision was made on ${decidedOn}.` },
    backgroundOn: decidedOn,
    within: weekdays(noticeWeekdaysMax),
    owed: { sv: 'Den enskilde ska ha underrättats', en: 'The person is to be notified' },
    missed: { sv: 'Den enskilde skulle ha underrättats', en: 'The person was to be notified' },
    met: { sv: 'Den enskilde underrättades', en: 'The person was notified' },
    over: {
      sv: 'gäller kravet inte längre beslutet så som det löd',
      en: 'the duty is no longer about the decision as it read',
    },
  }),
  examples: [
    {
      name: 'the fifth weekday, no notice: in time',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-27',
      then: ['pending'],
    },
    {
      name: 'the sixth day after a Friday, no notice: a gap on Saturday',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-28',
      then: ['overdue'],
    },
    {
      name: 'sent on the fifth weekday: in time',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('DecisionServed', '2026-02-27')],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'sent on the sixth weekday: late, and it stays late',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('DecisionServed', '2026-03-02')],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'a rejection, and the case closed the same day: still to be sent',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('CaseClosed', '2026-02-20', { reason: 'rejected' }),
      ],
      on: '2026-02-28',
      then: ['overdue'],
    },
    {
      name: 'sent, then changed: the change is to be sent too',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('DecisionServed', '2026-02-23'),
        recorded('DecisionChanged', '2026-05-04'),
      ],
      on: '2026-05-12',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'changed before it was sent: one notice, of the changed decision',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('DecisionChanged', '2026-02-24'),
        recorded('DecisionServed', '2026-03-02'),
      ],
      on: '2026-06-01',
      then: ['voided', 'fulfilled'],
    },
    {
      name: 'decided on 30 June 2025, under the older act: a gap',
      given: [recorded('DecisionMade', '2025-06-30')],
      on: '2025-07-08',
      then: ['overdue'],
    },
    {
      name: 'decided on 1 July 2025, the first day of the new act: a gap',
      given: [recorded('DecisionMade', '2025-07-01')],
      on: '2025-07-09',
      then: ['overdue'],
    },
    {
      name: 'decided on 1 July 2018, the first day of the present administrative act: a gap',
      given: [recorded('DecisionMade', '2018-07-01')],
      on: '2018-07-07',
      then: ['overdue'],
    },
    {
      name: 'an application and no decision: it does not apply',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

type Notice = Duty<{ readonly decidedOn: LocalDate; readonly isChange: boolean }>;

/** One duty for the decision and one for each change, each until the next change. */
const noticesOf = (decision: Thing<'decision'>): readonly Notice[] => {
  const madeOn = decision.created.occurredOn;
  const served = decision.since('DecisionServed');
  const versions = [decision.created, ...decision.since('DecisionChanged')];
  return versions.map((version, index) => {
    const decidedOn = latest(madeOn, version.occurredOn);
    const next = versions[index + 1];
    return {
      subject: decision.id,
      trigger: version,
      arisesOn: decidedOn,
      overOn: next && latest(madeOn, next.occurredOn),
      outlastsCase: true,
      metBy: served.find(({ occurredOn }) => occurredOn >= decidedOn),
      facts: { decidedOn, isChange: version !== decision.created },
    };
  });
};
