import { IDENTITY_KINDS, type Identity } from '@rt/domain';
import { JSONSchema } from 'class-validator-jsonschema';
import { constrain } from '../fields';

/** In a schema, only `oneOf` can connect two fields. The formats are ours: a number in any usual form, with the correct check digit. */
const NUMBER = '^\\s*((19|20)?\\d{6}\\s*[-+]?\\s*\\d{4})\\s*$';
const identitySchema = {
  oneOf: [
    ['personalNumber', 'personnummer', NUMBER],
    ['coordinationNumber', 'samordningsnummer', NUMBER],
    ['birthDate', 'date', '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$'],
  ].map(([kind, format, pattern]) => ({
    type: 'object' as const,
    properties: { kind: { const: kind }, value: { type: 'string' as const, format, pattern } },
    required: ['kind', 'value'],
    additionalProperties: false,
  })),
};

/** A personal number (personnummer), a coordination number (samordningsnummer) or the day of birth. */
@JSONSchema(() => identitySchema)
export class IdentityDto implements Identity {
  @constrain('code', IDENTITY_KINDS, { label: { sv: 'Slag av nummer', en: 'Kind of number' } })
  kind!: Identity['kind'];
  @constrain('identity', undefined, { label: { sv: 'Nummer', en: 'Number' } }) value!: string;
}
