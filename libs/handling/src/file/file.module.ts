import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  CorrectionClaimNotedDto,
  FormatNeedRecordedDto,
  HouseholdRecordedDto,
  LongTermPlanRecordedDto,
  NoteWrittenDto,
  PersonDetailsChangedDto,
  PersonalFileOpenedDto,
  RelativeSupportInformedDto,
} from './file.dto';

const fileStep = defineStep(
  'file',
  { sv: 'Personakt', en: 'Personal file' },
  {
    PersonalFileOpened: {
      title: { sv: 'Personakt öppnad', en: 'Personal file opened' },
      dto: PersonalFileOpenedDto,
      permission: 'file.open',
    },
    PersonDetailsChanged: {
      title: { sv: 'Personuppgifter ändrade', en: 'Personal details changed' },
      dto: PersonDetailsChangedDto,
      permission: 'file.record',
    },
    HouseholdRecorded: {
      title: { sv: 'Hushåll antecknat', en: 'Household recorded' },
      dto: HouseholdRecordedDto,
      permission: 'file.record',
    },
    NoteWritten: {
      title: { sv: 'Journalanteckning', en: 'Journal note written' },
      dto: NoteWrittenDto,
      permission: 'file.record',
    },
    CorrectionClaimNoted: {
      title: {
        sv: 'Påstådd oriktig uppgift (SoL 14:6, LSS 21 b §)',
        en: 'Claim of an incorrect entry noted',
      },
      dto: CorrectionClaimNotedDto,
      permission: 'file.record',
    },
    FormatNeedRecorded: {
      title: { sv: 'Behov av anpassat format antecknat', en: 'Need of another format recorded' },
      dto: FormatNeedRecordedDto,
      permission: 'file.record',
    },
    LongTermPlanRecorded: {
      title: { sv: 'Långsiktig planering antecknad', en: 'Long-term planning recorded' },
      dto: LongTermPlanRecordedDto,
      permission: 'file.record',
    },
    RelativeSupportInformed: {
      title: {
        sv: 'Information om anhörigstöd given (SoL 13:9)',
        en: 'Relative informed of support to relatives',
      },
      dto: RelativeSupportInformedDto,
      permission: 'file.record',
    },
  },
);

export const FileModule = stepModule(fileStep);
