/** What class-validator's metadata says of the fields of a class that input is checked against. */
import type { Text } from '@rt/domain';
import { getMetadataStorage } from 'class-validator';
import { CONSTRAINTS, type DtoClass } from './constraints';
import type { FieldTexts } from './fields';

interface DtoField {
  readonly label: Text;
  /** The class of the object that the field holds, or of each object in its list. */
  readonly inner?: DtoClass | undefined;
}

/** The fields of a class by name. All decorators have run when the first input comes, so the answer is kept. */
export const fieldsOf = (dto: DtoClass): ReadonlyMap<string, DtoField> => {
  let fields = known.get(dto);
  if (fields === undefined) known.set(dto, (fields = new Map(decoratedFields(dto))));
  return fields;
};

const known = new Map<DtoClass, ReadonlyMap<string, DtoField>>();

const decoratedFields = (dto: DtoClass): readonly (readonly [string, DtoField])[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(dto, '', true, false)
    .filter(({ name }) => name !== undefined && name in CONSTRAINTS)
    .map(({ propertyName, constraints }) => {
      const [argument, , { label }] = constraints as [
        { readonly type?: () => DtoClass } | undefined,
        unknown,
        FieldTexts,
      ];
      return [propertyName, { label, inner: argument?.type?.() }];
    });

/**
 * What the field at a path is called, after the objects and list items that it is in: `goals[2].text` is “Mål och delmål 3, Mål”.
 * A path that leaves the known fields is called what the last known one is called; undefined: no field at all.
 */
export const labelAt = (dto: DtoClass, path: string): Text | undefined => {
  const labels: Text[] = [];
  let holder: DtoClass | undefined = dto;
  for (const step of path.split('.')) {
    const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?/.exec(step) ?? [];
    const field: DtoField | undefined = holder && fieldsOf(holder).get(name);
    if (field === undefined) break;
    labels.push(index === undefined ? field.label : numbered(field.label, Number(index) + 1));
    holder = field.inner;
  }
  return labels.length === 0
    ? undefined
    : { sv: labels.map(({ sv }) => sv).join(', '), en: labels.map(({ en }) => en).join(', ') };
};

const numbered = ({ sv, en }: Text, number: number): Text => ({
  sv: `${sv} ${number}`,
  en: `${en} ${number}`,
});
