import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { EntryCorrectedDto, EntryRedactedDto, EntryRetractedDto } from './entry.dto';

const entryStep = defineStep(
  'entry',
  { sv: 'Anteckning, rättelse', en: 'Entries corrected' },
  {
    EntryCorrected: {
      title: { sv: 'Rättad anteckning', en: 'Entry corrected' },
      dto: EntryCorrectedDto,
      permission: 'entry.correct',
    },
    EntryRetracted: {
      title: { sv: 'Återtagen anteckning', en: 'Entry retracted' },
      dto: EntryRetractedDto,
      permission: 'entry.correct',
    },
    EntryRedacted: {
      title: { sv: 'Oläsliggjord anteckning', en: 'Entry made unreadable' },
      dto: EntryRedactedDto,
      permission: 'entry.redact',
    },
  },
);

export const EntryModule = stepModule(entryStep);
