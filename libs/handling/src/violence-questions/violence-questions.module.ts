import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecordSteps } from '../commands';
import { RecordHandler } from '../record.handler';

/** Records questions about violence (frågor om våld). */
export class RecordViolenceQuestions extends RecordSteps {}

@CommandHandler(RecordViolenceQuestions)
class RecordViolenceQuestionsHandler extends RecordHandler {}

@Module({ providers: [RecordViolenceQuestionsHandler] })
export class ViolenceQuestionsModule {
  static readonly command = RecordViolenceQuestions;
}
