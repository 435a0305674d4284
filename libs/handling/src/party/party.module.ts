import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records the people around the person (parter). */
export class RecordParty extends RecordSteps {}

@CommandHandler(RecordParty)
class RecordPartyHandler extends RecordHandler {}

@Module({ providers: [RecordPartyHandler] })
export class PartyModule {
  static readonly command = RecordParty;
}
