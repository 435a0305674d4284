import fc, { type Arbitrary } from 'fast-check';
import {
  decode,
  EVENT_TYPES,
  exampleId,
  fileAt,
  recorded,
  SPECS,
  type FileId,
  type PersonalFileEventType,
} from '@rt/domain';
import { arbitraryFromSchema } from './arbitrary-from-schema.fixture';
import { hostile } from './hostile.fixture';
import type { Json } from './plain-json';
import { Refused } from './refused';
import { schemaOf } from './schema';
import { openTown, type Town, type Worker } from './town.fixture';

/** A step of an ordinary case. In a file that contains the ordinary case, the step can be recorded, or is refused because its id is taken. */
const ofThread = (type: PersonalFileEventType): Json => {
  const { data, occurredOn } = recorded(type, '2026-03-02');
  const caseId = SPECS[type].caseId === 'required' && { caseId: exampleId('case') };
  return { type, occurredOn, ...caseId, data: data as unknown as Json };
};

const ordinary: Arbitrary<Json> = fc.constantFrom(...EVENT_TYPES).map(ofThread);

const allowed: Arbitrary<Json> = fc.oneof(
  ...EVENT_TYPES.map((type) => arbitraryFromSchema(schemaOf(type)) as Arbitrary<Json>),
);

const step: Arbitrary<unknown> = fc.oneof(ordinary, allowed, ordinary.chain(hostile), allowed.chain(hostile));

describe('whatever is handed in', () => {
  let town: Town;
  let anna: Worker;
  beforeAll(async () => {
    town = await openTown();
    anna = town.worker('anna');
  });
  afterAll(() => town.close());

  /** A file with an event of almost every type, so that references have something to refer to. */
  const fileWithThread = async (): Promise<FileId> => {
    const file = await anna.opensFile();
    let left = EVENT_TYPES.filter((type) => SPECS[type].creates !== undefined);
    // A step must come after the things that it refers to. Steps that were refused as too early are tried again.
    for (let round = 0; round < 5; round++) {
      const early: PersonalFileEventType[] = [];
      for (const type of left) await anna.records(file, ofThread(type)).catch(() => early.push(type));
      left = early;
    }
    expect(left).toEqual([]);
    return file;
  };

  it('is stored whole, or refused with a reason and nothing stored; what is stored can be read', async () => {
    const file = await fileWithThread();
    const stream = `personalFile-${file}`;
    let stored = (await town.store.readStream(stream)).length;
    let [accepted, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.oneof(step, fc.array(step, { maxLength: 3 })), async (input) => {
        const outcome = await anna.records(file, input).catch((error: unknown) => error);
        const events = await town.store.readStream(stream, { from: stored });
        if (outcome instanceof Refused) {
          refused++;
          expect(outcome.errors.length).toBeGreaterThan(0);
          expect(events).toHaveLength(0);
        } else {
          expect(events.map(({ id }) => id)).toEqual(
            (outcome as Awaited<ReturnType<typeof anna.records>>).events.map(({ eventId }) => eventId),
          );
          stored += events.length;
          accepted++;
        }
      }),
      { numRuns: 300 },
    );
    const all = await town.store.readStream(stream);
    expect(fileAt(all.map(decode)).opened).toBeDefined();
    // The test proves something only if both outcomes occurred often.
    expect(Math.min(refused, accepted)).toBeGreaterThan(10);
  }, 300_000);

  it('opens a file or does not', async () => {
    const opening = fc.constant<Json>({
      person: {
        name: 'Elsa Exempelsson',
        identity: { kind: 'birthDate', value: '1984-05-17' },
        sex: 'female',
        protectedIdentity: false,
      },
      occurredOn: '2026-03-02',
    });
    let keys = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(opening, opening.chain(hostile)), async (input) => {
        const outcome: unknown = await town.handling
          .openFile(anna.actor, `opens-${++keys}`, input)
          .catch((error: unknown) => error);
        if (outcome instanceof Refused) return;
        const { fileId } = outcome as { fileId: FileId };
        expect(await town.store.readStream(`personalFile-${fileId}`)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  }, 300_000);
});
