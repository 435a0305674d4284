import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records coordinated individual plans (samordnade individuella planer). */
export class RecordCoordinatedPlan extends RecordSteps {}

@CommandHandler(RecordCoordinatedPlan)
class RecordCoordinatedPlanHandler extends RecordHandler {}

@Module({ providers: [RecordCoordinatedPlanHandler] })
export class CoordinatedPlanModule {
  static readonly command = RecordCoordinatedPlan;
}
