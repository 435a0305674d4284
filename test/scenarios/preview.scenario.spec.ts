import fc from 'fast-check';
import {
  isAboutEntries,
  recorded,
  SPECS,
  type Command,
  type FileId,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { FileRepository } from '@rt/files';
import { Refused } from '@rt/handling';
import { effectsOf, replayFile } from '@rt/rules';
import { arbitraryCommand, arbitraryHistory } from '../../libs/domain/src/history.fixture';
import { openTown, type Town, type Worker } from '../../libs/handling/src/town.fixture';

type Event = Recorded<PersonalFileEvent>;

describe('what a step would do', () => {
  let town: Town;
  let anna: Worker;
  let commands = 0;
  beforeEach(async () => {
    town = await openTown();
    anna = town.worker('anna');
  });
  afterEach(() => town.close());

  const inputOf = ({ type, occurredOn, occurredTime, caseId, data }: Command | Event): object => ({
    type,
    occurredOn,
    ...(occurredTime !== undefined && { occurredTime }),
    ...(caseId !== undefined && SPECS[type].caseId !== 'self' && { caseId }),
    data,
  });

  const outcomeOf = async <T>(work: Promise<T>): Promise<T | object> =>
    work.catch((error: unknown) => {
      if (error instanceof Refused) return { code: error.code, errors: error.errors };
      throw error;
    });

  /** Asks what the step would do, takes it, and compares. @returns whether it was recorded */
  const compare = async (fileId: FileId, day: string, input: object): Promise<boolean> => {
    town.onDay(day);
    const key = `command-${++commands}`;
    const judged = (events: readonly Event[]) => replayFile(events, { asOf: day as never }, []);
    const load = () => new FileRepository(town.store).load(fileId);
    const before = (await load()).recorded;
    const previewed = await outcomeOf(town.handling.preview(anna.actor, fileId, key, input));
    // Nothing is stored by asking.
    expect((await load()).recorded).toEqual(before);
    const answer = await outcomeOf(anna.records(fileId, input, key));
    if (!('after' in previewed)) {
      expect(answer).toEqual(previewed);
      return false;
    }
    const [was, would, is] = [before, previewed.after.recorded, (await load()).recorded].map(judged);
    expect(effectsOf(was!.findings, would!.findings, day as never)).toEqual(
      effectsOf(was!.findings, is!.findings, day as never),
    );
    expect(would!.findings).toEqual(is!.findings);
    // The same command again does nothing more.
    const again = await town.handling.preview(anna.actor, fileId, key, input);
    expect(again.after).toBe(again.before);
    return true;
  };

  it('is exactly what recording it then does, and is refused as recording it is refused', async () => {
    let [taken, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        arbitraryHistory({ stepsMax: 14 }).chain((history) =>
          fc.tuple(fc.constant(history), fc.array(arbitraryCommand(history), { maxLength: 6 })),
        ),
        async ([history, wild]) => {
          town.onDay('2025-01-01');
          const fileId = await anna.opensFile();
          // The store gives its own ids to entries, so what is about an entry names the one that was recorded in its place.
          const idOf = new Map<string, string>();
          const inStore = (event: Event | Command): Command | Event =>
            isAboutEntries(event.type)
              ? ({
                  ...event,
                  data: {
                    ...event.data,
                    eventId: idOf.get((event.data as { eventId: string }).eventId) ?? fileId,
                  },
                } as Event)
              : event;
          let day = '2025-01-01';
          for (const event of history.slice(1)) {
            day = event.recordedAt.slice(0, 10);
            const was = await compare(fileId, day, inputOf(inStore(event)));
            const last = (await new FileRepository(town.store).load(fileId)).recorded.at(-1);
            if (was && last !== undefined) idOf.set(event.id, last.id);
            if (was) taken++;
            else refused++;
          }
          for (const command of wild)
            if (await compare(fileId, day, inputOf(inStore(command)))) taken++;
            else refused++;
        },
      ),
      { numRuns: 12, seed: 20260302 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(20);
  });

  it('counts an entry that it redacts as unreadable', async () => {
    town.onDay('2026-03-02');
    const fileId = await anna.opensFile();
    const [note] = (await anna.records(fileId, inputOf(recorded('NoteWritten', '2026-03-02')))).events;
    const redaction = {
      type: 'EntryRedacted',
      occurredOn: '2026-03-02',
      data: { ...recorded('EntryRedacted', '2026-03-02').data, eventId: note!.eventId },
    };
    expect(await compare(fileId, '2026-03-02', redaction)).toBe(true);
  });
});
