import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf, type FileId, type Instant } from '@rt/domain';
import { idWithin, type Clock } from '@rt/event-store';
import { checkedSteps } from './checked-steps';
import { checkedAs, checkedHead, OpenFileDto } from './command-input';
import { OpenFile, recordAnswer, RecordSteps, type RecordAnswer } from './commands';
import { FileWriter } from './file-writer';
import { commandIdOf } from './ids';
import { plainJson } from './plain-json';
import { CLOCK } from './ports';

@CommandHandler(OpenFile)
export class OpenFileHandler implements ICommandHandler<OpenFile> {
  constructor(
    private readonly writer: FileWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, idempotencyKey, input }: OpenFile): Promise<{ readonly fileId: FileId }> {
    checkedHead({ idempotencyKey });
    const body = plainJson(input);
    const { person, occurredOn = dayOf(this.clock.now() as Instant) } = checkedAs(OpenFileDto, body);
    const commandId = commandIdOf(actor.userId, 'files', idempotencyKey);
    const fileId = idWithin(commandId, 'file') as FileId;
    const data = { boardId: actor.boardId, person };
    const steps = [{ type: 'PersonalFileOpened', occurredOn, data }] as const;
    await this.writer.write({ actor, fileId, commandId, body, steps, opening: true });
    return { fileId };
  }
}

@CommandHandler(RecordSteps)
export class RecordStepsHandler implements ICommandHandler<RecordSteps> {
  constructor(private readonly writer: FileWriter) {}

  async execute(command: RecordSteps): Promise<RecordAnswer> {
    const { actor, idempotencyKey, ifMatch } = command;
    checkedHead({ idempotencyKey, fileId: command.fileId, ...(ifMatch !== undefined && { ifMatch }) });
    const body = plainJson(command.input);
    const steps = checkedSteps(body);
    const fileId = command.fileId as FileId;
    const commandId = commandIdOf(actor.userId, fileId, idempotencyKey);
    const appended = await this.writer.write({
      actor,
      fileId,
      commandId,
      body,
      steps,
      opening: false,
      ...(ifMatch !== undefined && { ifMatch }),
    });
    return recordAnswer(appended);
  }
}
