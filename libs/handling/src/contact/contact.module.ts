import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { ContactGroundRecordedDto, ContactMadeDto } from './contact.dto';

const contactStep = defineStep(
  'contact',
  { sv: 'Kontakt', en: 'Contact' },
  {
    ContactMade: {
      title: {
        sv: 'Kontakt tagen, med en anhörig eller någon annan än den enskilde',
        en: 'Contact made with somebody other than the person',
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
