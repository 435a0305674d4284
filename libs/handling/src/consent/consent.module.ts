import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records consents (medgivanden) and their ends. */
export class RecordConsent extends RecordSteps {}

@CommandHandler(RecordConsent)
class RecordConsentHandler extends RecordHandler {}

@Module({ providers: [RecordConsentHandler] })
export class ConsentModule {
  static readonly command = RecordConsent;
}
