import {
  amountPerYear,
  decisionContentOn,
  decisionVersions,
  exampleId,
  isApproval,
  latest,
  recorded,
  type Extent,
  type LocalDate,
  type OrderContent,
  type OrderRevised,
  type OrderSent,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { REPORT_2022, underBothActs } from './sources';
import { violation } from './violation';

/** What an order lacks in the decision behind it. */
const LACKS = {
  noDecision: {
    sv: 'Den anger inget beslut som hade fattats då.',
    en: 'It names no decision that had been made by then.',
  },
  notGranted: {
    sv: 'Beslutet beviljade ingenting den dagen.',
    en: 'The decision granted nothing on that day.',
  },
  otherMeasure: {
    sv: 'Beslutet beviljade en annan insats.',
    en: 'The decision granted another measure.',
  },
  moreThanGranted: {
    sv: 'Den är på mer än beslutet beviljade.',
    en: 'It is for more than the decision granted.',
  },
  otherPeriod: {
    sv: 'Den gäller en tid som beslutet inte omfattar.',
    en: 'It covers a time that the decision does not.',
  },
} as const;
type Lack = keyof typeof LACKS;

export const orderWithoutDecision = violation({
  id: 'order-without-decision',
  title: { sv: 'Beställning utan beslut', en: 'Order without a decision' },
  reading: {
    sv: 'En beställning, och varje ändring av den, vilar på det beviljande som den anger: fattat senast den dagen, om samma insats, inte större än det som beviljats och inte utanför den beviljade tiden. En beställning utan slutdag följer beslutets. Omfattningar jämförs när båda är angivna i samma enhet. Bristen är förklarad när beställningen ändras så att den ryms i beslutet, eller när beslutet kommer eller ändras så att det täcker beställningen. Om det som beställs till innehållet är det som beviljats avgör läsaren.',
    en: 'An order, and every revision of it, rests on the approval that it names: made by that day, about the same measure, not larger than what was granted and not outside the granted time. An order without a last day follows that of the decision. Extents are compared where both are stated in the same unit. The violation is explained when the order is revised to fit the decision, or when the decision comes or is changed so that it covers the order. The reader judges whether what is ordered is in substance what was granted.',
  },
  severity: 'high',
  area: 'safety',
  step: 'order',
  settledBy: ['OrderRevised', 'DecisionMade', 'DecisionChanged', 'DecisionCorrected'],
  mayBeUnrecorded: ['DecisionMade'],
  whatToDo: {
    sv: 'Jämför beställningen med beslutet och ändra den så att den ryms i beslutet. Finns inget beslut: återkalla den eller se till att beslut fattas.',
    en: 'Compare the order with the decision and revise it to fit. If there is no decision: cancel the order, or see to it that one is made.',
  },
  versions: underBothActs({
    inForceFrom: '2002-01-01',
    authority: 'law',
    oldAct: `LSS 21 a §, SoL (2001:453) 11 kap. 5 §; ${REPORT_2022}`,
    newAct: `LSS 21 a §, SoL (2025:400) 14 kap. 3 §; ${REPORT_2022}`,
    quote: 'säkerställa aktuella och informativa beställningar',
  }),
  violations: (file) =>
    file.things('order').flatMap((order) =>
      versionsOf(order).flatMap(({ event, day, content }, index, versions) => {
        const lack = lackOn(file, order, content, day);
        const before = versions[index - 1];
        if (!lack || (before && lackOn(file, order, before.content, day) === lack)) return [];
        return [
          {
            subject: order.id,
            trigger: { ...event, occurredOn: day, caseId: order.created.caseId },
            explainedOn: coveredOn(file, order, day),
            facts: { orderedOn: day, isRevision: event !== order.created, lack },
          },
        ];
      }),
    ),
  happened: ({ inputs: { orderedOn, isRevision, lack } }) => ({
    sv: `Beställningen ${isRevision ? 'ändrades' : 'skickades'} ${orderedOn}. ${LACKS[lack].sv}`,
    en: `The order was ${isRevision ? 'revised' : 'sent'} on ${orderedOn}. ${LACKS[lack].en}`,
  }),
  explained: {
    sv: 'Beställning och beslut stämmer överens från',
    en: 'Order and decision agree from',
  },
  examples: [
    {
      name: 'sent on the day of the decision: in order',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('OrderSent', '2026-02-20')],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'sent the day before the decision: a violation',
      given: [recorded('OrderSent', '2026-02-19'), recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-19',
      then: ['violation'],
    },
    {
      name: 'the decision comes the day after: explained from then on',
      given: [recorded('OrderSent', '2026-02-19'), recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-20',
      then: ['explained'],
    },
    {
      name: 'it names no decision: a violation',
      given: [recorded('OrderSent', '2026-03-02', { decisionId: null })],
      on: '2026-03-02',
      then: ['violation'],
    },
    {
      name: 'the decision is a rejection: a violation',
      given: [
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('OrderSent', '2026-03-02'),
      ],
      on: '2026-03-02',
      then: ['violation'],
    },
    {
      name: 'as many hours as were granted: in order',
      given: [
        recorded('DecisionMade', '2026-02-20', {
          grantedExtent: { amount: 20, unit: 'hours', per: 'month', activities: [] },
        }),
        recorded('OrderSent', '2026-03-02', {
          extent: { amount: 20, unit: 'hours', per: 'month', activities: [] },
        }),
      ],
      on: '2026-03-02',
      then: [],
    },
    {
      name: 'an hour more than was granted: a violation',
      given: [
        recorded('DecisionMade', '2026-02-20', {
          grantedExtent: { amount: 20, unit: 'hours', per: 'month', activities: [] },
        }),
        recorded('OrderSent', '2026-03-02', {
          extent: { amount: 21, unit: 'hours', per: 'month', activities: [] },
        }),
      ],
      on: '2026-03-02',
      then: ['violation'],
    },
    {
      name: 'revised a week later to what was granted: explained from then on',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02', {
          extent: { amount: 21, unit: 'hours', per: 'month', activities: [] },
        }),
        recorded('OrderRevised', '2026-03-09'),
      ],
      on: '2026-03-09',
      then: ['explained'],
    },
    {
      name: 'through the last granted day: in order',
      given: [
        recorded('DecisionMade', '2026-02-20', { to: '2027-02-28' as LocalDate }),
        recorded('OrderSent', '2026-03-02', { to: '2027-02-28' as LocalDate }),
      ],
      on: '2026-03-02',
      then: [],
    },
    {
      name: 'a day beyond the last granted day: a violation',
      given: [
        recorded('DecisionMade', '2026-02-20', { to: '2027-02-28' as LocalDate }),
        recorded('OrderSent', '2026-03-02', { to: '2027-03-01' as LocalDate }),
      ],
      on: '2026-03-02',
      then: ['violation'],
    },
    {
      name: 'sent on 30 June 2025 without a decision, under the older act: a violation',
      given: [recorded('OrderSent', '2025-06-30', { decisionId: null })],
      on: '2025-06-30',
      then: ['violation'],
    },
    {
      name: 'sent on 1 July 2025 without a decision, the first day of the new act: a violation',
      given: [recorded('OrderSent', '2025-07-01', { decisionId: null })],
      on: '2025-07-01',
      then: ['violation'],
    },
    {
      name: 'sent on 1 January 2002 without a decision, the first day of the older act: a violation',
      given: [recorded('OrderSent', '2002-01-01', { decisionId: null })],
      on: '2002-01-01',
      then: ['violation'],
    },
    {
      name: 'another order has the decision: still a violation',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02', { decisionId: exampleId('decision', 2) }),
      ],
      on: '2026-03-02',
      then: ['violation'],
    },
    {
      name: 'the day after it was sent, no decision: still a violation',
      given: [recorded('OrderSent', '2026-03-02', { decisionId: null })],
      on: '2026-03-03',
      then: ['violation'],
    },
    {
      name: 'a decision and no order: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

interface OrderVersion {
  readonly event: Recorded<OrderSent | OrderRevised>;
  readonly day: LocalDate;
  readonly content: OrderContent;
}

/** The order as sent and as revised, one version a day: the last of the day. */
const versionsOf = (order: Thing<'order'>): readonly OrderVersion[] =>
  [order.created, ...order.since('OrderRevised')]
    .map((event) => ({
      event,
      day: latest(order.created.occurredOn, event.occurredOn),
      content: event.data,
    }))
    .filter(({ day }, index, all) => all[index + 1]?.day !== day);

const lackOn = (
  file: PersonalFile,
  order: Thing<'order'>,
  { measure, extent, from, to }: OrderContent,
  day: LocalDate,
): Lack | undefined => {
  const decision = file.get('decision', order.created.data.decisionId);
  if (!decision || decision.created.occurredOn > day) return 'noDecision';
  const granted = decisionContentOn(decision, day);
  if (!isApproval(granted.outcome)) return 'notGranted';
  if (granted.measure !== measure) return 'otherMeasure';
  if (isMore(extent, granted.grantedExtent)) return 'moreThanGranted';
  const isOutside =
    (granted.from !== undefined && from < granted.from) ||
    (granted.to !== undefined && (from > granted.to || (to !== undefined && to > granted.to)));
  return isOutside ? 'otherPeriod' : undefined;
};

const isMore = (ordered: Extent | null, granted: Extent | null): boolean =>
  ordered !== null &&
  granted !== null &&
  ordered.unit === granted.unit &&
  amountPerYear(ordered) > amountPerYear(granted);

/** The first day after `day` on which the order, as it reads then, fits the decision, as it reads then. */
const coveredOn = (file: PersonalFile, order: Thing<'order'>, day: LocalDate): LocalDate | undefined => {
  const versions = versionsOf(order);
  const decision = file.get('decision', order.created.data.decisionId);
  const days = [
    ...versions.map((version) => version.day),
    ...(decision
      ? decisionVersions(decision).map(({ occurredOn }) => latest(decision.created.occurredOn, occurredOn))
      : []),
  ];
  return days
    .filter((later) => later > day)
    .sort()
    .find((later) => {
      const current = versions.findLast((version) => version.day <= later);
      return current && lackOn(file, order, current.content, later) === undefined;
    });
};
