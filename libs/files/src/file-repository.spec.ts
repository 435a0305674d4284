import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  EVENT_TYPES,
  recorded,
  type EventId,
  type FileId,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { StreamErased, type DecidedEvent, type StoredEvent } from '@rt/event-store';
import type { SqliteEventStore } from '@rt/event-store/sqlite';
import { eraseStream, openStore } from '@rt/event-store/store.fixture';
import { arbitraryHistory } from '../../domain/src/history.fixture';
import { FileRepository, type FileAppend } from './file-repository';
import { append, fileId } from './file-store.fixture';
import { streamOfFile } from './file-stream';
import type { LoadedFile } from './loaded-file';

const opened = recorded('PersonalFileOpened', '2026-01-02');
const note = (text = 'hemligt'): Recorded<PersonalFileEvent> =>
  recorded('NoteWritten', '2026-03-05', { text });
const redactionOf = ({ id }: { readonly id: string }): Recorded<PersonalFileEvent> =>
  recorded('EntryRedacted', '2026-03-06', { eventId: id as EventId });

const textOf = ({ recorded }: LoadedFile): string => JSON.stringify(recorded);
/** The event ids per type in the folded file. Compares a file that was folded further with a file that was folded from the beginning. */
const foldOf = ({ file }: LoadedFile) => EVENT_TYPES.map((type) => file.events(type).map(({ id }) => id));

const decided = ({ type, schemaVersion, occurredOn, data }: Recorded<PersonalFileEvent>): DecidedEvent => ({
  type,
  schemaVersion,
  occurredOn,
  data,
  ...(type === 'EntryRedacted' && { redacts: data.eventId }),
});
const command = (decide: FileAppend['decide'], over: Partial<FileAppend> = {}): FileAppend => ({
  commandId: randomUUID(),
  requestHash: 'c0ffee',
  author: { recordedBy: 'anna', unitId: 'norr', origin: 'user' },
  decide,
  ...over,
});

