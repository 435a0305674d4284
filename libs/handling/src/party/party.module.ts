import { defineStep } from '../define-step';
import { stepModule } from '../step-module';
import { PartyChangedDto, PartyRecordedDto } from './party.dto';

const partyStep = defineStep(
  'party',
  { sv: 'Person i akten', en: 'Party' },
  {
    PartyRecorded: {
      title: { sv: 'Part antecknad', en: 'Party recorded' },
      dto: PartyRecordedDto,
      permission: 'party.record',
    },
    PartyChanged: {
      title: { sv: 'Part ändrad', en: 'Party changed' },
      dto: PartyChangedDto,
      permission: 'party.record',
    },
  },
);

export const PartyModule = stepModule(partyStep);
