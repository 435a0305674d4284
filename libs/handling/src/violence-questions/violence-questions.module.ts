import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { ViolenceQuestionsAskedDto, ViolenceQuestionsNotSuitableDto } from './violence-questions.dto';

const violenceQuestionsStep = defineStep(
  'violence-questions',
  { sv: 'FREDA-frågor', en: 'Violence questions' },
  {
    ViolenceQuestionsAsked: {
      title: { sv: 'Frågor om våld ställda (FREDA)', en: 'Violence questions asked' },
      dto: ViolenceQuestionsAskedDto,
      permission: 'violence-questions.record',
    },
    ViolenceQuestionsNotSuitable: {
      title: {
        sv: 'Frågor om våld var inte lämpliga att ställa',
        en: 'Violence questions not suitable to ask',
      },
      dto: ViolenceQuestionsNotSuitableDto,
      permission: 'violence-questions.record',
    },
  },
);

export const ViolenceQuestionsModule = stepModule(violenceQuestionsStep);
