/** The classes that class-validator checks input against, made from what the domain declares. */
import { applyDecorators } from '@nestjs/common';
import { ValidateNested } from 'class-validator';
import type { Field, Fields, Holds, Payload } from '@rt/domain';
import type { DtoClass } from './constraints';
import { constrain, type Presence, type Said } from './fields';
import { IdentityDto } from './file/identity.dto';

/** The class of an object with these fields; one for the same fields, however often they are used. */
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
  const presence = field.presence as Presence;
  const { label, help } = field;
  const said: Said = { label, ...(help && { help }) };
  switch (holds.is) {
    case 'text':
      return constrain('text', holds.max, presence, said);
    case 'code':
      return constrain('code', holds.list, presence, { ...said, codes: holds.list.labels });
    case 'whole':
      return constrain('whole', holds, presence, said);
    case 'directoryId':
      return constrain('name', undefined, presence, said);
    case 'measure':
    case 'lifeArea':
    case 'codeWord':
      return constrain('codeWord', undefined, presence, said);
    case 'object':
      return constrain('object', {}, presence, said);
    case 'identity':
      return nested(constrain('object', { type: () => IdentityDto }, presence, said));
    case 'part': {
      const type = () => dtoOf(holds.fields, name);
      return nested(constrain('object', { type }, presence, said));
    }
    case 'list':
      return ofList(holds, presence, said, name);
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
      return constrain(holds.is, undefined, presence, said);
  }
};

const ofList = (
  { of, min, max }: Extract<Holds, { is: 'list' }>,
  presence: Presence,
  said: Said,
  name: string,
): PropertyDecorator => {
  switch (of.is) {
    case 'text':
      return constrain('texts', { each: of.max, max }, presence, said);
    case 'code':
      return constrain('codes', { each: of.list, max }, presence, { ...said, codes: of.list.labels });
    case 'id':
      return constrain('ids', { each: undefined, max }, presence, said);
    case 'codeWord':
      return constrain('codeWords', { each: undefined, max }, presence, said);
    case 'statute':
      return constrain('statutes', { each: undefined, max }, presence, said);
    case 'directoryId':
      return constrain('names', { each: undefined, max }, presence, said);
    case 'part': {
      const type = () => dtoOf(of.fields, name);
      return applyDecorators(
        constrain('objects', { type, min, max }, presence, said),
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
