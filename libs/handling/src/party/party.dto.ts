import { PARTY_KINDS, RELATIONS, type Party, type PartyId, type PartyKind, type Relation } from '@rt/domain';
import { Code, Flag, Id, NewId, ShortText } from '../fields';

class PartyDto implements Party {
  @Code(PARTY_KINDS) kind!: PartyKind;
  @ShortText() name!: string;
  @Code(RELATIONS) relation!: Relation;
  @ShortText('optional') organisation?: string;
  @Flag() helps!: boolean;
}

export class PartyRecordedDto extends PartyDto {
  @NewId() partyId?: PartyId;
}

export class PartyChangedDto extends PartyDto {
  @Id() partyId!: PartyId;
}
