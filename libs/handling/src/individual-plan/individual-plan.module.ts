import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records individual plans (individuella planer). */
export class RecordIndividualPlan extends RecordSteps {}

@CommandHandler(RecordIndividualPlan)
class RecordIndividualPlanHandler extends RecordHandler {}

@Module({ providers: [RecordIndividualPlanHandler] })
export class IndividualPlanModule {
  static readonly command = RecordIndividualPlan;
}
