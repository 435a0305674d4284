import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  ChildImpactAssessedDto,
  CommunicationAnsweredDto,
  CommunicationSentDto,
  InvestigationContentDto,
  InvestigationOpenedDto,
} from './investigation.dto';

const investigationStep = defineStep(
  'investigation',
  { sv: 'Utredning', en: 'Investigation' },
  {
    InvestigationOpened: {
      title: { sv: 'Utredning inledd', en: 'Investigation opened' },
      dto: InvestigationOpenedDto,
      permission: 'investigation.record',
    },
    InvestigationCompleted: {
      title: { sv: 'Utredning slutförd', en: 'Investigation completed' },
      dto: InvestigationContentDto,
      permission: 'investigation.record',
    },
    InvestigationRevised: {
      title: { sv: 'Utredning kompletterad', en: 'Investigation revised' },
      dto: InvestigationContentDto,
      permission: 'investigation.record',
    },
    CommunicationSent: {
      title: { sv: 'Kommunicerat före beslut (FL 25 §)', en: 'Communicated before the decision' },
      dto: CommunicationSentDto,
      permission: 'investigation.record',
    },
    CommunicationAnswered: {
      title: { sv: 'Svar på kommuniceringen', en: 'Communication answered' },
      dto: CommunicationAnsweredDto,
      permission: 'investigation.record',
    },
    ChildImpactAssessed: {
      title: { sv: 'Barnkonsekvensanalys gjord eller uppdaterad', en: 'Child impact assessed' },
      dto: ChildImpactAssessedDto,
      permission: 'investigation.record',
    },
  },
);

export const InvestigationModule = stepModule(investigationStep);
