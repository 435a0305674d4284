import { appealForwardingDue } from './appeal-forwarding-due.rule';
import { appealTimelinessCheck } from './appeal-timeliness-check.rule';
import { assessmentMissing } from './assessment-missing.rule';
import { caseWithoutWorker } from './case-without-worker.rule';
import { contactAfterWithdrawal } from './contact-after-withdrawal.rule';
import { contactProfessionalWithoutConsent } from './contact-professional-without-consent.rule';
import { contactRelativeWithoutConsent } from './contact-relative-without-consent.rule';
import { decisionCorrectedAfterService } from './decision-corrected-after-service.rule';
import { decisionDelayed } from './decision-delayed.rule';
import { decisionExpiring } from './decision-expiring.rule';
import { decisionNoticeDue } from './decision-notice-due.rule';
import { decisionUnexecuted } from './decision-unexecuted.rule';
import { decisionWithoutCommunication } from './decision-without-communication.rule';
import { decisionWithoutCurrentInvestigation } from './decision-without-current-investigation.rule';
import { executionInterrupted } from './execution-interrupted.rule';
import { followUpDue } from './follow-up-due.rule';
import { fredaYearly } from './freda-yearly.rule';
import { individualPlanOffer } from './individual-plan-offer.rule';
import { investigationStartDue } from './investigation-start-due.rule';
import { judgmentToCarryOut } from './judgment-to-carry-out.rule';
import { lssWithoutRequest } from './lss-without-request.rule';
import { orderAfterApproval } from './order-after-approval.rule';
import { orderUnspecific } from './order-unspecific.rule';
import { orderWithoutDecision } from './order-without-decision.rule';
import { performerLivesWithPerson } from './performer-lives-with-person.rule';
import { planContentIncomplete } from './plan-content-incomplete.rule';
import { planDue } from './plan-due.rule';
import { planMismatchOrder } from './plan-mismatch-order.rule';
import { planRenewalDue } from './plan-renewal-due.rule';
import { planResubmissionDue } from './plan-resubmission-due.rule';
import { planReviewDue } from './plan-review-due.rule';
import { relativeEmployedDespiteNo } from './relative-employed-despite-no.rule';
import { relativeEmployedWithoutAsking } from './relative-employed-without-asking.rule';
import { relativePerformerAndRepresentative } from './relative-performer-and-representative.rule';
import { requestToDecideUnanswered } from './request-to-decide-unanswered.rule';
import type { Rule } from './rule';
import { unexecutedReportDue } from './unexecuted-report-due.rule';
import { wishesMissing } from './wishes-missing.rule';

/** Every rule, in the order of the handling steps. A rule that retires gets a last day and stays in the list. */
export const RULES: readonly Rule[] = [
  caseWithoutWorker,
  contactRelativeWithoutConsent,
  contactProfessionalWithoutConsent,
  contactAfterWithdrawal,
  investigationStartDue,
  wishesMissing,
  decisionDelayed,
  requestToDecideUnanswered,
  decisionWithoutCurrentInvestigation,
  decisionWithoutCommunication,
  lssWithoutRequest,
  assessmentMissing,
  decisionNoticeDue,
  appealTimelinessCheck,
  appealForwardingDue,
  decisionCorrectedAfterService,
  judgmentToCarryOut,
  decisionExpiring,
  orderAfterApproval,
  orderWithoutDecision,
  orderUnspecific,
  planDue,
  planReviewDue,
  planResubmissionDue,
  planRenewalDue,
  planMismatchOrder,
  planContentIncomplete,
  decisionUnexecuted,
  executionInterrupted,
  unexecutedReportDue,
  relativeEmployedWithoutAsking,
  relativeEmployedDespiteNo,
  relativePerformerAndRepresentative,
  performerLivesWithPerson,
  followUpDue,
  individualPlanOffer,
  fredaYearly,
];

const rules: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** @throws Error where the finding was made by a rule that this program does not have */
export const ruleOf = ({ rule: id }: { readonly rule: string }): Rule => {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`a finding of a rule that is not in the register: ${id}`);
  return rule;
};
