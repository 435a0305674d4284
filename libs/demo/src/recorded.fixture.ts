import {
  currentVersion,
  dayOf,
  decide,
  DEFAULT_CONFIGURATION,
  situationOf,
  type Command,
  type EventId,
  type Instant,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { dataAbout, type DemoActor, type FileScript, type ScriptedStep } from './script';

/** The events of a script as the write side would store them. The domain decides on every step. @throws Error if the domain refuses a step */
export const recordedBy = (script: FileScript): readonly Recorded<PersonalFileEvent>[] => {
  const { opening, moments, key } = script;
  const recorded: Recorded<PersonalFileEvent>[] = [];
  const record = (command: Command, recordedAt: Instant, actor: DemoActor): void => {
    const situation = situationOf(recorded, dayOf(recordedAt), DEFAULT_CONFIGURATION);
    const verdict = decide(command, situation);
    if (!verdict.accepted) {
      const { code, field } = verdict.refusal;
      throw new Error(`${key}: step ${recorded.length}, ${command.type}, is refused: ${code} ${field}`);
    }
    const revision = recorded.length;
    recorded.push({
      ...command,
      id: `${key}#${revision}` as EventId,
      stream: key,
      revision,
      schemaVersion: currentVersion(command.type),
      recordedAt,
      recordedBy: actor.userId,
      unitId: actor.unitId,
      origin: 'user',
      commandId: key,
      keyId: key,
    } as unknown as Recorded<PersonalFileEvent>);
  };
  const { person, occurredOn, recordedAt, actor } = opening;
  record(
    { type: 'PersonalFileOpened', occurredOn, data: { boardId: actor.boardId, person } },
    recordedAt,
    actor,
  );
  for (const moment of moments)
    for (const step of moment.steps) record(commandOf(step, recorded), moment.recordedAt, moment.actor);
  return recorded;
};

const commandOf = (step: ScriptedStep, recorded: readonly Recorded<PersonalFileEvent>[]): Command => {
  if (step.aboutEntry === undefined) return step;
  const { aboutEntry, ...about } = step;
  const { id: eventId, schemaVersion } = recorded[aboutEntry]!;
  const data = { ...dataAbout(step, eventId), ...(about.type === 'EntryCorrected' && { schemaVersion }) };
  return { ...about, data } as Command;
};
