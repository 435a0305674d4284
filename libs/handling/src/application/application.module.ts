import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records applications (ansökningar) and the steps between an application and an investigation. */
export class RecordApplication extends RecordSteps {}

@CommandHandler(RecordApplication)
class RecordApplicationHandler extends RecordHandler {}

@Module({ providers: [RecordApplicationHandler] })
export class ApplicationModule {
  static readonly command = RecordApplication;
}
