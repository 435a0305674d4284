import {
  CHANNELS,
  SUBJECTS,
  type Channel,
  type ConsentId,
  type ContactGround,
  type ContactId,
  type PartyId,
  type Subject,
} from '@rt/domain';
import { Code, Codes, Flag, Id, LongText, NewId, Part, PlainText } from '../fields';
import { LawDto } from '../shared.dto';

/** That precisely one of consent and law is given is the domain's to say. */
class ContactGroundDto implements ContactGround {
  @Id('optional') consentId?: ConsentId;
  @Part(() => LawDto, 'optional') law?: LawDto;
  @PlainText('optional') reason?: string;
}

export class ContactMadeDto {
  @NewId() contactId?: ContactId;
  @Id() partyId!: PartyId;
  @Code(['out', 'in']) direction!: 'out' | 'in';
  @Code(CHANNELS) channel!: Channel;
  @Codes(SUBJECTS) subjects!: Subject[];
  @PlainText() purpose!: string;
  @Flag() disclosed!: boolean;
  @Part(() => ContactGroundDto, 'nullable') ground: ContactGroundDto | null = null;
  @LongText('optional') text?: string;
}

export class ContactGroundRecordedDto {
  @Id() contactId!: ContactId;
  @Part(() => ContactGroundDto) ground!: ContactGroundDto;
}
