import { validateSync, type ValidationError } from 'class-validator';
import { CONSTRAINTS, isObject, type DtoClass } from './constraints';
import { fieldsOf, labelAt } from './dto-fields';
import type { FieldContext } from './fields';
import type { Json } from './plain-json';
import { rememberMetadata } from './remembered-metadata';
import type { RefusalDetails } from './refusal-texts';
import { fieldError, labelled, type FieldError } from './refused';
import type { Text } from '@rt/domain';

/** The result of a check: the checked value, or all errors in it. */
export type Checked<D> = { readonly value: D } | { readonly errors: readonly FieldError[] };

rememberMetadata();

const options = {
  whitelist: true,
  forbidNonWhitelisted: true,
  // Some event types have no fields. For them this option would refuse every payload; the whitelist already refuses unknown fields.
  forbidUnknownValues: false,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
} as const;

/**
 * Checks an input against its DTO. In the result, a field that was left out is null if its declaration says so; nothing else differs from the input.
 * `input` is an object from `plainJson`, so no field has the name of an inherited property.
 */
export const check = <D extends object>(dto: DtoClass<D>, input: Json, at: string): Checked<D> => {
  if (!CONSTRAINTS.object.holds(input, {}, {}))
    return { errors: [{ field: at, code: 'object', ...shouldBe(CONSTRAINTS.object.wants({})) }] };
  const instance = instanceOf(dto, input);
  const errors = validateSync(instance, options);
  return errors.length === 0
    ? { value: stripped(instance) as D }
    : { errors: errors.flatMap((error) => fieldErrors(error, dto, at, '')) };
};

/** `path` is the place within the payload that `dto` describes; `at` is the place of the payload in the request. */
const fieldErrors = (
  error: ValidationError,
  dto: DtoClass,
  at: string,
  path: string,
): readonly FieldError[] => {
  if (error.constraints?.['whitelistValidation'] !== undefined) {
    // The name of an unknown field is not repeated in the error: it can be any text, also the name of a person.
    const known: RefusalDetails = path === '' ? { known: [...fieldsOf(dto).keys()].join(', ') } : {};
    return [fieldError('UNKNOWN_FIELD', join(at, path), known, labelAt(dto, path))];
  }
  const here = /^\d+$/.test(error.property) ? `${path}[${error.property}]` : join(path, error.property);
  const own = Object.keys(error.constraints ?? {}).map((code): FieldError => {
    const { wants, allowed } = error.contexts?.[code] as FieldContext;
    const text = labelled(labelAt(dto, here), shouldBe(wants));
    return { field: join(at, here), code, ...text, ...(allowed && { allowed }) };
  });
  const inner = (error.children ?? []).flatMap((child) => fieldErrors(child, dto, at, here));
  return [...own, ...distinct(inner)];
};

const shouldBe = ({ sv, en }: Text): Text => ({ sv: `Ska vara ${sv}.`, en: `Should be ${en}.` });

const join = (at: string, path: string): string => [at, path].filter((place) => place !== '').join('.');

/** Removes duplicates: two unknown fields of one object give one error. */
const distinct = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(
    (error, i) => errors.findIndex(({ field, code }) => field === error.field && code === error.code) === i,
  );

/**
 * The input as an instance of its DTO, so that class-validator finds the constraints. Values of the wrong shape are copied unchanged, for
 * class-validator to find.
 */
const instanceOf = <D extends object>(dto: DtoClass<D>, input: Json): D => {
  const instance = new dto();
  const fields = fieldsOf(dto);
  for (const [name, value] of Object.entries(input as object) as [string, Json][]) {
    const inner = fields.get(name)?.inner;
    (instance as Record<string, unknown>)[name] =
      inner === undefined
        ? value
        : Array.isArray(value)
          ? value.map((item) => within(inner, item))
          : within(inner, value);
  }
  return instance;
};

const within = (dto: DtoClass, value: Json): unknown => (isObject(value) ? instanceOf(dto, value) : value);

/** The instance as plain JSON, without the fields that were not given. */
const stripped = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [[name, stripped(field)]])),
  );
};
