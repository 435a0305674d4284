import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { MalpracticeDto, MalpracticeInvestigatedDto, MalpracticeReportedDto } from './malpractice.dto';

const malpracticeStep = defineStep(
  'malpractice',
  { sv: 'Missförhållande, lex Sarah', en: 'Malpractice' },
  {
    MalpracticeReported: {
      title: { sv: 'Lex Sarah-rapport mottagen', en: 'Report of malpractice received' },
      dto: MalpracticeReportedDto,
      permission: 'malpractice.report',
    },
    MalpracticeInvestigationStarted: {
      title: { sv: 'Utredning av lex Sarah-rapport påbörjad', en: 'Investigation of the report started' },
      dto: MalpracticeDto,
      permission: 'malpractice.investigate',
    },
    MalpracticeInvestigated: {
      title: { sv: 'Lex Sarah-rapport utredd', en: 'Report of malpractice investigated' },
      dto: MalpracticeInvestigatedDto,
      permission: 'malpractice.investigate',
    },
    MalpracticeJudgedSerious: {
      title: { sv: 'Missförhållandet bedömt som allvarligt', en: 'Malpractice judged serious' },
      dto: MalpracticeDto,
      permission: 'malpractice.investigate',
    },
    IvoNotified: {
      title: { sv: 'Anmält till IVO', en: 'Inspectorate (IVO) notified' },
      dto: MalpracticeDto,
      permission: 'malpractice.investigate',
    },
  },
);

export const MalpracticeModule = stepModule(malpracticeStep);
