/** What the writers of a kill round do: the same seed gives every writer the same commands, whoever asks. */
import { recorded, type PersonalFileEventType, type Special } from '@rt/domain';
import type { RecordAnswer } from '@rt/handling';
import { Chance } from '../../libs/demo/src/chance';

export const WRITERS = 64;

/** Opens a file; the two writers who share it say the very same, at the same moment. */
export interface OpenCommand {
  readonly key: string;
  readonly open: { readonly person: object; readonly occurredOn: string };
}

export interface StepsCommand {
  readonly key: string;
  readonly fileId: string;
  readonly steps: readonly { readonly type: PersonalFileEventType }[];
}

export type WorkCommand = OpenCommand | StepsCommand;
export type Answer = { readonly fileId: string } | RecordAnswer;

/**
 * The commands of one writer, each in answer to what the one before was answered; it never ends. Writers share files in pairs: one records a
 * thread from the application to the plan, the other notes, contacts and redactions beside it.
 */
export function* workOf(seed: string, writer: number): Generator<WorkCommand, never, Answer> {
  const pair = writer >> 1;
  for (let n = 0; ; n++) {
    const place = `${seed}/${pair}/${n}`;
    const chance = new Chance(`${place}/${writer % 2}`);
    const { fileId } = (yield { key: place, open: opening(new Chance(place)) }) as { fileId: string };
    let commands = 0;
    const record = (...steps: StepsCommand['steps']): StepsCommand => ({
      key: `${place}/${writer % 2}/${commands++}`,
      fileId,
      steps,
    });
    const steps = writer % 2 === 0 ? thread(chance, record) : beside(chance, record);
    for (let next = steps.next(); !next.done;) next = steps.next((yield next.value) as RecordAnswer);
  }
}

type Record = (...steps: StepsCommand['steps']) => StepsCommand;
type Work = Generator<StepsCommand, void, RecordAnswer>;

const opening = (chance: Chance): OpenCommand['open'] => ({
  person: {
    name: `Exempel ${chance.whole(1, 9_999)}`,
    identity: { kind: 'birthDate', value: `19${chance.whole(40, 99)}-0${chance.whole(1, 9)}-11` },
    sex: chance.pick(['female', 'male']),
    protectedIdentity: chance.happens(5),
  },
  occurredOn: `2026-01-0${chance.whole(2, 9)}`,
});

function* thread(chance: Chance, record: Record): Work {
  const day = (month: number): string => `2026-0${month}-${chance.whole(10, 28)}`;
  yield record(step('PartyRecorded', day(1)), step('CaseOpened', day(1)), step('CaseWorkerAssigned', day(1)));
  yield record(step('ApplicationReceived', day(1)));
  yield record(step('InvestigationOpened', day(2)), step('InvestigationCompleted', day(3)));
  yield record(step('DecisionMade', day(4)));
  yield record(step('OrderSent', day(5)));
  if (chance.happens(60)) yield record(step('PlanReceived', day(6)));
}

function* beside(chance: Chance, record: Record): Work {
  const day = (): string => `2026-0${chance.whole(2, 6)}-${chance.whole(10, 28)}`;
  const note = yield record(step('NoteWritten', day(), { text: 'x'.repeat(chance.whole(1, 4_000)) }));
  const party = yield record(step('PartyRecorded', day(), { partyId: undefined }));
  const partyId = party.events[0]?.ids['partyId'] as never;
  if (chance.happens(50))
    yield record(step('ConsentGiven', day(), { consentId: undefined, with: { partyId } }));
  yield record(step('ContactMade', day(), { contactId: undefined, partyId }));
  if (chance.happens(70))
    yield record(step('EntryRedacted', day(), { eventId: note.events[0]?.eventId as never }));
}

/** A step as it is sent in: type, day, case and payload. What is not `special` is what an ordinary thread says. */
const step = <T extends PersonalFileEventType>(
  type: T,
  on: string,
  special?: Special<T>,
): StepsCommand['steps'][number] => {
  const { occurredOn, caseId, data } = recorded(type, on, special);
  return { type, occurredOn, ...(caseId !== undefined && { caseId }), data } as { type: T };
};
