import {
  REPRESENTATIVE_KINDS,
  SUBJECTS,
  type LocalDate,
  type PartyId,
  type RepresentativeId,
  type RepresentativeKind,
  type Subject,
} from '@rt/domain';
import { Code, Codes, Day, Id, NewId, PlainText } from '../fields';

export class RepresentativeRegisteredDto {
  @NewId() representativeId?: RepresentativeId;
  @Id() partyId!: PartyId;
  @Code(REPRESENTATIVE_KINDS) kind!: RepresentativeKind;
  @Codes(SUBJECTS) scope!: Subject[];
  @Day() validFrom!: LocalDate;
  @Day('optional') validTo?: LocalDate;
}

export class RepresentativeEndedDto {
  @Id() representativeId!: RepresentativeId;
  @PlainText('optional') reason?: string;
}

export class RegisterExtractReceivedDto {
  @Id() representativeId!: RepresentativeId;
  @Day() dated!: LocalDate;
}
