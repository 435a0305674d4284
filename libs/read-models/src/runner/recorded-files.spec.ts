import fc from 'fast-check';
import { recorded, type FileId } from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { readFile, streamOfFile } from '../read-file';
import { RecordedFiles } from './recorded-files';

describe('files that are kept while much is written', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('are what the store holds, whatever was recorded in between and however little may be kept', async () => {
    let first = 1;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 25 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 0, max: 8 })), { maxLength: 25 }),
        fc.constantFrom(0, 10, 40, 20_000),
        async (histories, moves, eventsMax) => {
          const files = new RecordedFiles(bed.store, eventsMax);
          const ids = histories.map(() => fileId(first++));
          const done = histories.map(() => 0);
          for (const [which, count] of moves) {
            const id = ids[which] as FileId;
            const history = histories[which] ?? [];
            await append(bed.store, id, history.slice(done[which], (done[which] ?? 0) + count));
            done[which] = (done[which] ?? 0) + count;
            expect(await files.read(id)).toEqual(await readFile(bed.store, id));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are read anew where an entry was redacted', async () => {
    const files = new RecordedFiles(bed.store);
    const note = recorded('NoteWritten', '2026-03-05');
    await append(bed.store, fileId(1), [...ordinaryThread, note]);
    const before = await files.read(fileId(1));
    expect(before?.at(-1)).toMatchObject({ id: note.id, data: note.data });
    await append(bed.store, fileId(1), [recorded('EntryRedacted', '2026-03-06', { eventId: note.id })]);
    const after = await files.read(fileId(1));
    expect(after?.find(({ id }) => id === note.id)).toMatchObject({ data: null, redacted: true });
  });

  it('are gone when their stream is', async () => {
    const files = new RecordedFiles(bed.store);
    await append(bed.store, fileId(1), ordinaryThread);
    expect(await files.read(fileId(1))).toHaveLength(ordinaryThread.length);
    await bed.store.deleteStream(streamOfFile(fileId(1)), ordinaryThread.length - 1);
    expect(await files.read(fileId(1))).toBeUndefined();
    expect(await files.read(fileId(2))).toBeUndefined();
  });

  it('are read whole again once they were let go of', async () => {
    const files = new RecordedFiles(bed.store);
    const reads = jest.spyOn(bed.store, 'readStream');
    await append(bed.store, fileId(1), ordinaryThread);
    const from = async (): Promise<number | undefined> => {
      reads.mockClear();
      await files.read(fileId(1));
      return reads.mock.calls[0]?.[1]?.from;
    };
    expect(await from()).toBe(0);
    expect(await from()).toBe(ordinaryThread.length);
    files.forget();
    expect(await from()).toBe(0);
  });
});
