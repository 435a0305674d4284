import type { FileId } from '@rt/domain';
import { erasuresPrefix, type EventStore } from '@rt/event-store';
import { streamOfFile } from '@rt/files';
import { openTown, type Town, type Worker } from '../town.fixture';

const ground = 'SoL (2025:400) 16 kap. 1 §';
const note = (occurredOn: string) => ({ type: 'NoteWritten', occurredOn, data: { text: 'Ringde' } });

/** The store through which something happens just before a stream is deleted. */
const before = (store: EventStore, happens: () => Promise<void>): EventStore =>
  new Proxy(store, {
    get: (target, name) =>
      name === 'deleteStream'
        ? async (stream: string, revision: number) => {
            await happens();
            return target.deleteStream(stream, revision);
          }
        : (Reflect.get(target, name, target) as unknown as () => void).bind?.(target),
  });

describe('the erasure of a personal file', () => {
  let town: Town;
  let anna: Worker;
  let fileId: FileId;
  beforeEach(async () => {
    town = await openTown();
    anna = town.worker('anna');
    fileId = await anna.opensFile();
    await anna.records(fileId, note('2026-03-02'));
  });
  afterEach(() => town.close());

  const erase = (by = town.handling) => by.erase(anna.actor, { fileId, ground });
  const records = async () => {
    const streams: string[] = [];
    for await (const { stream } of town.store.streams()) streams.push(stream);
    const found = streams.filter((stream) => stream.startsWith(erasuresPrefix));
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0] === undefined ? [] : town.store.readStream(found[0]);
  };

  it('is refused before five years have passed, and then nothing is recorded', async () => {
    town.onDay('2031-03-01');
    await expect(erase()).rejects.toMatchObject({
      code: 'KEPT_FIVE_YEARS',
      errors: [{ field: 'fileId', sv: expect.stringContaining('2031-03-02') }],
    });
    expect(await records()).toEqual([]);
    expect(await town.store.readStream(streamOfFile(fileId))).toHaveLength(2);
  });

  it('is for those who may, and for files that are there', async () => {
    town.onDay('2031-03-02');
    await expect(
      town.handling.erase(anna.actor, { fileId: '00000000-0000-4000-8000-000000000000', ground }),
    ).rejects.toMatchObject({ code: 'FILE_NOT_OPEN' });
    await expect(town.handling.erase(anna.actor, { fileId })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    town.forbid(({ permission }) => permission === 'file.erase');
    await expect(erase()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await records()).toEqual([]);
  });

  it('is recorded in the stream of the board, and the file is gone for everybody', async () => {
    town.onDay('2031-03-02');
    const last = (await town.store.readStream(streamOfFile(fileId))).at(-1);
    const answer = await erase();
    expect(answer).toMatchObject({ fileId, ground, lastEntryOn: '2026-03-02', lastRevision: 1 });
    expect(await records()).toMatchObject([
      {
        id: answer.eventId,
        stream: `${erasuresPrefix}norr`,
        type: 'FileErased',
        occurredOn: '2031-03-02',
        erases: streamOfFile(fileId),
        data: { fileId, ground, lastRevision: 1, lastHash: last?.hash },
      },
    ]);
    await expect(anna.records(fileId, note('2031-03-02'))).rejects.toMatchObject({ code: 'FILE_ERASED' });
    expect(await town.store.verify()).toMatchObject({ ok: true });
  });

  it('answers the same when it is repeated, and is recorded once', async () => {
    town.onDay('2031-03-02');
    const answer = await erase();
    expect(await town.handling.erase(anna.actor, { fileId, ground: 'Något annat' })).toEqual(answer);
    expect(await erase(await town.another())).toEqual(answer);
    expect(await records()).toHaveLength(1);
  });

  it('goes on from its record where it was interrupted before the file was deleted', async () => {
    town.onDay('2031-03-02');
    const broken = before(town.store, () => Promise.reject(new Error('the process ends here')));
    await expect(erase(await town.another(broken))).rejects.toThrow('the process ends here');
    const [record] = await records();
    expect(await town.store.readStream(streamOfFile(fileId))).toHaveLength(2);
    expect(await erase()).toMatchObject({ eventId: record?.id });
    expect(await records()).toHaveLength(1);
    await expect(town.store.readStream(streamOfFile(fileId))).rejects.toMatchObject({
      code: 'STREAM_ERASED',
    });
  });

  it('of a file that has grown since the record looks at the file again', async () => {
    town.onDay('2031-03-02');
    let grown = false;
    const growing = before(town.store, async () => {
      if (!grown) await anna.records(fileId, note('2031-03-02'));
      grown = true;
    });
    await expect(erase(await town.another(growing))).rejects.toMatchObject({ code: 'KEPT_FIVE_YEARS' });
    expect(await town.store.readStream(streamOfFile(fileId))).toHaveLength(3);
    town.onDay('2036-03-02');
    expect(await erase()).toMatchObject({ lastRevision: 2 });
    expect((await records()).map(({ data }) => (data as { lastRevision: number }).lastRevision)).toEqual([
      1, 2,
    ]);
    expect(await town.store.verify()).toMatchObject({ ok: true });
  });
});
