import { asItIs } from '../checks';
import type { Deciders } from '../decider';
import type { CoordinatedPlanEvent } from './coordinated-plan.events';

export const coordinatedPlanDeciders: Deciders<CoordinatedPlanEvent> = {
  CoordinatedPlanNeeded: asItIs,
  CoordinatedPlanConsented: asItIs,
  CoordinatedPlanStarted: asItIs,
  CoordinatedPlanMade: asItIs,
};
