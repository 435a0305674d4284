import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { ConsentGivenDto, ConsentRenewedDto, ConsentWithdrawnDto } from './consent.dto';

const consentStep = defineStep(
  'consent',
  { sv: 'Sekretessmedgivande, samtycke', en: 'Consent' },
  {
    ConsentGiven: {
      title: { sv: 'Sekretessmedgivande lämnat (OSL 10:1, 12:2)', en: 'Consent given' },
      dto: ConsentGivenDto,
      permission: 'consent.record',
    },
    ConsentRenewed: {
      title: { sv: 'Medgivande förnyat', en: 'Consent renewed' },
      dto: ConsentRenewedDto,
      permission: 'consent.record',
    },
    ConsentWithdrawn: {
      title: { sv: 'Medgivande återkallat', en: 'Consent withdrawn' },
      dto: ConsentWithdrawnDto,
      permission: 'consent.record',
    },
  },
);

export const ConsentModule = stepModule(consentStep);
