import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records follow-ups (uppföljningar). */
export class RecordFollowUp extends RecordSteps {}

@CommandHandler(RecordFollowUp)
class RecordFollowUpHandler extends RecordHandler {}

@Module({ providers: [RecordFollowUpHandler] })
export class FollowUpModule {
  static readonly command = RecordFollowUp;
}
