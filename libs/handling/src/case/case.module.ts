import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Opens, closes and reopens cases (ärenden). */
export class RecordCase extends RecordSteps {}

@CommandHandler(RecordCase)
class RecordCaseHandler extends RecordHandler {}

@Module({ providers: [RecordCaseHandler] })
export class CaseModule {
  static readonly command = RecordCase;
}
