/** Reads the fields of a DTO class from the metadata of class-validator. */
import type { Text } from '@rt/domain';
import { getMetadataStorage } from 'class-validator';
import { CONSTRAINTS, type DtoClass } from './constraints';
import type { FieldTexts } from './fields';

interface DtoField {
  readonly label: Text;
  /** The class of the object that the field holds, or of each object in its list. */
  readonly inner?: DtoClass | undefined;
}

/** The fields of a class by name. The result is cached: all decorators have run when the first input arrives. */
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
 * The label of the field at a path, with the labels of the objects and list items around it: `goals[2].text` is “Mål och delmål 3, Mål”. For a path
 * that goes beyond the known fields, it is the label of the last known one; undefined if there is no known field at all.
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
