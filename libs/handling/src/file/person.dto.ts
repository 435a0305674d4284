import { IDENTITY_KINDS, SEXES, type Identity, type Person, type Sex } from '@rt/domain';
import { Code, Flag, IdentityValue, Part, ShortText } from '../fields';

/** Personnummer, samordningsnummer or the day of birth. */
export class IdentityDto implements Identity {
  @Code(IDENTITY_KINDS) kind!: Identity['kind'];
  @IdentityValue() value!: string;
}

/** Den enskilde. */
export class PersonDto implements Person {
  @ShortText() name!: string;
  @Part(() => IdentityDto) identity!: IdentityDto;
  @Code(SEXES) sex!: Sex;
  @Flag() protectedIdentity!: boolean;
}
