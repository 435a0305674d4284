import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { CaseClosedDto, CaseOpenedDto, CaseReopenedDto, KeepingDto } from './case.dto';

const caseStep = defineStep(
  'case',
  { sv: 'Ärende', en: 'Case' },
  {
    CaseOpened: {
      title: { sv: 'Ärende öppnat', en: 'Case opened' },
      dto: CaseOpenedDto,
      permission: 'case.record',
    },
    CaseClosed: {
      title: { sv: 'Ärende avslutat', en: 'Case closed' },
      dto: CaseClosedDto,
      permission: 'case.record',
    },
    CaseReopened: {
      title: { sv: 'Ärende återöppnat', en: 'Case reopened' },
      dto: CaseReopenedDto,
      permission: 'case.record',
    },
    FilePreserved: {
      title: { sv: 'Akten bevaras (SoL 16:2–4, LSS 21 d §)', en: 'File to be preserved' },
      dto: KeepingDto,
      permission: 'case.preserve',
    },
    ErasurePaused: {
      title: { sv: 'Gallring pausad', en: 'Erasure paused' },
      dto: KeepingDto,
      permission: 'case.preserve',
    },
    ErasureResumed: {
      title: { sv: 'Gallring återupptagen', en: 'Erasure resumed' },
      dto: KeepingDto,
      permission: 'case.preserve',
    },
  },
);

export const CaseModule = stepModule(caseStep);
