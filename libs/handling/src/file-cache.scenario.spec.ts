import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { FileRepository, RulesetRepository, UnitRepository } from '@rt/files';
import { Handling } from './handling';
import { HandlingModule } from './handling.module';
import { elsa } from './town.fixture';

const stream = (file: string): string => `personalFile-${file}`;
const note = (text: string) => ({ type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });
const about = (type: string, eventId: string, data: object) => ({
  type,
  occurredOn: '2026-03-02',
  data: { eventId, ...data },
});
const redaction = (eventId: string) => about('EntryRedacted', eventId, { ground: 'Gäller en annan person' });

/** A change. `of` selects an earlier entry, `by` the process that carries it out. */
const someChange = fc.record({
  does: fc.constantFrom(
    'note',
    'party',
    'contact',
    'correct',
    'retract',
    'redact',
    'repeat',
    'otherBody',
    'two',
  ),
  of: fc.nat({ max: 8 }),
  by: fc.constantFrom(0, 1),
});
type Change = typeof someChange extends fc.Arbitrary<infer C> ? C : never;

/** Carries out the changes with two write sides on one store, which stand for two processes. Returns the answers and the events of the stream. */
const lived = async (
  folder: string,
  bytesMax: number,
  changes: readonly Change[],
): Promise<{
  readonly answers: readonly unknown[];
  readonly whole: readonly { readonly type: string }[];
}> => {
  const clock = { now: () => '2026-03-02T11:00:00.000Z' };
  const store = await openSqliteEventStore({ folder, clock, mode: 'write' });
  const apps = await Promise.all(
    [0, 1].map(() =>
      NestFactory.createApplicationContext(
        HandlingModule.with({
          clock,
          authorise: { allows: async () => true },
          directory: { find: async () => ({ boardId: 'norr', unitId: 'norr', roles: ['caseWorker'] }) },
          requestKey: createSecretKey(Buffer.alloc(32, 7)),
          ruleset: new RulesetRepository(store, 'ruleset-exempelstad'),
          units: new UnitRepository(store),
          rules: [],
          files: new FileRepository(store, { bytesMax, writes: true }),
        }),
        { logger: false },
      ),
    ),
  );
  const handlings = apps.map((app) => app.get(Handling)) as [Handling, Handling];
  const actor = { userId: 'anna', unitId: 'norr', boardId: 'norr', roles: [], origin: 'user' } as never;
  const { fileId } = await handlings[0].openFile(actor, 'open', { person: elsa });
  const answers: unknown[] = [];
  const bodies: unknown[] = [];
  for (const [number, { does, of, by }] of changes.entries()) {
    const stored = await store.readStream(stream(fileId));
    const entry = stored[of % stored.length] as (typeof stored)[number];
    const earlier = of % Math.max(1, number);
    const [key, body] = bodyOf(does, entry, number, earlier, bodies);
    bodies[number] = body;
    const answer = await handlings[by]
      .record(actor, fileId, key, body)
      .catch((error: { code?: string; errors?: unknown }) => [error.code ?? String(error), error.errors]);
    answers.push(answer);
  }
  const whole = (await store.readStream(stream(fileId))).map(
    ({ id, revision, type, commandId, data, redacted }) => ({
      id,
      revision,
      type,
      commandId,
      data,
      redacted,
    }),
  );
  for (const app of apps) await app.close();
  await store.close();
  return { answers, whole };
};

const bodyOf = (
  does: Change['does'],
  entry: { readonly id: string; readonly data: unknown },
  number: number,
  earlier: number,
  bodies: readonly unknown[],
): [key: string, body: unknown] => {
  const key = `k${number}`;
  switch (does) {
    case 'note':
      return [key, note(`n${number}`)];
    case 'party':
      return [key, { ...note(''), type: 'PartyRecorded', data: partyData(number) }];
    case 'contact':
      return [key, { ...note(''), type: 'ContactMade', data: contactData(entry) }];
    case 'correct':
      return [
        key,
        about('EntryCorrected', entry.id, {
          reason: 'stavfel',
          data: { ...(entry.data as object), text: `c${number}` },
        }),
      ];
    case 'retract':
      return [key, about('EntryRetracted', entry.id, { reason: 'fel akt' })];
    case 'redact':
      return [key, redaction(entry.id)];
    case 'repeat':
      return [`k${earlier}`, bodies[earlier] ?? note('first')];
    case 'otherBody':
      return [`k${earlier}`, note(`another ${number}`)];
    case 'two':
      return [key, [note(`a${number}`), { ...note(''), type: 'PartyRecorded', data: partyData(number) }]];
  }
};

const partyData = (number: number) => ({
  kind: 'relative',
  name: `Party ${number}`,
  relation: 'sibling',
  helps: false,
});
const contactData = ({ data }: { readonly data: unknown }) => ({
  withPerson: false,
  partyIds: [(data as { partyId?: string } | null)?.partyId ?? '00000001-0000-8000-8000-000000000009'],
  direction: 'out',
  channel: 'phone',
  subjects: ['dailyLife'],
  purpose: 'p',
  disclosed: false,
});

describe('the cache of files', () => {
  /** Each kind of change at least once, with the changes that it needs before it. */
  const oneOfEach: readonly Change[] = [
    { does: 'note', of: 0, by: 0 },
    { does: 'party', of: 0, by: 1 },
    { does: 'contact', of: 2, by: 0 },
    { does: 'correct', of: 1, by: 1 },
    { does: 'two', of: 0, by: 0 },
    { does: 'repeat', of: 2, by: 1 },
    { does: 'otherBody', of: 2, by: 0 },
    { does: 'redact', of: 5, by: 1 },
    { does: 'note', of: 0, by: 0 },
    { does: 'retract', of: 3, by: 0 },
    { does: 'correct', of: 5, by: 1 },
  ];

  it('meets everything that can be done', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rt-cache-'));
    const { answers, whole } = await lived(folder, 10_000_000, oneOfEach);
    rmSync(folder, { recursive: true });
    expect(new Set(whole.map(({ type }) => type))).toEqual(
      new Set([
        'PersonalFileOpened',
        'NoteWritten',
        'PartyRecorded',
        'ContactMade',
        'EntryCorrected',
        'EntryRedacted',
        'EntryRetracted',
      ]),
    );
    expect(answers[5]).toEqual(answers[2]);
    expect(answers[6]).toEqual(['KEY_REUSED', expect.anything()]);
    expect(whole[5]).toMatchObject({ redacted: true, data: null });
  });

  it('changes no answer and no stream, whatever is done, repeated, corrected and redacted, by whichever process', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someChange, { minLength: 1, maxLength: 25 }), async (changes) => {
        const folders = [0, 1].map(() => mkdtempSync(path.join(tmpdir(), 'rt-cache-')));
        try {
          const [cached, uncached] = [
            await lived(folders[0] as string, 10_000_000, changes),
            await lived(folders[1] as string, 0, changes),
          ];
          expect(cached).toEqual(uncached);
        } finally {
          for (const folder of folders) rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 12, examples: [[[...oneOfEach]]] },
    );
  });
});
