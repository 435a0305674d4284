import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records implementation plans (genomförandeplaner). */
export class RecordPlan extends RecordSteps {}

@CommandHandler(RecordPlan)
class RecordPlanHandler extends RecordHandler {}

@Module({ providers: [RecordPlanHandler] })
export class PlanModule {
  static readonly command = RecordPlan;
}
