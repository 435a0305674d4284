import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Opens personal files (personakter) and records steps that concern the file as a whole. */
export class RecordFile extends RecordSteps {}

@CommandHandler(RecordFile)
class RecordFileHandler extends RecordHandler {}

@Module({ providers: [RecordFileHandler] })
export class FileModule {
  static readonly command = RecordFile;
}
