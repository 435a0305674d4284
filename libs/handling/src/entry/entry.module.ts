import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Corrects, retracts or redacts entries, and writes notes (journalanteckningar). */
export class RecordEntry extends RecordSteps {}

@CommandHandler(RecordEntry)
class RecordEntryHandler extends RecordHandler {}

@Module({ providers: [RecordEntryHandler] })
export class EntryModule {
  static readonly command = RecordEntry;
}
