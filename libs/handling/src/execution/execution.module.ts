import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records how a decision is carried out (verkställighet). */
export class RecordExecution extends RecordSteps {}

@CommandHandler(RecordExecution)
class RecordExecutionHandler extends RecordHandler {}

@Module({ providers: [RecordExecutionHandler] })
export class ExecutionModule {
  static readonly command = RecordExecution;
}
