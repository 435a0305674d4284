import { IDENTITY_KINDS, SEXES, type Identity, type Person, type Sex } from '@rt/domain';
import { JSONSchema } from 'class-validator-jsonschema';
import { Code, Flag, IdentityValue, Part, ShortText } from '../fields';

/** A schema cannot look at two fields at once otherwise. The formats are ours: twelve digits with the right check digit. */
const identitySchema = {
  oneOf: [
    ['personalNumber', 'personnummer', '^(19|20)\\d{10}$'],
    ['coordinationNumber', 'samordningsnummer', '^(19|20)\\d{10}$'],
    ['birthDate', 'date', '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$'],
  ].map(([kind, format, pattern]) => ({
    type: 'object' as const,
    properties: { kind: { const: kind }, value: { type: 'string' as const, format, pattern } },
    required: ['kind', 'value'],
    additionalProperties: false,
  })),
};

/** Personnummer, samordningsnummer or the day of birth. */
@JSONSchema(() => identitySchema)
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
