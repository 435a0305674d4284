import { decisionAsMade, recorded, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';
import { investigationsBehind } from './investigations-behind';
import { underBothActs } from './sources';
import { isStated } from './stated';
import { violation } from './violation';

export const decisionWithoutCommunication = violation({
  id: 'decision-without-communication',
  title: { sv: 'Avslag utan kommunicering', en: 'Rejection without communication' },
  reading: {
    sv: 'Före ett avslag eller delavslag har den enskilde fått underlaget och tid att yttra sig: en kommunicering i en utredning bakom beslutet, vars svarsdag var passerad när beslutet fattades, eller som den enskilde hade svarat på. En kommunicering utan svarsdag räknas bara om den besvarades, för lagen kräver en bestämd tid. Ett skrivet skäl till varför kommunicering inte behövdes räcker också; om skälet håller avgör läsaren.',
    en: 'Before a rejection or a partial rejection the person got the material and time to answer: a communication in an investigation behind the decision, whose day to answer by had passed when the decision was made, or which the person had answered. A communication without a day to answer by counts only if it was answered, because the act requires a certain time. A written reason why communication was not needed is enough too; the reader judges whether the reason holds.',
  },
  severity: 'critical',
  area: 'safety',
  step: 'decision',
  settledBy: ['GapAcknowledged'],
  mayBeUnrecorded: ['CommunicationSent'],
  whatToDo: {
    sv: 'Kommunicera underlaget nu och ompröva beslutet om svaret ger skäl till det. Kvittera bristen och skriv varför det inte gjordes före beslutet.',
    en: 'Communicate the material now, and review the decision if the answer gives reason to. Acknowledge the gap and write why it was not done before.',
  },
  versions: underBothActs({
    inForceFrom: '2018-07-01',
    authority: 'law',
    oldAct: 'FL (2017:900) 25 §, SoL (2001:453) 11 kap. 8 §; SOSFS 2014:5 5 kap. 12 §',
    newAct: 'FL (2017:900) 25 §, SoL (2025:400) 14 kap. 8 och 10 §§; SOSFS 2014:5 5 kap. 12 §',
    quote:
      'underrätta den som är part om allt material av betydelse för beslutet och ge parten tillfälle att inom en bestämd tid yttra sig över materialet',
  }),
  violations: (file) =>
    file.things('decision').flatMap((decision) => {
      const { outcome } = decisionAsMade(decision);
      if (outcome === 'approval' || isCommunicated(file, decision)) return [];
      const made = decision.created;
      const sent = lastSent(file, decision);
      return [
        {
          subject: decision.id,
          trigger: made,
          facts: {
            decidedOn: made.occurredOn,
            outcome,
            ...(sent && {
              sentOn: sent.occurredOn,
              ...(sent.data.answerBy && { answerBy: sent.data.answerBy }),
            }),
          },
          evidence: sent ? [sent.id] : [],
        },
      ];
    }),
  happened: ({ inputs: { decidedOn, outcome, sentOn, answerBy } }) => {
    const rejected =
      outcome === 'rejection'
        ? { sv: `Avslaget beslutades ${decidedOn}.`, en: `The rejection was decided on ${decidedOn}.` }
        : {
            sv: `Delavslaget beslutades ${decidedOn}.`,
            en: `The partial rejection was decided on ${decidedOn}.`,
          };
    if (sentOn === undefined)
      return {
        sv: `${rejected.sv} Underlaget hade inte kommunicerats med den enskilde.`,
        en: `${rejected.en} The material had not been communicated to the person.`,
      };
    return answerBy === undefined
      ? {
          sv: `${rejected.sv} Underlaget kommunicerades ${sentOn} utan svarsdag, och inget svar hade kommit.`,
          en: `${rejected.en} The material was communicated on ${sentOn} without a day to answer by, and no answer had come.`,
        }
      : {
          sv: `${rejected.sv} Underlaget kommunicerades ${sentOn}, och den enskilde hade tid att svara till och med ${answerBy}.`,
          en: `${rejected.en} The material was communicated on ${sentOn}, and the person had time to answer through ${answerBy}.`,
        };
  },
  examples: [
    {
      name: 'decided the day after the last day to answer: in order',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('CommunicationSent', '2026-02-02', { answerBy: '2026-02-19' as LocalDate }),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'decided on the last day to answer: a violation',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('CommunicationSent', '2026-02-02', { answerBy: '2026-02-20' as LocalDate }),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'the answer came before the last day to answer: in order',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('CommunicationSent', '2026-02-02', { answerBy: '2026-02-27' as LocalDate }),
        recorded('CommunicationAnswered', '2026-02-12'),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'a partial rejection, never communicated: a violation',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('DecisionMade', '2026-02-20', { outcome: 'partialRejection' }),
      ],
      on: '2026-02-21',
      then: ['violation'],
    },
    {
      name: 'communicated the day after the decision: a violation',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('CommunicationSent', '2026-02-21', { answerBy: '2026-03-06' as LocalDate }),
      ],
      on: '2026-03-09',
      then: ['violation'],
    },
    {
      name: 'a reason why it was not needed: in order',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('CommunicationSent', '2026-02-18', {
          channel: undefined,
          exemption: 'Den enskilde har själv gett in allt underlag',
        }),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'rejected on 30 June 2025, under the older act: a violation',
      given: [recorded('DecisionMade', '2025-06-30', { outcome: 'rejection' })],
      on: '2025-06-30',
      then: ['violation'],
    },
    {
      name: 'rejected on 1 July 2025, the first day of the new act: a violation',
      given: [recorded('DecisionMade', '2025-07-01', { outcome: 'rejection' })],
      on: '2025-07-01',
      then: ['violation'],
    },
    {
      name: 'rejected on 1 July 2018, the first day of the present administrative act: a violation',
      given: [recorded('DecisionMade', '2018-07-01', { outcome: 'rejection' })],
      on: '2018-07-01',
      then: ['violation'],
    },
    {
      name: 'an approval: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-20',
      then: 'doesNotApply',
    },
  ],
});

/** The communications in the investigations behind a decision, by the day of the decision. */
const sentBefore = (file: PersonalFile, decision: Thing<'decision'>) => {
  const decidedOn = decision.created.occurredOn;
  return investigationsBehind(file, decision)
    .filter(({ from }) => from <= decidedOn)
    .flatMap(({ investigation }) =>
      investigation
        .since('CommunicationSent')
        .filter(({ occurredOn }) => occurredOn <= decidedOn)
        .map((sent) => ({ sent, investigation })),
    );
};

const isCommunicated = (file: PersonalFile, decision: Thing<'decision'>): boolean => {
  const decidedOn = decision.created.occurredOn;
  return sentBefore(file, decision).some(({ sent, investigation }) => {
    const { exemption, answerBy } = sent.data;
    const answered = investigation
      .since('CommunicationAnswered')
      .some(({ occurredOn }) => occurredOn >= sent.occurredOn && occurredOn <= decidedOn);
    return isStated(exemption) || answered || (answerBy !== undefined && answerBy < decidedOn);
  });
};

/** The last communication: of two on one day, the one that gave the most time. */
const lastSent = (file: PersonalFile, decision: Thing<'decision'>) =>
  sentBefore(file, decision)
    .map(({ sent }) => sent)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .at(-1);

const sortKey = ({
  id,
  occurredOn,
  data,
}: {
  readonly id: string;
  readonly occurredOn: LocalDate;
  readonly data: { readonly answerBy?: LocalDate };
}): string => `${occurredOn} ${data.answerBy ?? ''} ${id}`;
