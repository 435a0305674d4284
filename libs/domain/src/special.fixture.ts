/** Varies the example data of a step at random in the fields that rules and deciders read: parties, consents, extents, goals, corrections. */
import { addDays, type LocalDate } from './calendar';
import { OUTCOMES, SUBJECTS, type Extent, type Subject } from './codes';
import { CONSENT_CATEGORIES } from './consent/consent.events';
import type { Recorded } from './event';
import { exampleId } from './example-ids';
import type { OrderGoal, OrderSent } from './order/order.events';
import { PARTY_KINDS } from './party/party.events';
import { createdIn } from './thing-ids';
import type { EventOf, PersonalFileEvent, PersonalFileEventType } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** The random source and the surroundings from which a step is varied. */
export interface VariationSource {
  readonly draw: (sides: number) => number;
  readonly occurredOn: LocalDate;
  readonly history: readonly Event[];
}

type Makers = {
  [T in PersonalFileEventType]?: (data: EventOf<T>['data'], chance: VariationSource) => EventOf<T>['data'];
};

/** The data of a step with random variations for its type. */
export const special = (type: PersonalFileEventType, data: object, chance: VariationSource): object =>
  (MAKERS[type] as ((data: object, chance: VariationSource) => object) | undefined)?.(data, chance) ?? data;

const one = <T>(from: readonly T[], { draw }: VariationSource): T => from[draw(from.length || 1)] as T;
const some = <T>(from: readonly T[], { draw }: VariationSource): readonly T[] => {
  const chosen = from.filter(() => draw(3) === 0);
  return chosen.length > 0 ? chosen : from.slice(0, 1);
};
const subjects = (chance: VariationSource): readonly Subject[] => some(SUBJECTS, chance);
const perhaps = <T>(value: T, { draw }: VariationSource): T | undefined =>
  draw(2) === 0 ? value : undefined;
const extent = (chance: VariationSource): Extent | null =>
  chance.draw(4) === 0
    ? null
    : {
        amount: 10 + chance.draw(3) * 5,
        unit: 'hours',
        per: chance.draw(2) === 0 ? 'month' : 'week',
        activities: [],
      };

/** Goals with ids that are unique in the file, because they are made from the number of recorded events. */
const orderGoals = (chance: VariationSource): readonly OrderGoal[] =>
  Array.from({ length: chance.draw(3) }, (_, i) => ({
    goalId: exampleId('goal', 1000 * (chance.history.length + 1) + i),
    level: 'overall',
    parentGoalId: null,
    lifeArea: 'communityLife',
    text: one(['Simma en gång i veckan', 'Promenera varje dag', 'Träffa vänner'], chance),
    byThePerson: chance.draw(2) === 0,
  }));

const orderIn = (chance: VariationSource): Recorded<OrderSent> | undefined =>
  one(
    chance.history.filter((event) => event.type === 'OrderSent'),
    chance,
  );

