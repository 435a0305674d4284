import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Opens a personal file (personakt) and records what becomes of it. */
export class RecordFile extends RecordSteps {}

@CommandHandler(RecordFile)
class RecordFileHandler extends RecordHandler {}

@Module({ providers: [RecordFileHandler] })
export class FileModule {
  static readonly command = RecordFile;
}
