import { asItIs } from '../checks';
import type { Deciders } from '../decider';
import type { ViolenceQuestionsEvent } from './violence-questions.events';

export const violenceQuestionsDeciders: Deciders<ViolenceQuestionsEvent> = {
  ViolenceQuestionsAsked: asItIs,
  ViolenceQuestionsNotSuitable: asItIs,
};
