import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  CoordinatedPlanConsentedDto,
  CoordinatedPlanMadeDto,
  CoordinatedPlanNeededDto,
  CoordinatedPlanStartedDto,
} from './coordinated-plan.dto';

const coordinatedPlanStep = defineStep(
  'coordinated-plan',
  { sv: 'Samordnad individuell plan, SIP', en: 'Coordinated plan' },
  {
    CoordinatedPlanNeeded: {
      title: { sv: 'Behov av samordnad individuell plan, SIP (SoL 10:8)', en: 'Coordinated plan needed' },
      dto: CoordinatedPlanNeededDto,
      permission: 'coordinated-plan.record',
    },
    CoordinatedPlanConsented: {
      title: { sv: 'Samtycke till SIP', en: 'Coordinated plan consented to' },
      dto: CoordinatedPlanConsentedDto,
      permission: 'coordinated-plan.record',
    },
    CoordinatedPlanStarted: {
      title: { sv: 'SIP-arbetet påbörjat', en: 'Work on the coordinated plan started' },
      dto: CoordinatedPlanStartedDto,
      permission: 'coordinated-plan.record',
    },
    CoordinatedPlanMade: {
      title: { sv: 'SIP upprättad (SoL 10:9)', en: 'Coordinated plan made' },
      dto: CoordinatedPlanMadeDto,
      permission: 'coordinated-plan.record',
    },
  },
);

export const CoordinatedPlanModule = stepModule(coordinatedPlanStep);
