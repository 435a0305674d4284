import type { Type } from '@nestjs/common';
import type { Step } from '@rt/domain';
import type { RecordRequest, RecordSteps } from './commands';
import { FileModule } from './file/file.module';
import { EntryModule } from './entry/entry.module';
import { PartyModule } from './party/party.module';
import { AssignmentModule } from './assignment/assignment.module';
import { RepresentativeModule } from './representative/representative.module';
import { ConsentModule } from './consent/consent.module';
import { ContactModule } from './contact/contact.module';
import { CaseModule } from './case/case.module';
import { ApplicationModule } from './application/application.module';
import { InvestigationModule } from './investigation/investigation.module';
import { DecisionModule } from './decision/decision.module';
import { OrderModule } from './order/order.module';
import { PlanModule } from './plan/plan.module';
import { ExecutionModule } from './execution/execution.module';
import { FollowUpModule } from './follow-up/follow-up.module';
import { IndividualPlanModule } from './individual-plan/individual-plan.module';
import { CoordinatedPlanModule } from './coordinated-plan/coordinated-plan.module';
import { ViolenceQuestionsModule } from './violence-questions/violence-questions.module';
import { MalpracticeModule } from './malpractice/malpractice.module';
import { GapModule } from './gap/gap.module';
import { ReminderModule } from './reminder/reminder.module';

/** The Nest module of a handling step, and the command that its handler carries out. */
export type StepModule = Type & { readonly command: new (request: RecordRequest) => RecordSteps };

/** The handling steps, in the order of a case. A step without a module does not compile. */
export const STEP_MODULES: Readonly<Record<Step, StepModule>> = {
  file: FileModule,
  entry: EntryModule,
  party: PartyModule,
  assignment: AssignmentModule,
  representative: RepresentativeModule,
  consent: ConsentModule,
  contact: ContactModule,
  case: CaseModule,
  application: ApplicationModule,
  investigation: InvestigationModule,
  decision: DecisionModule,
  order: OrderModule,
  plan: PlanModule,
  execution: ExecutionModule,
  'follow-up': FollowUpModule,
  'individual-plan': IndividualPlanModule,
  'coordinated-plan': CoordinatedPlanModule,
  'violence-questions': ViolenceQuestionsModule,
  malpractice: MalpracticeModule,
  gap: GapModule,
  reminder: ReminderModule,
};
