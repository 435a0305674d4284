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

const field = <Name extends ConstraintName>(
  name: Name,
  argument: ArgumentOf<Name>,
  presence: Presence = 'required',
): PropertyDecorator => {
  const context: FieldContext = { wants: (CONSTRAINTS[name] as AnyConstraint).wants(argument) };
  const check: PropertyDecorator = (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: propertyName as string,
      constraints: [argument, presence],
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

export const ShortText = (presence?: Presence) => field('text', shortTextMax, presence);
export const PlainText = (presence?: Presence) => field('text', textMax, presence);
export const LongText = (presence?: Presence) => field('text', longTextMax, presence);
export const Texts = () => field('texts', { each: textMax, max: itemsMax });
export const Code = (list: readonly string[], presence?: Presence) => field('code', list, presence);
export const Codes = (list: readonly string[]) => field('codes', { each: list, max: list.length });
export const CodeWord = (presence?: Presence) => field('codeWord', undefined, presence);
export const CodeWords = () => field('codeWords', { each: undefined, max: itemsMax });
/** The id of a new thing: given, so that a batch can refer to itself, or else made. */
export const NewId = () => field('id', undefined, 'made');
/** The id of a thing that exists. */
export const Id = (presence?: Presence) => field('id', undefined, presence);
export const Ids = () => field('ids', { each: undefined, max: itemsMax });
/** The id of a thing that exists or null, which is what leaving it out says. */
export const Reference = () => field('id', undefined, 'nullable');
/** An id that the municipality's own directory gave: a user, unit, board or provider. */
export const Name = (presence?: Presence) => field('name', undefined, presence);
export const Names = () => field('names', { each: undefined, max: itemsMax });
export const Designation = () => field('designation', undefined);
export const RuleId = () => field('ruleId', undefined);
export const Statute = () => field('statute', undefined);
export const Statutes = () => field('statutes', { each: undefined, max: itemsMax });
export const Quarter = () => field('quarter', undefined);
export const IdempotencyKey = () => field('idempotencyKey', undefined);
export const Day = (presence?: Presence) => field('day', undefined, presence);
export const Time = (presence?: Presence) => field('time', undefined, presence);
export const Flag = (presence?: Presence) => field('flag', undefined, presence);
export const Amount = () => field('amount', undefined);
export const Whole = (min: number, max: number, presence?: Presence) =>
  field('whole', { min, max }, presence);
export const IdentityValue = () => field('identity', undefined);
export const Settings = () => field('settings', undefined);
/** An object of any fields, which somebody else checks. */
export const AnyObject = () => field('object', {});

/** An object that a class of its own describes. */
export const Part = (type: () => DtoClass, presence?: Presence) =>
  applyDecorators(field('object', { type }, presence), ValidateNested());

/** A list of such objects. */
export const Parts = (type: () => DtoClass, { min = 0, max = itemsMax } = {}) =>
  applyDecorators(field('objects', { type, min, max }), ValidateNested({ each: true }));
