import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decodeFile } from '@rt/domain';
import { CommandReused } from '@rt/event-store';
import { LoadedFile } from '@rt/files';
import { PreviewSteps, type PreviewedSteps } from './commands';
import { requestHashOf } from './ids';
import { StepDecider } from './step-decider';

/** Decides the steps of a request like the handler that records them, and stores nothing. */
@CommandHandler(PreviewSteps)
export class PreviewHandler extends StepDecider implements ICommandHandler<PreviewSteps> {
  execute({ request }: PreviewSteps): Promise<PreviewedSteps> {
    const { fileId, commandId, body } = request;
    return this.refusing(request, async () => {
      const before = await this.files.load(fileId);
      const [stored] = before.eventsOf(commandId);
      if (stored !== undefined) {
        if (stored.requestHash !== requestHashOf(body, this.requestKey)) throw new CommandReused(commandId);
        return { before, after: before };
      }
      const { batch } = await this.decideAll(before, request);
      // Decoded together, so that an entry that one of the steps redacts is read as it would be after it.
      return { before, after: new LoadedFile(fileId, decodeFile([...before.recorded, ...batch.recorded])) };
    });
  }
}
