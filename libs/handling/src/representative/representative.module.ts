import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records representatives (företrädare). */
export class RecordRepresentative extends RecordSteps {}

@CommandHandler(RecordRepresentative)
class RecordRepresentativeHandler extends RecordHandler {}

@Module({ providers: [RecordRepresentativeHandler] })
export class RepresentativeModule {
  static readonly command = RecordRepresentative;
}
