/** The decorators of payload fields: each puts one constraint of `constraints.ts` on a field of a DTO. */
import { applyDecorators } from '@nestjs/common';
import {
  registerDecorator,
  ValidateIf,
  ValidateNested,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { CONSTRAINTS, type ConstraintName, type DtoClass } from './constraints';
import { itemsMax, longTextMax, shortTextMax, textMax } from './limits';
import type { Text } from './text';

/**
 * Whether the field may be left out: `optional` leaves it out of the payload too, `nullable` (give the field the
 * initial value `null`) lets it read as null, which is a fact of its own; `either` tells being left out from null; what is
 * `made` when left out is the id of a new thing.
 */
export type Presence = 'required' | 'optional' | 'made' | 'nullable' | 'either';

/** What stands with a constraint in class-validator's metadata. */
export interface FieldContext {
  readonly wants: Text;
}

type ArgumentOf<Name extends ConstraintName> = Parameters<(typeof CONSTRAINTS)[Name]['wants']>[0];

/** One class per constraint, not per field: class-validator looks through all of them for every field it checks. */
const validators = Object.fromEntries(
  Object.entries(CONSTRAINTS as Readonly<Record<string, AnyConstraint>>).map(([name, { holds }]) => {
    @ValidatorConstraint({ name })
    class Validator implements ValidatorConstraintInterface {
      validate(value: unknown, about: ValidationArguments): boolean {
        return holds(value, (about.constraints as readonly unknown[])[0], about.object);
      }
      defaultMessage(): string {
        return name;
      }
    }
    return [name, Validator];
  }),
) as Readonly<Record<ConstraintName, new () => ValidatorConstraintInterface>>;

interface AnyConstraint {
  holds(value: unknown, argument: unknown, holder: object): boolean;
  wants(argument: unknown): Text;
}

/** What a declaration says of a field beyond its check. */
export interface Said {
  readonly label: Text;
  readonly help?: Text;
  /** What each code of a list is called. */
  readonly codes?: Readonly<Record<string, Text>>;
}

/** Puts a constraint on a field. */
export const constrain = <Name extends ConstraintName>(
  name: Name,
  argument: ArgumentOf<Name>,
  presence: Presence = 'required',
  said?: Said,
): PropertyDecorator => {
  const context: FieldContext = { wants: (CONSTRAINTS[name] as AnyConstraint).wants(argument) };
  const check: PropertyDecorator = (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      constraints: [argument, presence, said],
      validator: validators[name],
      options: { context },
    });
  if (presence === 'required') return check;
  const stands = (_: unknown, value: unknown): boolean =>
    value === null
      ? presence === 'optional' || presence === 'made'
      : value !== undefined || presence === 'nullable';
  return applyDecorators(ValidateIf(stands), check);
};

export const ShortText = (presence?: Presence) => constrain('text', shortTextMax, presence);
export const PlainText = (presence?: Presence) => constrain('text', textMax, presence);
export const LongText = (presence?: Presence) => constrain('text', longTextMax, presence);
export const Texts = () => constrain('texts', { each: textMax, max: itemsMax });
export const Code = (list: readonly string[], presence?: Presence) => constrain('code', list, presence);
export const Codes = (list: readonly string[]) => constrain('codes', { each: list, max: list.length });
export const CodeWord = (presence?: Presence) => constrain('codeWord', undefined, presence);
export const CodeWords = () => constrain('codeWords', { each: undefined, max: itemsMax });
/** The id of a new thing: given, so that a batch can refer to itself, or else made. */
export const NewId = () => constrain('id', undefined, 'made');
/** The id of a thing that exists. */
export const Id = (presence?: Presence) => constrain('id', undefined, presence);
export const Ids = () => constrain('ids', { each: undefined, max: itemsMax });
/** The id of a thing that exists or null, which is what leaving it out says. */
export const Reference = () => constrain('id', undefined, 'nullable');
/** An id that the municipality's own directory gave: a user, unit, board or provider. */
export const Name = (presence?: Presence) => constrain('name', undefined, presence);
export const Names = () => constrain('names', { each: undefined, max: itemsMax });
export const Designation = () => constrain('designation', undefined);
export const RuleId = () => constrain('ruleId', undefined);
export const Statute = () => constrain('statute', undefined);
export const Statutes = () => constrain('statutes', { each: undefined, max: itemsMax });
export const Quarter = () => constrain('quarter', undefined);
export const IdempotencyKey = () => constrain('idempotencyKey', undefined);
export const Day = (presence?: Presence) => constrain('day', undefined, presence);
export const Time = (presence?: Presence) => constrain('time', undefined, presence);
export const Flag = (presence?: Presence) => constrain('flag', undefined, presence);
export const Amount = () => constrain('amount', undefined);
export const Whole = (min: number, max: number, presence?: Presence) =>
  constrain('whole', { min, max }, presence);
export const IdentityValue = () => constrain('identity', undefined);
export const Settings = () => constrain('settings', undefined);
/** An object of any fields, which somebody else checks. */
export const AnyObject = () => constrain('object', {});

/** An object that a class of its own describes. */
export const Part = (type: () => DtoClass, presence?: Presence) =>
  applyDecorators(constrain('object', { type }, presence), ValidateNested());

/** A list of such objects. */
export const Parts = (type: () => DtoClass, { min = 0, max = itemsMax } = {}) =>
  applyDecorators(constrain('objects', { type, min, max }), ValidateNested({ each: true }));
