import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { PlanApprovedDto, PlanReceivedDto, PlanReturnedDto } from './plan.dto';

const planStep = defineStep(
  'plan',
  { sv: 'Genomförandeplan', en: 'Implementation plan' },
  {
    PlanReceived: {
      title: {
        sv: 'Genomförandeplan mottagen från utföraren',
        en: 'Implementation plan received from the provider',
      },
      dto: PlanReceivedDto,
      permission: 'plan.receive',
    },
    PlanReturned: {
      title: { sv: 'Planen returnerad till utföraren', en: 'Plan returned to the provider' },
      dto: PlanReturnedDto,
      permission: 'plan.review',
    },
    PlanApproved: {
      title: { sv: 'Planen godkänd', en: 'Plan approved' },
      dto: PlanApprovedDto,
      permission: 'plan.review',
    },
  },
);

export const PlanModule = stepModule(planStep);
