import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records investigations (utredningar). */
export class RecordInvestigation extends RecordSteps {}

@CommandHandler(RecordInvestigation)
class RecordInvestigationHandler extends RecordHandler {}

@Module({ providers: [RecordInvestigationHandler] })
export class InvestigationModule {
  static readonly command = RecordInvestigation;
}
