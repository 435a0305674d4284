import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { CONSTRAINTS, isObject, type DtoClass } from './constraints';
import type { FieldContext } from './fields';
import type { Json } from './plain-json';
import { rememberMetadata } from './remembered-metadata';
import { fieldError, type FieldError } from './refused';
import type { Text } from '@rt/domain';

/** What a check found: the value as it may go on, or everything that is wrong with it. */
export type Checked<D> = { readonly value: D } | { readonly errors: readonly FieldError[] };

rememberMetadata();

const options = {
  whitelist: true,
  forbidNonWhitelisted: true,
  // Payloads without any field exist; the whitelist keeps them empty.
  forbidUnknownValues: false,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
} as const;

/**
 * An input against its DTO: fields that were left out and read as null are null afterwards, nothing else is changed.
 * `input` is an object that `plainJson` let through, so no field bears the name of something that objects inherit.
 */
export const check = <D extends object>(dto: DtoClass<D>, input: Json, at: string): Checked<D> => {
  if (!CONSTRAINTS.object.holds(input, {}, {}))
    return { errors: [shouldBe('object', CONSTRAINTS.object.wants({}), at)] };
  const instance = instanceOf(dto, input);
  const errors = validateSync(instance, options);
  return errors.length === 0
    ? { value: stripped(instance) as D }
    : { errors: errors.flatMap((error) => fieldErrors(error, dto, at)) };
};

const fieldErrors = (
  error: ValidationError,
  holder: DtoClass | undefined,
  at: string,
): readonly FieldError[] => {
  if (error.constraints?.['whitelistValidation'] !== undefined) {
    // The name of the unknown field is not repeated: it may be anything, a person's too.
    return [
      fieldError('UNKNOWN_FIELD', at, holder ? { known: [...fieldsOf(holder).keys()].join(', ') } : {}),
    ];
  }
  const field = /^\d+$/.test(error.property) ? `${at}[${error.property}]` : join(at, error.property);
  const own = Object.keys(error.constraints ?? {}).map((code) =>
    shouldBe(code, (error.contexts?.[code] as FieldContext).wants, field),
  );
  const inner = (error.children ?? []).flatMap((child) => fieldErrors(child, undefined, field));
  return [...own, ...distinct(inner)];
};

const shouldBe = (code: string, wants: Text, field: string): FieldError => ({
  field,
  code,
  sv: `Ska vara ${wants.sv}.`,
  en: `Should be ${wants.en}.`,
});

const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/** Two unknown fields of one object are one finding. */
const distinct = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(
    (error, i) => errors.findIndex(({ field, code }) => field === error.field && code === error.code) === i,
  );

/** The fields that a DTO knows, and the class of those that hold objects. Decorators have all run when the first input comes. */
const fieldsOf = (dto: DtoClass): ReadonlyMap<string, DtoClass | undefined> => {
  let fields = known.get(dto);
  if (fields === undefined) known.set(dto, (fields = new Map(decoratedFields(dto))));
  return fields;
};

const known = new Map<DtoClass, ReadonlyMap<string, DtoClass | undefined>>();

const decoratedFields = (dto: DtoClass): readonly (readonly [string, DtoClass | undefined])[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(dto, '', true, false)
    .filter(({ name }) => name !== undefined && name in CONSTRAINTS)
    .map(({ propertyName, constraints }) => [
      propertyName,
      (constraints as [{ readonly type?: () => DtoClass } | undefined])[0]?.type?.(),
    ]);

/** The input as an instance of its DTO, so that class-validator finds the constraints; what does not fit is left for it to find. */
const instanceOf = <D extends object>(dto: DtoClass<D>, input: Json): D => {
  const instance = new dto();
  const classes = fieldsOf(dto);
  for (const [name, value] of Object.entries(input as object) as [string, Json][]) {
    const inner = classes.get(name);
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

/** The instance as plain JSON: fields that were not given are not there. */
const stripped = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [[name, stripped(field)]])),
  );
};
