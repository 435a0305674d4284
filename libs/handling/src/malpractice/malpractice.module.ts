import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records reports and investigations of malpractice (missförhållanden). */
export class RecordMalpractice extends RecordSteps {}

@CommandHandler(RecordMalpractice)
class RecordMalpracticeHandler extends RecordHandler {}

@Module({ providers: [RecordMalpracticeHandler] })
export class MalpracticeModule {
  static readonly command = RecordMalpractice;
}
