import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  RegisterExtractReceivedDto,
  RepresentativeEndedDto,
  RepresentativeRegisteredDto,
} from './representative.dto';

const representativeStep = defineStep(
  'representative',
  { sv: 'Företrädare', en: 'Representative' },
  {
    RepresentativeRegistered: {
      title: { sv: 'Företrädare antecknad', en: 'Representative registered' },
      dto: RepresentativeRegisteredDto,
      permission: 'representative.record',
    },
    RepresentativeEnded: {
      title: { sv: 'Företrädarskapet har upphört', en: 'Representation ended' },
      dto: RepresentativeEndedDto,
      permission: 'representative.record',
    },
    RegisterExtractReceived: {
      title: {
        sv: 'Registerutdrag från överförmyndaren mottaget',
        en: 'Extract from the chief guardian’s register received',
      },
      dto: RegisterExtractReceivedDto,
      permission: 'representative.record',
    },
  },
);

export const RepresentativeModule = stepModule(representativeStep);
