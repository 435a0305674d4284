import { Injectable } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { recordAnswer, type RecordAnswer, type RecordSteps } from './commands';
import { authorOf, requestHashOf } from './ids';
import { StepDecider } from './step-decider';

/**
 * Reads a file, authorises and decides each step, and appends all steps or none. The module of each handling step registers this handler for its own
 * command.
 */
@Injectable()
export abstract class RecordHandler extends StepDecider implements ICommandHandler<RecordSteps> {
  execute({ request }: RecordSteps): Promise<RecordAnswer> {
    const { actor, fileId, commandId, body } = request;
    return this.refusing(request, async () => {
      const appended = await this.files.append(fileId, {
        commandId,
        requestHash: requestHashOf(body, this.requestKey),
        author: authorOf(actor),
        decide: async (file) => (await this.decideAll(file, request)).decided,
      });
      return recordAnswer(appended);
    });
  }
}
