/** Makes the classes that class-validator uses to check input, from the declarations of the domain. */
import { applyDecorators } from '@nestjs/common';
import { ValidateNested } from 'class-validator';
import type { Field, Fields, Holds, Payload } from '@rt/domain';
import type { DtoClass } from './constraints';
import { constrain, type InputPresence, type FieldTexts } from './fields';
import { IdentityDto } from './file/identity.dto';

/** The class for an object with these fields. The same fields always give the same class. */
export const dtoOf = <F extends Fields>(fields: F, name: string): DtoClass<Payload<F> & object> => {
  let dto = made.get(fields);
  if (dto === undefined) made.set(fields, (dto = classOf(fields, name)));
  return dto as DtoClass<Payload<F> & object>;
};

const made = new WeakMap<Fields, DtoClass>();

const classOf = (fields: Fields, name: string): DtoClass => {
  const asked = Object.entries(fields).filter(([, { presence }]) => presence !== 'machine');
  const none = asked.flatMap(([field, { presence }]) => (presence === 'nullable' ? [field] : []));
  class Dto {
    constructor() {
      for (const field of none) (this as Record<string, unknown>)[field] = null;
    }
  }
  for (const [field, declared] of asked) decoratorOf(declared, `${name}.${field}`)(Dto.prototype, field);
  return Object.defineProperty(Dto, 'name', { value: name });
};

const decoratorOf = (field: Field, name: string): PropertyDecorator => {
  const { holds } = field;
  const presence = field.presence as InputPresence;
  const { label, help } = field;
  const said: FieldTexts = { label, ...(help && { help }) };
  switch (holds.is) {
    case 'text':
      return constrain('text', holds.max, said, presence);
    case 'code':
      return constrain('code', holds.list, { ...said, codes: holds.list.labels }, presence);
    case 'whole':
      return constrain('whole', holds, said, presence);
    case 'directoryId':
      return constrain('directoryId', undefined, said, presence);
    case 'measure':
    case 'lifeArea':
    case 'codeWord':
      return constrain('codeWord', undefined, said, presence);
    case 'object':
      return constrain('object', {}, said, presence);
    case 'identity':
      return nested(constrain('object', { type: () => IdentityDto }, said, presence));
    case 'part': {
      const type = () => dtoOf(holds.fields, name);
      return nested(constrain('object', { type }, said, presence));
    }
    case 'list':
      return ofList(holds, said, presence, name);
    case 'amount':
    case 'day':
    case 'designation':
    case 'flag':
    case 'id':
    case 'instant':
    case 'quarter':
    case 'ruleId':
    case 'settings':
    case 'statute':
    case 'time':
      return constrain(holds.is, undefined, said, presence);
  }
};

const ofList = (
  { of, min, max }: Extract<Holds, { is: 'list' }>,
  said: FieldTexts,
  presence: InputPresence,
  name: string,
): PropertyDecorator => {
  switch (of.is) {
    case 'text':
      return constrain('texts', { each: of.max, max }, said, presence);
    case 'code':
      return constrain('codes', { each: of.list, max }, { ...said, codes: of.list.labels }, presence);
    case 'id':
      return constrain('ids', { each: undefined, max }, said, presence);
    case 'codeWord':
      return constrain('codeWords', { each: undefined, max }, said, presence);
    case 'statute':
      return constrain('statutes', { each: undefined, max }, said, presence);
    case 'directoryId':
      return constrain('directoryIds', { each: undefined, max }, said, presence);
    case 'part': {
      const type = () => dtoOf(of.fields, name);
      return applyDecorators(
        constrain('objects', { type, min, max }, said, presence),
        ValidateNested({ each: true }),
      );
    }
    case 'amount':
    case 'day':
    case 'designation':
    case 'flag':
    case 'identity':
    case 'instant':
    case 'lifeArea':
    case 'list':
    case 'measure':
    case 'object':
    case 'quarter':
    case 'ruleId':
    case 'settings':
    case 'time':
    case 'whole':
      throw new Error(`${name}: no list of ${of.is}`);
  }
};

const nested = (decorator: PropertyDecorator): PropertyDecorator =>
  applyDecorators(decorator, ValidateNested());
