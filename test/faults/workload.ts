/** The commands of the writers in a kill round. The same seed gives a writer the same commands, in the parent and in every child process. */
import { recorded, type PersonalFileEventType, type Special } from '@rt/domain';
import type { RecordAnswer } from '@rt/handling';
import { Chance } from '../../libs/demo/src/chance';

export const WRITERS = 64;

/** Opens a file. The two writers who share the file send the same command with the same key at the same time. */
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
export type WorkAnswer = { readonly fileId: string } | RecordAnswer;

/**
 * The commands of one writer, without end. Each command may depend on the answer to the one before. Writers share files in pairs: one records
 * a case from application to plan, the other records notes, contacts and redactions in the same file.
 */
export function* workOf(seed: string, writer: number): Generator<WorkCommand, never, WorkAnswer> {
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
  yield record(step('ContactMade', day(), { contactId: undefined, partyIds: [partyId] }));
  if (chance.happens(70))
    yield record(step('EntryRedacted', day(), { eventId: note.events[0]?.eventId as never }));
}

/** A step as the API takes it: type, day, case and payload. Fields that are not in `special` come from the example of the type. */
const step = <T extends PersonalFileEventType>(
  type: T,
  on: string,
  special?: Special<T>,
): StepsCommand['steps'][number] => {
  const { occurredOn, caseId, data } = recorded(type, on, special);
  return { type, occurredOn, ...(caseId !== undefined && { caseId }), data } as { type: T };
};