describe('the personal files of a store', () => {
  let store: SqliteEventStore;
  let files: FileRepository;
  const id = fileId(1);
  const stream = streamOfFile(id);
  beforeEach(async () => {
    store = await openStore();
    files = new FileRepository(store, { writes: true });
  });

  const stored = (): Promise<readonly StoredEvent[]> => store.readStream(stream);
  const appends = (...events: readonly Recorded<PersonalFileEvent>[]) =>
    files.append(
      id,
      command(() => Promise.resolve(events.map(decided))),
    );

  it('are what the store holds, whatever was recorded in between and however little may be cached', async () => {
    let first = 100;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 25 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 0, max: 8 }), fc.boolean()), { maxLength: 25 }),
        fc.constantFrom(0, 30_000, 120_000, 100_000_000),
        async (histories, moves, bytesMax) => {
          const cached = new FileRepository(store, { bytesMax });
          const ids = histories.map(() => fileId(first++));
          const done = histories.map(() => 0);
          for (const [which, count, folds] of moves) {
            const file = ids[which] as FileId;
            const begun = done[which] as number;
            await append(store, file, (histories[which] ?? []).slice(begun, begun + count));
            done[which] = begun + count;
            const loaded = await cached.load(file);
            const anew = await new FileRepository(store).load(file);
            expect(loaded.recorded).toEqual(anew.recorded);
            if (folds) expect(foldOf(loaded)).toEqual(foldOf(anew));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are shared while nothing is recorded', async () => {
    await append(store, id, [opened]);
    const first = await files.load(id);
    expect(await files.load(id)).toBe(first);
    await append(store, id, [note()]);
    expect((await files.load(id)).revision).toBe(1);
    expect(first.revision).toBe(0);
  });

  it('are read from where the cache ends, and whole once they were forgotten', async () => {
    const reads = jest.spyOn(store, 'readStream');
    await append(store, id, [opened, note()]);
    const from = async (): Promise<number | undefined> => {
      reads.mockClear();
      await files.load(id);
      return reads.mock.calls[0]?.[1]?.from;
    };
    expect(await from()).toBeUndefined();
    expect(await from()).toBe(2);
    files.forgetAll();
    expect(await from()).toBeUndefined();
  });

  it('are not cached when they were forgotten while they were read', async () => {
    await append(store, id, [opened]);
    await files.load(id);
    await append(store, id, [note()]);
    const loading = files.load(id);
    files.forget(id);
    expect((await loading).revision).toBe(1);
    expect(await files.load(id)).not.toBe(await loading);
  });

  it('do not exist without events, and are not there once they are erased', async () => {
    expect(await files.find(id)).toBeUndefined();
    expect((await files.load(id)).file.opened).toBeUndefined();
    await append(store, id, [opened]);
    expect((await files.find(id))?.file.opened).toMatchObject({ id: opened.id });
    await eraseStream(store, stream, 0);
    expect(await files.find(id)).toBeUndefined();
    await expect(files.load(id)).rejects.toThrow(StreamErased);
    await expect(appends(note())).rejects.toThrow(StreamErased);
  });

  it('come one by one, past the cache, up to a position', async () => {
    await append(store, id, [opened]);
    await append(store, fileId(2), [opened, note()]);
    const upTo = await store.lastPosition();
    await append(store, fileId(3), [opened]);
    await store.append('review-x', 'none', []).catch(() => undefined);
    const seen: [FileId, number][] = [];
    for await (const file of files.each({ upTo })) seen.push([file.fileId, file.revision]);
    expect(seen).toEqual([
      [id, 0],
      [fileId(2), 1],
    ]);
  });

  describe('with events that were read already', () => {
    it('are brought up to date without being read again', async () => {
      await append(store, id, [opened]);
      files.receive(id, await stored());
      await append(store, id, [note('n')]);
      files.receive(id, (await stored()).slice(1));
      const reads = jest.spyOn(store, 'readStream');
      const loaded = await files.load(id);
      expect(reads.mock.calls).toEqual([[stream, expect.objectContaining({ from: 2 })]]);
      expect(loaded.recorded).toEqual((await new FileRepository(store).load(id)).recorded);
    });

    it('are left as they are where the events do not follow on', async () => {
      await append(store, id, [opened, note('a'), note('b')]);
      files.receive(id, (await stored()).slice(2));
      expect((await files.load(id)).revision).toBe(2);
      files.receive(id, (await stored()).slice(0, 2));
      expect((await files.load(id)).revision).toBe(2);
    });

    it('are forgotten where one of the events redacts an entry', async () => {
      const secret = note();
      await append(store, id, [opened, secret]);
      await files.load(id);
      await append(store, id, [redactionOf(secret)]);
      files.receive(id, (await stored()).slice(2));
      expect(textOf(await files.load(id))).not.toContain('hemligt');
    });
  });

  describe('appended to', () => {
    it('are cached as they are afterwards: the next command reads nothing', async () => {
      await append(store, id, [opened]);
      await appends(note('a'));
      const reads = jest.spyOn(store, 'readStream');
      await appends(note('b'));
      expect(reads).not.toHaveBeenCalled();
      reads.mockRestore();
      expect((await files.load(id)).recorded).toEqual((await new FileRepository(store).load(id)).recorded);
    });

    it('take one command at a time', async () => {
      await append(store, id, [opened]);
      const seen: number[] = [];
      const decide: FileAppend['decide'] = async ({ revision }) => {
        seen.push(revision);
        return [decided(note())];
      };
      await Promise.all([1, 2, 3].map(() => files.append(id, command(decide))));
      expect(seen).toEqual([0, 1, 2]);
    });

    it('are decided on anew where another process has appended since', async () => {
      await append(store, id, [opened]);
      await files.load(id);
      await append(store, id, [note('another’s')]);
      const seen: number[] = [];
      await files.append(
        id,
        command(async ({ revision }) => (seen.push(revision), [decided(note())])),
      );
      expect(seen).toEqual([0, 1]);
      expect(await stored()).toHaveLength(3);
    });
  });

  describe('in which an entry is redacted', () => {
    let secret: StoredEvent;
    beforeEach(async () => {
      await append(store, id, [opened]);
      const { events } = await appends(note());
      secret = events[0] as StoredEvent;
    });
    const isReadable = async (): Promise<boolean> => JSON.stringify(await stored()).includes('hemligt');

    it('hold nothing of it, and its key is destroyed', async () => {
      expect(textOf(await files.load(id))).toContain('hemligt');
      await appends(redactionOf(secret));
      expect(textOf(await files.load(id))).not.toContain('hemligt');
      expect(await isReadable()).toBe(false);
    });

    it('hold nothing of it where another process redacted it and was killed before it destroyed the key', async () => {
      await files.load(id);
      await append(store, id, [redactionOf(secret)]);
      expect(await isReadable()).toBe(true);
      const reader = new FileRepository(store);
      expect(textOf(await reader.load(id))).not.toContain('hemligt');
      expect(await isReadable()).toBe(true);
      expect(textOf(await files.load(id))).not.toContain('hemligt');
      expect(await isReadable()).toBe(false);
    });

    it('are forgotten even where destroying the key fails, and the next read destroys it', async () => {
      const destroy = jest.spyOn(store, 'destroyRedacted').mockRejectedValueOnce(new Error('disk full'));
      await expect(appends(redactionOf(secret))).rejects.toThrow('disk full');
      expect(textOf(await files.load(id))).not.toContain('hemligt');
      expect(destroy).toHaveBeenCalledTimes(2);
      expect(await isReadable()).toBe(false);
    });

    it('answer the command that wrote it without its text', async () => {
      const commandId = secret.commandId;
      await appends(redactionOf(secret));
      const again = await files.append(
        id,
        command(() => Promise.reject(new Error('asked')), { commandId }),
      );
      expect(again.events).toMatchObject([{ id: secret.id, data: null, redacted: true }]);
    });
  });
});
