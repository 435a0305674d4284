import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records reminders (bevakningar). */
export class RecordReminder extends RecordSteps {}

@CommandHandler(RecordReminder)
class RecordReminderHandler extends RecordHandler {}

@Module({ providers: [RecordReminderHandler] })
export class ReminderModule {
  static readonly command = RecordReminder;
}
