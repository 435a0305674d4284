import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records judgements of what the rules find (brister). */
export class RecordGap extends RecordSteps {}

@CommandHandler(RecordGap)
class RecordGapHandler extends RecordHandler {}

@Module({ providers: [RecordGapHandler] })
export class GapModule {
  static readonly command = RecordGap;
}