const MAKERS: Makers = {
  PersonDetailsChanged: (data, chance) => ({
    ...data,
    person: { ...data.person, name: one(['Kim Exempelsson', 'Robin Ny', 'Lo Svensk'], chance) },
  }),
  PartyRecorded: (data, chance) => ({ ...data, kind: one(PARTY_KINDS, chance), helps: chance.draw(2) === 0 }),
  HouseholdRecorded: (data, chance) => ({
    ...data,
    from: addDays(chance.occurredOn, chance.draw(60) - 30),
    cohabits: [exampleId('party')],
  }),
  CaseWorkerAssigned: (data, chance) => {
    const from = addDays(chance.occurredOn, chance.draw(20) - 5);
    const to = perhaps(addDays(from, chance.draw(200)), chance);
    return {
      ...data,
      userId: one(['anna', 'bo', 'cia'] as unknown as readonly (typeof data.userId)[], chance),
      role: chance.draw(4) === 0 ? 'substitute' : 'responsible',
      from,
      ...(to && { to }),
    };
  },
  RepresentativeRegistered: (data, chance) => ({
    ...data,
    scope: subjects(chance),
    validFrom: addDays(chance.occurredOn, chance.draw(60) - 40),
  }),
  ConsentGiven: (data, chance) => {
    const validFrom = addDays(chance.occurredOn, chance.draw(30) - 10);
    const validTo = perhaps(addDays(validFrom, chance.draw(300)), chance);
    return {
      ...data,
      with:
        chance.draw(4) === 0
          ? { category: one(CONSENT_CATEGORIES, chance) }
          : { partyId: exampleId('party') },
      subjects: subjects(chance),
      validFrom,
      ...(validTo && { validTo }),
      representativeId: chance.draw(4) === 0 ? exampleId('representative') : null,
    };
  },
  ConsentRenewed: (data, chance) => ({
    ...data,
    ...(chance.draw(2) === 0 && { validTo: addDays(chance.occurredOn, chance.draw(300)) }),
  }),
  ContactMade: (data, chance) => ({
    ...data,
    withPerson: chance.draw(3) === 0,
    direction: one(['in', 'out'] as const, chance),
    disclosed: chance.draw(2) === 0,
    subjects: subjects(chance),
    ground: one(
      [
        null,
        null,
        { consentId: exampleId('consent') },
        { law: { statute: '2009:400', section: '10:2' }, reason: 'Nödvändigt' },
      ],
      chance,
    ),
  }),
  InvestigationOpened: (data, chance) => ({
    ...data,
    renewsDecisionId: chance.draw(3) === 0 ? exampleId('decision') : null,
  }),
  InvestigationCompleted: (data, chance) => ({
    ...data,
    areas: data.areas.slice(0, chance.draw(data.areas.length)),
    expressesNoWishes: chance.draw(4) === 0,
  }),
  DecisionMade: (data, chance) => ({
    ...data,
    outcome: one(OUTCOMES, chance),
    grantedExtent: extent(chance),
    previousDecisionId: chance.draw(3) === 0 ? exampleId('decision') : null,
    from: addDays(chance.occurredOn, chance.draw(30)),
    to: addDays(chance.occurredOn, 30 + chance.draw(400)),
  }),
  OrderSent: (data, chance) => ({
    ...data,
    goals: orderGoals(chance),
    extent: extent(chance),
    from: addDays(chance.occurredOn, chance.draw(20)),
    to: addDays(chance.occurredOn, 20 + chance.draw(300)),
  }),
  /** Revises an existing order, with some of its goals and some new ones. */
  OrderRevised: (data, chance) => {
    const order = orderIn(chance);
    return {
      ...data,
      orderId: order?.data.orderId ?? data.orderId,
      goals: [...(order?.data.goals ?? []).filter(() => chance.draw(2) === 0), ...orderGoals(chance)],
      extent: extent(chance),
      from: chance.occurredOn,
      to: addDays(chance.occurredOn, chance.draw(300)),
    };
  },
  /** A plan for an existing order, or for none. Some of its goals serve goals of the order, others are its own. */
  PlanReceived: (data, chance) => {
    const order = chance.draw(5) === 0 ? undefined : orderIn(chance);
    const goals = (order?.data.goals ?? []).map(({ goalId, text }, i) => ({
      goalId: exampleId('goal', 1000 * (chance.history.length + 1) + i),
      orderGoalId: chance.draw(4) === 0 ? null : goalId,
      text: chance.draw(4) === 0 ? 'Något annat' : text,
    }));
    return {
      ...data,
      orderId: order?.data.orderId ?? null,
      goals,
      activities: goals.map(({ goalId }) => ({ goalId, what: 'Simhall' })),
      extent: extent(chance),
      ...(chance.draw(3) === 0 && { validTo: addDays(chance.occurredOn, chance.draw(300)) }),
    };
  },
  PerformerRecorded: (data, chance) => ({ ...data, kind: one(['external', 'relative'] as const, chance) }),
  FollowUpDocumented: (data) => ({ ...data, goals: [] }),
  /** Judges a thing that the file has. */
  JudgementRecorded: (data, chance) => {
    const made = chance.history.flatMap((event) => createdIn(event.type, event.data));
    return { ...data, subject: one(made, chance)?.id ?? data.subject };
  },
};
