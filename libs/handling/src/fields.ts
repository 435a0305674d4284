/** Decorates a field of a DTO class with a constraint of `constraints.ts`. */
import { applyDecorators } from '@nestjs/common';
import {
  registerDecorator,
  ValidateIf,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { CONSTRAINTS, type ConstraintName } from './constraints';
import type { Presence, Text } from '@rt/domain';

/**
 * `nullable`: give the field the initial value `null`, because leaving it out means null. The program sets the fields of kind `machine`, so a request
 * has none.
 */
export type InputPresence = Exclude<Presence, 'machine'>;

/** The context that is stored with a constraint in the metadata of class-validator. */
export interface FieldContext {
  readonly wants: Text;
  readonly allowed?: readonly string[];
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
  readonly told?: (argument: unknown, labels: Readonly<Record<string, Text>>) => Text;
  readonly allowed?: (argument: unknown) => readonly string[];
}

/** The texts of a field from its declaration. */
export interface FieldTexts {
  readonly label: Text;
  readonly help?: Text;
  /** The label of each code of the list. */
  readonly codes?: Readonly<Record<string, Text>>;
}

/** Decorates a field with a constraint and stores the texts of the field with it. */
export const constrain = <Name extends ConstraintName>(
  name: Name,
  argument: ArgumentOf<Name>,
  said: FieldTexts,
  presence: InputPresence = 'required',
): PropertyDecorator => {
  const { wants, told, allowed } = CONSTRAINTS[name] as AnyConstraint;
  const words = told?.(argument, said.codes ?? {}) ?? wants(argument);
  const context: FieldContext = { wants: words, ...(allowed && { allowed: allowed(argument) }) };
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
