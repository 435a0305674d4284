import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records decisions (beslut) and appeals (överklaganden). */
export class RecordDecision extends RecordSteps {}

@CommandHandler(RecordDecision)
class RecordDecisionHandler extends RecordHandler {}

@Module({ providers: [RecordDecisionHandler] })
export class DecisionModule {
  static readonly command = RecordDecision;
}
