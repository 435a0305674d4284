import { randomUUID } from 'node:crypto';
import {
  addDays,
  exampleId,
  on,
  recorded,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import type { EventStore, NewEvent, StreamName } from '@rt/event-store';

/** The number of different histories. The other files repeat them with other ids. */
export const templatesMax = 20;
const units = 10;
const appendsAtOnce = 256;
/** A file's events are appended in this many portions, so that the files' events are interleaved in the store, as after years of work. */
const portions = 10;

const note =
  'Samtal om hur ledsagningen fungerar. Vill gärna gå till simhallen på eftermiddagen och ha samma person som tidigare. ' +
  'Upplever att tiderna har blivit bättre sedan i våras, men att det fortfarande händer att någon ny kommer utan att det har sagts till. ' +
  'Återkommer efter helgen med förslag på dagar.';

/** The user and unit that have the files; set if a server must accept this user. */
export interface FilesOwner {
  readonly userId: string;
  readonly unitId: string;
  readonly boardId: string;
}

/**
 * Makes the events of one file over two and a half years of ordinary handling: an application, an investigation, a decision, orders and plans every
 * year, follow-ups, and between them contacts, consents and notes, up to the number asked for. Deterministic.
 */
export const believableHistory = (
  variant: number,
  events: number,
  owner?: FilesOwner,
): readonly Recorded<PersonalFileEvent>[] => {
  const opened = addDays(on('2023-01-09'), variant * 7);
  const {
    userId,
    unitId,
    boardId,
  }: { readonly userId: string; readonly unitId: string; readonly boardId?: string } = owner ?? {
    userId: `worker-${variant % 8}`,
    unitId: `unit-${variant % units}`,
  };
  const worker = { recordedBy: userId, unitId } as never;
  const history: Recorded<PersonalFileEvent>[] = [];
  const add = (event: Recorded<PersonalFileEvent>): void => void history.push(event);
  const after = (days: number): LocalDate => addDays(opened, days);
  add(recorded('PersonalFileOpened', opened, (boardId === undefined ? {} : { boardId }) as never, worker));
  for (const number of [1, 2, 3])
    add(recorded('PartyRecorded', opened, { partyId: exampleId('party', number) }, worker));
  const assigned = { from: opened, ...(owner && { userId: userId as never }) };
  add(recorded('CaseWorkerAssigned', opened, assigned, worker));
  add(recorded('HouseholdRecorded', opened, { from: opened, cohabits: [exampleId('party', 1)] }, worker));
  add(recorded('CaseOpened', opened, {}, worker));
  add(recorded('ApplicationReceived', after(1), {}, worker));
  add(recorded('InvestigationOpened', after(3), {}, worker));
  add(recorded('InvestigationCompleted', after(40), {}, worker));
  add(recorded('DecisionMade', after(45), { from: after(50), to: after(1_140) }, worker));
  add(recorded('DecisionServed', after(47), {}, worker));
  const perYear = [0, 1, 2].map((year) => year * 365 + 52);
  const lateBy = variant % 4 === 0 ? 9 : 0;
  perYear.forEach((day, year) => {
    const orderId = exampleId('order', year + 1);
    const planId = exampleId('plan', year + 1);
    const goals = { goals: [] };
    add(recorded('OrderSent', after(day), { orderId, ...(year > 0 && goals), from: after(day) }, worker));
    if (variant % 5 !== 0 || year === 0) {
      add(
        recorded(
          'PlanReceived',
          after(day + 12 + lateBy),
          { planId, orderId, ...(year > 0 && goals) },
          worker,
        ),
      );
      add(recorded('PlanApproved', after(day + 16 + lateBy), { planId }, worker));
    }
    if (year === 0) add(recorded('ExecutionStarted', after(day + 20), { orderId }, worker));
    add(
      recorded(
        'FollowUpDocumented',
        after(day + 180),
        { followUpId: exampleId('followUp', year + 1), orderId, planId, goals: [] },
        worker,
      ),
    );
    add(recorded('ViolenceQuestionsAsked', after(day + 181), {}, worker));
  });
  // From this day a consent covers all contacts. The rules find the contacts made before it.
  const consented = after(5 + 10 * (variant % 6));
  add(
    recorded(
      'ConsentGiven',
      consented,
      { consentId: exampleId('consent'), with: { category: 'relatives' }, validFrom: consented },
      worker,
    ),
  );
  for (let number = 1; history.length < events; number++) {
    const day = after(10 + ((number * 37) % 900));
    if (number % 3 === 0) add(recorded('NoteWritten', day, { text: `${number}. ${note}` }, worker));
    else
      add(
        recorded(
          'ContactMade',
          day,
          {
            contactId: exampleId('contact', number),
            partyIds: [exampleId('party', 1 + (number % 3))],
            direction: number % 2 === 0 ? 'out' : 'in',
            text: note,
          },
          worker,
        ),
      );
  }
  return history
    .slice(0, events)
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
};

/** Fills an empty store. @returns the names of its streams */
export const fillStore = async (
  store: EventStore,
  size: { readonly files: number; readonly eventsPerFile: number; readonly owner?: FilesOwner },
  onProgress?: (events: number) => void,
): Promise<readonly StreamName[]> => {
  const perPortion = Math.ceil(size.eventsPerFile / portions);
  const histories = Array.from({ length: Math.min(templatesMax, size.files) }, (_, variant) =>
    believableHistory(variant, size.eventsPerFile, size.owner).map(asNew),
  );
  const streams = Array.from({ length: size.files }, () => `personalFile-${randomUUID()}`);
  for (let from = 0; from < size.eventsPerFile; from += perPortion) {
    const templates = histories.map((history) => JSON.stringify(history.slice(from, from + perPortion)));
    for (let first = 0; first < size.files; first += appendsAtOnce) {
      const some = streams.slice(first, first + appendsAtOnce);
      await Promise.all(
        some.map((stream, i) => {
          const events = ofFile(templates[(first + i) % templates.length] as string, first + i);
          return store.append(stream, from === 0 ? 'none' : from - 1, events);
        }),
      );
      onProgress?.(from * size.files + (first + some.length) * perPortion);
    }
  }
  return streams;
};

/** The template's events, with the ids of this file. */
const ofFile = (template: string, file: number): readonly NewEvent[] =>
  JSON.parse(withIdsOfFile(template, file)) as NewEvent[];

/** Replaces the example ids in a text by those of the file with this number, which is written into the third and fourth group of every UUID. */
export const withIdsOfFile = (text: string, file: number): string => {
  const number = file.toString(16).padStart(6, '0');
  return text.replaceAll(/-8[0-9a-f]{3}-8[0-9a-f]{3}-/g, `-8${number.slice(0, 3)}-8${number.slice(3)}-`);
};

const asNew = (event: Recorded<PersonalFileEvent>): NewEvent => ({
  id: event.id,
  type: event.type,
  schemaVersion: event.schemaVersion,
  occurredOn: event.occurredOn,
  recordedBy: event.recordedBy,
  unitId: event.unitId,
  caseId: event.caseId,
  origin: event.origin,
  commandId: event.commandId,
  requestHash: '3f1d0c5a9b7e4d2f8a6c1b0e5d4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f',
  correlationId: event.commandId,
  data: event.data,
});
