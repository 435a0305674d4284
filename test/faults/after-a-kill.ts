import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '@rt/event-store';
import { earlierCheckpoint } from '@rt/event-store/integrity/earlier-checkpoint.fixture';
import {
  openSqliteEventStore,
  restoreBackup,
  type Checkpoint,
  type SqliteEventStore,
} from '@rt/event-store/sqlite';
import type { Line } from './load.child';
import { expectReadModelsOfARebuild } from './rebuilt-read-models';
import { workOf, WRITERS, type WorkAnswer, type WorkCommand } from './workload';

const clock = { now: () => '2027-01-01T12:00:00.000Z' };

/** A data folder whose process is killed again and again, and the checks that must hold after every kill. */
export class Survivor {
  /** Per writer, the answers to its commands, in the order of the commands. */
  readonly answers: readonly WorkAnswer[][] = Array.from({ length: WRITERS }, () => []);
  private stored: readonly StoredEvent[] = [];
  private checkpoint: Checkpoint | undefined;

  constructor(
    readonly folder: string,
    readonly seed: string,
  ) {}

  get events(): number {
    return this.stored.length;
  }

  /** Checks what a killed process left, given the lines that it had printed. */
  async check(said: readonly Line[]): Promise<void> {
    this.learnAnswers(said);
    if (!existsSync(path.join(this.folder, 'events.sqlite')) || !(await this.isThere())) {
      expect(this.events).toBe(0);
      expect(this.answers.flat()).toEqual([]);
      return;
    }
    const store = await openSqliteEventStore({ folder: this.folder, mode: 'read', clock });
    try {
      await this.checkEvents(store);
      await this.checkChain(store, said);
      await expectReadModelsOfARebuild(store, this.folder);
    } finally {
      await store.close();
    }
    await this.checkBackups(said);
  }

  /** Notes the answers. A repeated command must get the answer that it got before. */
  private learnAnswers(said: readonly Line[]): void {
    for (const line of said) {
      if (line.at !== 'acknowledged') continue;
      const answers = this.answers[line.writer] as WorkAnswer[];
      if (line.nth < answers.length) expect(line.answer).toEqual(answers[line.nth]);
      answers[line.nth] = line.answer;
    }
  }

  /** Whether the folder holds a store. The first process may have been killed before it created one. */
  private async isThere(): Promise<boolean> {
    const opened = await openSqliteEventStore({ folder: this.folder, mode: 'read', clock }).catch(
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason: 'missing' });
        return undefined;
      },
    );
    await opened?.close();
    return opened !== undefined;
  }

  /** Every acknowledged event is stored once, at its revision. Of a command that was not acknowledged, all events are stored or none. */
  private async checkEvents(store: SqliteEventStore): Promise<void> {
    const events: StoredEvent[] = [];
    for await (const batch of store.readAll()) events.push(...batch);
    expect(events.slice(0, this.stored.length).map(placeAndHash)).toEqual(this.stored.map(placeAndHash));
    this.stored = events;
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);

    const at = new Map(events.map((event) => [`${event.stream} ${event.revision}`, event]));
    const acknowledged = new Set<StoredEvent | undefined>();
    const underWay: string[] = [];
    const missing: unknown[] = [];
    this.answers.forEach((answers, writer) => {
      const commands = workOf(this.seed, writer);
      let { value: command } = commands.next();
      for (const answer of answers) {
        const there = placesOf(command, answer).map((place) => at.get(place));
        if (!isAnswerOf(command, answer, there)) missing.push({ command, answer, there });
        for (const event of there) acknowledged.add(event);
        ({ value: command } = commands.next(answer));
      }
      underWay.push(outline(command));
    });
    expect(missing).toEqual([]);
    for (const found of byCommand(events.filter((event) => !acknowledged.has(event)))) {
      // Events without an acknowledgement are all the events of a command that a writer had under way.
      expect(underWay).toContain(found);
      underWay.splice(underWay.indexOf(found), 1);
    }
  }

  private async checkChain(store: SqliteEventStore, said: readonly Line[]): Promise<void> {
    const latest = said.findLast((line) => line.at === 'checkpointTaken');
    const against = latest?.checkpoint ?? this.checkpoint;
    const verification = await store.verify({ ...(against && { against }) });
    expect(verification).toMatchObject({ ok: true, problems: [], events: this.stored.length });
    this.checkpoint = await earlierCheckpoint(store);
  }

  /** A finished backup can be restored and verifies. One that the kill interrupted is refused, unless it was complete already. */
  private async checkBackups(said: readonly Line[]): Promise<void> {
    for (const [i, line] of said.entries()) {
      if (line.at !== 'backup') continue;
      const finished = said.slice(i + 1).some(({ at }) => at === 'checkpoint' || at === 'backup');
      const folder = `${line.folder}-restored`;
      const restored = await this.restore(line.folder, folder).catch((error: unknown) => error);
      if (finished || !(restored instanceof Error))
        expect(restored).toMatchObject({ verification: { ok: true } });
      else expect(restored).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
      for (const used of [folder, line.folder]) rmSync(used, { recursive: true, force: true });
    }
  }

  private restore(from: string, folder: string): Promise<unknown> {
    const keys = {
      masterKeyFile: path.join(this.folder, 'master.key'),
      signingKeyFile: path.join(this.folder, 'signing.key'),
    };
    return restoreBackup({ from, folder, clock, ...keys });
  }
}

const placeAndHash = ({ position, hash }: StoredEvent): string => `${position} ${hash}`;

const typesOf = (command: WorkCommand): readonly string[] =>
  'open' in command ? ['PersonalFileOpened'] : command.steps.map(({ type }) => type);

/** Stream and revision of every event of an acknowledged command. */
const placesOf = (command: WorkCommand, answer: WorkAnswer): readonly string[] => {
  if (!('events' in answer)) return [`personalFile-${answer.fileId} 0`];
  const { fileId } = command as { fileId: string };
  const first = answer.revision - answer.events.length + 1;
  return answer.events.map((_, i) => `personalFile-${fileId} ${first + i}`);
};

const isAnswerOf = (
  command: WorkCommand,
  answer: WorkAnswer,
  stored: readonly (StoredEvent | undefined)[],
): boolean => {
  const ids = 'events' in answer ? answer.events.map(({ eventId }) => eventId) : [stored[0]?.id];
  return (
    isDeepStrictEqual(
      typesOf(command),
      stored.map((event) => event?.type),
    ) &&
    isDeepStrictEqual(
      ids,
      stored.map((event) => event?.id),
    ) &&
    stored.every((event) => event?.commandId === stored[0]?.commandId)
  );
};

/** The stream and event types of a command, known before its answer. The id of a new file is known only from the answer. */
const outline = (command: WorkCommand): string =>
  'open' in command ? 'PersonalFileOpened' : `personalFile-${command.fileId} ${typesOf(command).join(' ')}`;

const byCommand = (events: readonly StoredEvent[]): readonly string[] => {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) groups.set(event.commandId, [...(groups.get(event.commandId) ?? []), event]);
  return [...groups.values()].map(([first, ...rest]) =>
    first?.type === 'PersonalFileOpened' && rest.length === 0
      ? first.type
      : `${first?.stream} ${[first, ...rest].map((event) => event?.type).join(' ')}`,
  );
};
