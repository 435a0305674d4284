import {
  CONSENT_CATEGORIES,
  SUBJECTS,
  type ConsentCategory,
  type ConsentCounterpart,
  type ConsentId,
  type LocalDate,
  type PartyId,
  type RepresentativeId,
  type Subject,
} from '@rt/domain';
import { Code, Codes, Day, Id, NewId, Part, PlainText, Reference } from '../fields';

/** That precisely one is given is the domain's to say. */
class ConsentCounterpartDto implements ConsentCounterpart {
  @Id('optional') partyId?: PartyId;
  @Code(CONSENT_CATEGORIES, 'optional') category?: ConsentCategory;
}

export class ConsentGivenDto {
  @NewId() consentId?: ConsentId;
  @Part(() => ConsentCounterpartDto) with!: ConsentCounterpartDto;
  @Codes(SUBJECTS) subjects!: Subject[];
  @Code(['written', 'oral']) form!: 'written' | 'oral';
  @Day() validFrom!: LocalDate;
  @Day('optional') validTo?: LocalDate;
  @PlainText('optional') reservations?: string;
  @Reference() representativeId: RepresentativeId | null = null;
}

export class ConsentRenewedDto {
  @Id() consentId!: ConsentId;
  @Day('optional') validTo?: LocalDate;
}

export class ConsentWithdrawnDto {
  @Id() consentId!: ConsentId;
}
