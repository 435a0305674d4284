import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Assigns case workers and ends assignments (tilldelning). */
export class RecordAssignment extends RecordSteps {}

@CommandHandler(RecordAssignment)
class RecordAssignmentHandler extends RecordHandler {}

@Module({ providers: [RecordAssignmentHandler] })
export class AssignmentModule {
  static readonly command = RecordAssignment;
}
