import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FileId } from '@rt/domain';
import { AdoptSettings, OpenFile, RecordSteps, type RecordAnswer } from './commands';
import type { Actor } from './ports';

/**
 * The one way in, for every app. What is refused is thrown as `Refused`, and then nothing is stored. The same actor, file and
 * idempotency key are the same command, and are answered as the first time.
 */
@Injectable()
export class Handling {
  constructor(private readonly bus: CommandBus) {}

  /** Opens a personal file: `input` is `{ person, occurredOn? }`, see `openingSchema`. */
  openFile(actor: Actor, idempotencyKey: string, input: unknown): Promise<{ readonly fileId: FileId }> {
    return this.bus.execute(new OpenFile(actor, idempotencyKey, input));
  }

  /**
   * Records one step or an array of at most 50 that belong together, each `{ type, occurredOn, occurredTime?, caseId?, data }`, see
   * `schemaOf`. All are stored or none.
   */
  record(
    actor: Actor,
    fileId: string,
    idempotencyKey: string,
    steps: unknown,
    { ifMatch }: { readonly ifMatch?: number } = {},
  ): Promise<RecordAnswer> {
    return this.bus.execute(new RecordSteps(actor, fileId, idempotencyKey, steps, ifMatch));
  }

  /** Adopts settings of the municipality, each `{ type, occurredOn, data }`. */
  adopt(actor: Actor, idempotencyKey: string, settings: unknown): Promise<RecordAnswer> {
    return this.bus.execute(new AdoptSettings(actor, idempotencyKey, settings));
  }
}
