import { FORMATS, type BoardId, type Format, type LocalDate, type PartyId } from '@rt/domain';
import { Code, Day, Id, Ids, LongText, Name, Part, Parts, Reference, ShortText, Whole } from '../fields';
import { PersonDto } from './person.dto';

export class PersonalFileOpenedDto {
  @Name() boardId!: BoardId;
  @Part(() => PersonDto) person!: PersonDto;
}

export class PersonDetailsChangedDto {
  @Part(() => PersonDto) person!: PersonDto;
}

class MinorChildDto {
  @Whole(1900, 2200) birthYear!: number;
  @Reference() partyId: PartyId | null = null;
}

export class HouseholdRecordedDto {
  @Day() from!: LocalDate;
  @Ids() cohabits!: PartyId[];
  @Parts(() => MinorChildDto) minorChildren!: MinorChildDto[];
}

export class NoteWrittenDto {
  @LongText() text!: string;
}

export class CorrectionClaimNotedDto {
  @LongText() claim!: string;
}

export class FormatNeedRecordedDto {
  @Code(FORMATS) format!: Format;
  @ShortText('optional') note?: string;
}

export class LongTermPlanRecordedDto {
  @LongText() text!: string;
}

export class RelativeSupportInformedDto {
  @Id() partyId!: PartyId;
}
