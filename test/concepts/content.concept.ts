import fc from 'fast-check';
import {
  decisionContentOn,
  exampleId,
  fileAt,
  investigationVersionOn,
  lastBy,
  orderContentOn,
  partyOn,
  personOn,
  recorded,
  type ExampleEvent,
  type LocalDate,
  type PersonalFile,
} from '@rt/domain';
import { acknowledgementOn, DEFAULT_RULESET, findingsOf } from '@rt/rules';
import { IN_FORCE, type Concept } from './concept';
import { FIRST, historyOf, lastSaidBy, someDay, statements, type StatementTime } from './statements.fixture';

/** How statements about one kind of thing are recorded and read back. `heldOn` returns the index of the statement that holds on a day, or undefined before the first. */
interface Saying {
  readonly before: readonly ExampleEvent[];
  eventOf(said: StatementTime, index: number): ExampleEvent;
  heldOn(file: PersonalFile, day: LocalDate): string | undefined;
}

const numberIn = (text: string | undefined): string | undefined => /^\d+$/.exec(text ?? '')?.[0];
const opened = recorded('PersonalFileOpened', '2026-01-02');

const SAYINGS: Readonly<Record<string, Saying>> = {
  'an order': {
    before: [recorded('OrderSent', FIRST)],
    eventOf: ({ day }, index) => recorded('OrderRevised', day, { purpose: `${index}`, goals: [] }),
    heldOn: (file, day) => {
      const order = file.get('order', exampleId('order'));
      return order && numberIn(orderContentOn(order, day).purpose);
    },
  },
  'a decision, changed or corrected': {
    before: [recorded('DecisionMade', FIRST)],
    eventOf: ({ day }, index) =>
      recorded(index % 2 === 0 ? 'DecisionChanged' : 'DecisionCorrected', day, { reasons: `${index}` }),
    heldOn: (file, day) => {
      const decision = file.get('decision', exampleId('decision'));
      return decision && numberIn(decisionContentOn(decision, day).reasons);
    },
  },
  'an investigation, completed or revised': {
    before: [recorded('InvestigationOpened', FIRST)],
    eventOf: ({ day }, index) =>
      recorded(index % 2 === 0 ? 'InvestigationCompleted' : 'InvestigationRevised', day, {
        wishes: `${index}`,
      }),
    heldOn: (file, day) => {
      const investigation = file.get('investigation', exampleId('investigation'));
      return investigation && numberIn(investigationVersionOn(investigation, day)?.data.wishes);
    },
  },
  'a party': {
    before: [recorded('PartyRecorded', FIRST)],
    eventOf: ({ day }, index) => recorded('PartyChanged', day, { name: `${index}` }),
    heldOn: (file, day) => {
      const party = file.get('party', exampleId('party'));
      return party && numberIn(partyOn(party, day).name);
    },
  },
  'the person': {
    before: [opened],
    eventOf: ({ day }, index) =>
      recorded('PersonDetailsChanged', day, {
        person: { ...opened.data.person, name: `${index}` },
      }),
    heldOn: (file, day) => numberIn(personOn(file, day)?.name),
  },
};

const contact = [opened, recorded('PartyRecorded', FIRST), recorded('ContactMade', FIRST)];

const acknowledgedIn = (history: Parameters<typeof fileAt>[0]) =>
  findingsOf(fileAt(history), DEFAULT_RULESET, IN_FORCE.configuration)[0];

export const content: Concept = {
  question: 'Of what was said of a thing, what holds on a day?',
  answeredBy: [lastBy],
  properties: {
    ...Object.fromEntries(
      Object.entries(SAYINGS).map(([what, { before, eventOf, heldOn }]) => [
        `${what} reads as the last in folding order says`,
        () =>
          fc.assert(
            fc.property(statements, someDay, (said, day) => {
              const last = lastSaidBy(said, day);
              expect(heldOn(fileAt(historyOf(before, said, eventOf)), day)).toBe(
                last === undefined ? undefined : `${last}`,
              );
            }),
          ),
      ]),
    ),
    'a gap is acknowledged where the last word on it, in folding order, is not a withdrawal': () => {
      const { id: obligationId } = acknowledgedIn(contact) as { readonly id: string };
      fc.assert(
        fc.property(statements, (said) => {
          const history = historyOf(contact, said, ({ day }, index) =>
            recorded(index % 2 === 0 ? 'GapAcknowledged' : 'GapAcknowledgementWithdrawn', day, {
              obligationId,
            }),
          );
          const isAcknowledged = (lastSaidBy(said, '9999-12-31' as LocalDate) as number) % 2 === 0;
          const finding = acknowledgedIn(history);
          const held = finding && acknowledgementOn(finding, '9999-12-31' as LocalDate);
          expect(held !== undefined).toBe(isAcknowledged);
        }),
      );
    },
    'a change at nine that was written down after one at ten does not hold': () => {
      const said = [{ time: '10:00' }, { time: '09:00' }].map(
        ({ time }) => ({ day: FIRST, time }) as StatementTime,
      );
      for (const { before, eventOf, heldOn } of Object.values(SAYINGS))
        expect(heldOn(fileAt(historyOf(before, said, eventOf)), FIRST)).toBe('0');
    },
  },
};
