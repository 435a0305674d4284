import { correctedAfterService, latest, recorded, type Thing } from '@rt/domain';
import { firstOf } from './first-of';
import { violation, type Violation } from './violation';

type Facts = { readonly correctedOn: string; readonly servedOn: string };

const decision = () => recorded('DecisionMade', '2026-02-20');
const served = () => recorded('DecisionServed', '2026-02-23');
const corrected = (on: string) => {
  const { id, data } = decision();
  return recorded('EntryCorrected', on, { eventId: id, data: { ...data, reasons: 'Behovet är större.' } });
};

export const decisionCorrectedAfterService = violation({
  id: 'decision-corrected-after-service',
  title: {
    sv: 'Beslutet rättades efter att den enskilde fått det',
    en: 'Decision corrected after the person got it',
  },
  reading: {
    sv: 'Innehållet i ett beslut, eller i en ändring av det, rättades som en anteckning efter den dag då det skickades till den enskilde. Den enskilde har då ett annat beslut än akten. Ett uppenbart skrivfel rättas enligt FL 36 § och antecknas som beslut rättat; något annat ändras med ett nytt beslut. En rättad dag, eller en rättelse samma dag som beslutet skickades, prövas inte. Ett antecknat rättat eller ändrat beslut efteråt förklarar rättelsen och döljer den aldrig. I granskningar räknas beslutet så som det löd när det skickades.',
    en: 'The content of a decision, or of a change of it, was corrected as an entry after the day it was sent to the person. The person then has another decision than the file. An obvious slip is corrected under FL 36 § and recorded as a corrected decision; anything else is changed by a new decision. A corrected day, or a correction on the day the decision was sent, is not judged. A corrected or changed decision that is recorded afterwards explains the correction and never hides it. Reviews count the decision as it read when it was sent.',
  },
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionCorrected', 'DecisionChanged'],
  mayBeUnrecorded: ['DecisionCorrected'],
  whatToDo: {
    sv: 'Är det ett uppenbart skrivfel: registrera beslutet som rättat och skicka det till den enskilde. Är det något annat: fatta ett nytt beslut.',
    en: 'If it is an obvious slip: record the decision as corrected and send it to the person. If it is anything else: make a new decision.',
  },
  versions: [
    {
      inForceFrom: '2018-07-01',
      authority: 'law',
      document: 'FL (2017:900) 36–37 §§',
      quote: 'skrivfel, räknefel eller något annat liknande förbiseende',
    },
  ],
  violations: (file) => file.things('decision').flatMap((decided) => lateCorrections(decided)),
  happened: ({ inputs: { servedOn, correctedOn } }) => ({
    sv: `Beslutet skickades ${servedOn}, och dess innehåll rättades i efterhand ${correctedOn}.`,
    en: `The decision was sent on ${servedOn}, and its content was corrected afterwards on ${correctedOn}.`,
  }),
  explained: {
    sv: 'Beslutet antecknades som rättat eller ändrat',
    en: 'A corrected or changed decision was recorded on',
  },
  examples: [
    {
      name: 'more hours written into a decision two weeks after it was sent: a violation',
      given: [decision(), served(), corrected('2026-03-09')],
      on: '2026-03-09',
      then: ['violation'],
    },
    {
      name: 'the day before that: nothing yet',
      given: [decision(), served(), corrected('2026-03-09')],
      on: '2026-03-08',
      then: [],
    },
    {
      name: 'the day after it was sent: a violation',
      given: [decision(), served(), corrected('2026-02-24')],
      on: '2026-02-24',
      then: ['violation'],
    },
    {
      name: 'on the day it was sent: before it was sent',
      given: [decision(), served(), corrected('2026-02-23')],
      on: '2026-03-09',
      then: [],
    },
    {
      name: 'a decision of 1 July 2018, sent the same day and corrected the day after: a violation',
      given: [
        recorded('DecisionMade', '2018-07-01'),
        recorded('DecisionServed', '2018-07-01'),
        recorded('EntryCorrected', '2018-07-02', {
          eventId: recorded('DecisionMade', '2018-07-01').id,
          data: { ...recorded('DecisionMade', '2018-07-01').data, outcome: 'rejection' },
        }),
      ],
      on: '2018-07-02',
      then: ['violation'],
    },
    {
      name: 'corrected on 1 July 2018, the first day of the act: a violation',
      given: [
        recorded('DecisionMade', '2018-06-20'),
        recorded('DecisionServed', '2018-06-21'),
        recorded('EntryCorrected', '2018-07-01', {
          eventId: recorded('DecisionMade', '2018-06-20').id,
          data: { ...recorded('DecisionMade', '2018-06-20').data, outcome: 'rejection' },
        }),
      ],
      on: '2018-07-01',
      then: ['violation'],
    },
    {
      name: 'then recorded as corrected under FL 36 §: explained, never hidden',
      given: [decision(), served(), corrected('2026-03-09'), recorded('DecisionCorrected', '2026-03-11')],
      on: '2026-03-11',
      then: ['explained'],
    },
    {
      name: 'the day after the correction: still a violation',
      given: [decision(), served(), corrected('2026-03-09')],
      on: '2026-03-10',
      then: ['violation'],
    },
    {
      name: 'only the day of the decision corrected: it does not apply',
      given: [
        decision(),
        served(),
        recorded('EntryCorrected', '2026-03-09', {
          eventId: decision().id,
          data: decision().data,
          occurredOn: '2026-02-19' as never,
        }),
      ],
      on: '2026-03-09',
      then: 'doesNotApply',
    },
    {
      name: 'corrected before it was ever sent: it does not apply',
      given: [decision(), corrected('2026-02-21'), served()],
      on: '2026-03-09',
      then: 'doesNotApply',
    },
  ],
});

const lateCorrections = (decided: Thing<'decision'>): readonly Violation<Facts>[] =>
  correctedAfterService(decided).map(({ eventId, event, on, servedOn }) => {
    const later = decided
      .since('DecisionCorrected', 'DecisionChanged')
      .filter(({ id, occurredOn }) => id !== event.id && occurredOn >= on);
    return {
      subject: decided.id,
      trigger: { ...event, id: eventId, occurredOn: on },
      inCaseOf: decided.created,
      explainedOn: firstOf(later.map(({ occurredOn }) => latest(on, occurredOn))),
      facts: { correctedOn: on, servedOn },
      evidence: [event.id, ...later.map(({ id }) => id)],
    };
  });
