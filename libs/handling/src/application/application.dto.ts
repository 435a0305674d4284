import {
  CHANNELS,
  type Applicant,
  type ApplicationId,
  type Channel,
  type InformationId,
  type LocalDate,
  type MeasureCode,
  type PartyId,
  type RepresentativeId,
} from '@rt/domain';
import { Code, CodeWord, Day, Id, LongText, NewId, Part, PlainText, Reference } from '../fields';
import { ExtentDto, LawDto } from '../shared.dto';

class ApplicantDto implements Applicant {
  @Code(['person', 'representative', 'party']) kind!: Applicant['kind'];
  @Reference() representativeId: RepresentativeId | null = null;
  @Reference() partyId: PartyId | null = null;
}

export class ApplicationReceivedDto {
  @NewId() applicationId?: ApplicationId;
  @Part(() => LawDto) law!: LawDto;
  @CodeWord() measure!: MeasureCode;
  @Part(() => ExtentDto, 'nullable') requestedExtent: ExtentDto | null = null;
  @Part(() => ApplicantDto) applicant!: ApplicantDto;
  @Code(CHANNELS) channel!: Channel;
  @LongText('optional') text?: string;
}

export class ApplicationWithdrawnDto {
  @Id() applicationId!: ApplicationId;
  @PlainText('optional') reason?: string;
}

export class InformationReceivedDto {
  @NewId() informationId?: InformationId;
  @Reference() partyId: PartyId | null = null;
  @LongText() about!: string;
}

export class DelayNoticeSentDto {
  @Id() applicationId!: ApplicationId;
  @PlainText() reason!: string;
  @Day('optional') expectedOn?: LocalDate;
}

export class RequestToDecideReceivedDto {
  @Id() applicationId!: ApplicationId;
}

export class RequestToDecideRejectedDto {
  @Id() applicationId!: ApplicationId;
  @PlainText() reason!: string;
}
