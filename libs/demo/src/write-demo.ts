import type { LocalDate, Person } from '@rt/domain';
import { scriptsOf, type Demo } from './demo';
import type { DemoClock } from './demo-clock';
import { dataAbout, type DemoActor, type FileScript, type ScriptedStep } from './script';

/** The handlers of the write side, the same that every user's request reaches. */
export interface DemoHandlers {
  openFile(
    actor: DemoActor,
    idempotencyKey: string,
    input: { readonly person: Person; readonly occurredOn: LocalDate },
  ): Promise<{ readonly fileId: string }>;
  record(
    actor: DemoActor,
    fileId: string,
    idempotencyKey: string,
    steps: readonly object[],
  ): Promise<{ readonly events: readonly { readonly eventId: string }[] }>;
  recordInUnit(actor: DemoActor, unitId: string, idempotencyKey: string, input: object): Promise<unknown>;
}

export interface WritingDemo extends DemoHandlers {
  /** The clock that the handlers read. */
  readonly clock: DemoClock;
  /** How many files are written concurrently, so that the store can commit their events together. */
  readonly concurrency?: number;
  onProgress?(filesWritten: number, of: number): void;
}

export interface DemoWritten {
  readonly files: number;
  readonly events: number;
}

/**
 * Writes the demo step by step, each step at its own time. Steps that an earlier run wrote are recognised by their idempotency keys and not written
 * again, so the next run completes an interrupted one.
 * @throws what the handlers throw; the steps written so far stay in the store
 */
export const writeDemo = async (demo: Demo, writing: WritingDemo): Promise<DemoWritten> => {
  const scripts = scriptsOf(demo);
  const waiting = scripts.values();
  let files = 0;
  let events = 0;
  const worker = async (): Promise<void> => {
    for (const script of waiting) {
      const eventsOfFile = await writeFile(`${demo.seed}/${script.key}`, script, writing);
      events += eventsOfFile;
      files += 1;
      writing.onProgress?.(files, scripts.length);
    }
  };
  await Promise.all(Array.from({ length: writing.concurrency ?? 64 }, worker));
  for (const { key, recordedAt, actor, unitId, input } of demo.absences)
    await writing.clock.at(recordedAt, () =>
      writing.recordInUnit(actor, unitId, `${demo.seed}/${key}`, input),
    );
  return { files, events };
};

/** Returns how many events the file has. */
const writeFile = async (
  key: string,
  { opening, moments }: FileScript,
  writing: WritingDemo,
): Promise<number> => {
  const { clock } = writing;
  const { actor, person, occurredOn, recordedAt } = opening;
  const { fileId } = await clock.at(recordedAt, () => writing.openFile(actor, key, { person, occurredOn }));
  /** Event ids in the order of the script. The opening's id is unknown, because `openFile` does not return it; no correction refers to it. */
  const eventIds: (string | undefined)[] = [undefined];
  for (const [at, moment] of moments.entries()) {
    const steps = moment.steps.map((step) => inputOf(step, eventIds));
    const answer = await clock.at(moment.recordedAt, () =>
      writing.record(moment.actor, fileId, `${key}/${at}`, steps),
    );
    eventIds.push(...answer.events.map(({ eventId }) => eventId));
  }
  return eventIds.length;
};

/** The step as the write side expects it: one about an entry gets the id of that entry. */
const inputOf = (step: ScriptedStep, eventIds: readonly (string | undefined)[]): object => {
  if (step.aboutEntry === undefined) return step;
  const { aboutEntry, ...about } = step;
  return { ...about, data: dataAbout(step, eventIds[aboutEntry]) };
};
