import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  AdvanceDecisionDto,
  AdvanceDecisionMadeDto,
  AppealDecidedDto,
  AppealForwardedDto,
  AppealReceivedDto,
  AppealTimelinessCheckedDto,
  DecisionChangedDto,
  DecisionCorrectedDto,
  DecisionMadeDto,
  DecisionServedDto,
  ExpenseAllowanceDecidedDto,
  ExpenseAllowanceNotRelevantDto,
} from './decision.dto';

const decisionStep = defineStep(
  'decision',
  { sv: 'Beslut', en: 'Decision' },
  {
    DecisionMade: {
      title: { sv: 'Beslut fattat', en: 'Decision made' },
      dto: DecisionMadeDto,
      permission: 'decision.record',
    },
    DecisionServed: {
      title: { sv: 'Underrättelse om beslut skickad (FL 33 §)', en: 'Decision served' },
      dto: DecisionServedDto,
      permission: 'decision.record',
    },
    DecisionChanged: {
      title: { sv: 'Beslut ändrat', en: 'Decision changed' },
      dto: DecisionChangedDto,
      permission: 'decision.record',
    },
    DecisionCorrected: {
      title: { sv: 'Beslut rättat, skrivfel (FL 36 §)', en: 'Decision corrected, a slip of the pen' },
      dto: DecisionCorrectedDto,
      permission: 'decision.record',
    },
    AppealReceived: {
      title: { sv: 'Överklagande mottaget', en: 'Appeal received' },
      dto: AppealReceivedDto,
      permission: 'decision.record',
    },
    AppealTimelinessChecked: {
      title: { sv: 'Rättidsprövning gjord (FL 45 §)', en: 'Timeliness of the appeal checked' },
      dto: AppealTimelinessCheckedDto,
      permission: 'decision.record',
    },
    AppealForwarded: {
      title: { sv: 'Överklagande överlämnat till domstol (FL 46 §)', en: 'Appeal forwarded to the court' },
      dto: AppealForwardedDto,
      permission: 'decision.record',
    },
    AppealDecided: {
      title: { sv: 'Överklagande avgjort', en: 'Appeal decided' },
      dto: AppealDecidedDto,
      permission: 'decision.record',
    },
    ExpenseAllowanceDecided: {
      title: { sv: 'Beslut om omkostnadsersättning', en: 'Expense allowance decided' },
      dto: ExpenseAllowanceDecidedDto,
      permission: 'decision.record',
    },
    ExpenseAllowanceNotRelevant: {
      title: {
        sv: 'Omkostnadsersättning inte aktuell, efter information till den enskilde',
        en: 'Expense allowance not relevant, the person being informed',
      },
      dto: ExpenseAllowanceNotRelevantDto,
      permission: 'decision.record',
    },
    AdvanceDecisionMade: {
      title: { sv: 'Förhandsbesked (LSS 16 §)', en: 'Advance decision made' },
      dto: AdvanceDecisionMadeDto,
      permission: 'decision.record',
    },
    AdvanceServiceAvailable: {
      title: {
        sv: 'Insatsen i förhandsbeskedet är tillgänglig',
        en: 'Service of the advance decision available',
      },
      dto: AdvanceDecisionDto,
      permission: 'decision.record',
    },
    AdvanceDecisionUsed: {
      title: { sv: 'Förhandsbeskedet har använts', en: 'Advance decision used' },
      dto: AdvanceDecisionDto,
      permission: 'decision.record',
    },
    AdvanceDecisionLapsed: {
      title: { sv: 'Förhandsbeskedet har förfallit', en: 'Advance decision lapsed' },
      dto: AdvanceDecisionDto,
      permission: 'decision.record',
    },
  },
);

export const DecisionModule = stepModule(decisionStep);
