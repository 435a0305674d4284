import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  ApplicationReceivedDto,
  ApplicationWithdrawnDto,
  DelayNoticeSentDto,
  InformationReceivedDto,
  RequestToDecideReceivedDto,
  RequestToDecideRejectedDto,
} from './application.dto';

const applicationStep = defineStep(
  'application',
  { sv: 'Ansökan, begäran', en: 'Application' },
  {
    ApplicationReceived: {
      title: { sv: 'Ansökan (SoL) eller begäran (LSS) mottagen', en: 'Application received' },
      dto: ApplicationReceivedDto,
      permission: 'application.record',
    },
    ApplicationWithdrawn: {
      title: { sv: 'Ansökan återtagen', en: 'Application withdrawn' },
      dto: ApplicationWithdrawnDto,
      permission: 'application.record',
    },
    InformationReceived: {
      title: {
        sv: 'Uppgift mottagen (aktualisering)',
        en: 'Information received otherwise than by application',
      },
      dto: InformationReceivedDto,
      permission: 'application.record',
    },
    DelayNoticeSent: {
      title: { sv: 'Underrättelse om försening (FL 11 §)', en: 'Notice of delay sent' },
      dto: DelayNoticeSentDto,
      permission: 'application.record',
    },
    RequestToDecideReceived: {
      title: { sv: 'Begäran om avgörande mottagen (FL 12 §)', en: 'Request to decide received' },
      dto: RequestToDecideReceivedDto,
      permission: 'application.record',
    },
    RequestToDecideRejected: {
      title: {
        sv: 'Begäran om avgörande avslagen i särskilt beslut (FL 12 §)',
        en: 'Request to decide rejected',
      },
      dto: RequestToDecideRejectedDto,
      permission: 'application.record',
    },
  },
);

export const ApplicationModule = stepModule(applicationStep);
