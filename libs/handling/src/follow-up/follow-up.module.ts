import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import {
  FollowUpDocumentedDto,
  ProviderDataReceivedDto,
  ProviderDataRequestedDto,
  ProviderFollowUpReceivedDto,
} from './follow-up.dto';

const followUpStep = defineStep(
  'follow-up',
  { sv: 'Uppföljning', en: 'Follow-up' },
  {
    FollowUpDocumented: {
      title: {
        sv: 'Uppföljning dokumenterad av handläggaren',
        en: 'Follow-up documented by the case worker',
      },
      dto: FollowUpDocumentedDto,
      permission: 'follow-up.record',
    },
    ProviderFollowUpReceived: {
      title: { sv: 'Utförarens uppföljning mottagen', en: 'Provider’s follow-up received' },
      dto: ProviderFollowUpReceivedDto,
      permission: 'follow-up.report',
    },
    ProviderDataRequested: {
      title: { sv: 'Uppgifter begärda från utföraren (SoL 15:9)', en: 'Data requested from the provider' },
      dto: ProviderDataRequestedDto,
      permission: 'follow-up.record',
    },
    ProviderDataReceived: {
      title: { sv: 'Begärda uppgifter mottagna', en: 'Requested data received' },
      dto: ProviderDataReceivedDto,
      permission: 'follow-up.report',
    },
  },
);

export const FollowUpModule = stepModule(followUpStep);
