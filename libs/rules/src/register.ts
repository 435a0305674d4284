import { assessmentMissing } from './assessment-missing.rule';
import { contactAfterWithdrawal } from './contact-after-withdrawal.rule';
import { contactProfessionalWithoutConsent } from './contact-professional-without-consent.rule';
import { contactRelativeWithoutConsent } from './contact-relative-without-consent.rule';
import { decisionWithoutCurrentInvestigation } from './decision-without-current-investigation.rule';
import { followUpDue } from './follow-up-due.rule';
import { orderAfterApproval } from './order-after-approval.rule';
import { orderUnspecific } from './order-unspecific.rule';
import { planContentIncomplete } from './plan-content-incomplete.rule';
import { planDue15Days } from './plan-due-15-days.rule';
import { planMismatchOrder } from './plan-mismatch-order.rule';
import { planRenewalDue } from './plan-renewal-due.rule';
import { planReviewDue } from './plan-review-due.rule';
import { relativeEmployedWithoutAsking } from './relative-employed-without-asking.rule';
import type { Rule } from './rule';
import { wishesMissing } from './wishes-missing.rule';

/** Every rule there is, in the order of the thread. A rule retires by its last day; it never leaves the list. */
export const RULES: readonly Rule[] = [
  contactRelativeWithoutConsent,
  contactProfessionalWithoutConsent,
  contactAfterWithdrawal,
  wishesMissing,
  decisionWithoutCurrentInvestigation,
  assessmentMissing,
  orderAfterApproval,
  orderUnspecific,
  planDue15Days,
  planReviewDue,
  planRenewalDue,
  planMismatchOrder,
  planContentIncomplete,
  relativeEmployedWithoutAsking,
  followUpDue,
];
