import { asItIs } from '../checks';
import type { Deciders } from '../decider';
import type { MalpracticeEvent } from './malpractice.events';

export const malpracticeDeciders: Deciders<MalpracticeEvent> = {
  MalpracticeReported: asItIs,
  MalpracticeInvestigationStarted: asItIs,
  MalpracticeInvestigated: asItIs,
  MalpracticeJudgedSerious: asItIs,
  IvoNotified: asItIs,
};
