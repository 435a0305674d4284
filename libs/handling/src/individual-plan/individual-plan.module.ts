import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  IndividualPlanMadeDto,
  IndividualPlanOfferedDto,
  IndividualPlanRequestedDto,
  IndividualPlanReviewedDto,
} from './individual-plan.dto';

const individualPlanStep = defineStep(
  'individual-plan',
  { sv: 'Individuell plan (LSS 10 §)', en: 'Individual plan' },
  {
    IndividualPlanOffered: {
      title: { sv: 'Individuell plan enligt LSS 10 § erbjuden', en: 'Individual plan offered' },
      dto: IndividualPlanOfferedDto,
      permission: 'individual-plan.record',
    },
    IndividualPlanRequested: {
      title: { sv: 'Individuell plan begärd', en: 'Individual plan requested' },
      dto: IndividualPlanRequestedDto,
      permission: 'individual-plan.record',
    },
    IndividualPlanMade: {
      title: { sv: 'Individuell plan upprättad', en: 'Individual plan made' },
      dto: IndividualPlanMadeDto,
      permission: 'individual-plan.record',
    },
    IndividualPlanReviewed: {
      title: { sv: 'Individuell plan omprövad', en: 'Individual plan reviewed' },
      dto: IndividualPlanReviewedDto,
      permission: 'individual-plan.record',
    },
  },
);

export const IndividualPlanModule = stepModule(individualPlanStep);
