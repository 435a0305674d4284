import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { ContactGroundRecordedDto, ContactMadeDto } from './contact.dto';

const contactStep = defineStep(
  'contact',
  { sv: 'Kontakt', en: 'Contact' },
  {
    ContactMade: {
      title: {
        sv: 'Kontakt tagen',
        en: 'Contact made',
      },
      dto: ContactMadeDto,
      permission: 'contact.record',
    },
    ContactGroundRecorded: {
      title: { sv: 'Grund för kontakt antecknad i efterhand', en: 'Ground of a contact recorded afterwards' },
      dto: ContactGroundRecordedDto,
      permission: 'contact.record',
    },
  },
);

export const ContactModule = stepModule(contactStep);
