import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records contacts (kontakter). */
export class RecordContact extends RecordSteps {}

@CommandHandler(RecordContact)
class RecordContactHandler extends RecordHandler {}

@Module({ providers: [RecordContactHandler] })
export class ContactModule {
  static readonly command = RecordContact;
}
