/** Derives from declarations the titles, the specs that the program works with, and the forms that pages show. */
import { IDENTITY_KINDS } from './codes';
import { codeList, type CodeList } from './declare';
import type { EventDeclaration, Field, Fields, Holds, StepDeclaration, Text } from './declare';
import type { EventSpec } from './event';
import type { ThingKind } from './ids';

type Events = Readonly<Record<string, EventDeclaration>>;

/** The event types as a code list with their titles as labels. */
export const titlesOf = <T extends string>(declared: Readonly<Record<T, EventDeclaration>>): CodeList<T> =>
  codeList(
    Object.fromEntries(
      Object.entries<EventDeclaration>(declared).map(([type, { title }]) => [type, [title.sv, title.en]]),
    ) as unknown as Record<T, readonly [sv: string, en: string]>,
  );

/**
 * The spec of every event type of a step.
 * @throws Error if the field of an id is not named after the kind of thing, or if `notBefore` names no day beside its field
 */
export const specsOf = <E extends Events>(step: StepDeclaration<E>): Readonly<Record<keyof E, EventSpec>> =>
  Object.fromEntries(
    Object.entries(step.events).map(([type, declared]) => [type, specOf(type, declared, step.case)]),
  ) as unknown as Record<keyof E, EventSpec>;

const specOf = (type: string, declared: EventDeclaration, usual: 'required' | 'optional'): EventSpec => {
  let creates: ThingKind | undefined;
  let about: ThingKind | undefined;
  const createsWithin: Record<string, ThingKind> = {};
  const refers: Record<string, ThingKind> = {};
  for (const { path, holds, beside } of leavesOf(declared.fields)) {
    if (holds.is === 'directoryId' && holds.ofBoard && !Object.hasOwn(declared.fields, path))
      throw new Error(
        `${type}.${path}: the write side looks for users of the board in the event’s own fields only`,
      );
    if (holds.is === 'day') checkNotBefore(`${type}.${path}`, holds.notBefore, beside);
    if (holds.is !== 'id' || holds.role === 'none') continue;
    const { role, kind } = holds;
    const name = path.split('.').at(-1);
    if (role !== 'refersTo' && name !== `${kind}Id`)
      throw new Error(`${type}.${path} holds the id of a ${kind}: it is called ${kind}Id`);
    if (role === 'refersTo') refers[path] = kind;
    else if (role === 'about') about = kind;
    else if (path === name) creates = kind;
    else createsWithin[path] = kind;
  }
  const { whileClosed } = declared;
  return {
    ...(creates && { creates }),
    ...(Object.keys(createsWithin).length > 0 && { createsWithin }),
    ...(about && { about }),
    ...(Object.keys(refers).length > 0 && { refers }),
    caseId: creates === 'case' || about === 'case' ? 'self' : (declared.case ?? usual),
    ...(whileClosed && { whileClosed }),
  };
};

/** The compiler cannot check that `notBefore` names a field of the same object, so the program checks it when it starts. */
const checkNotBefore = (path: string, notBefore: string | undefined, beside: Fields): void => {
  if (notBefore === undefined || notBefore === 'occurredOn') return;
  const start = Object.hasOwn(beside, notBefore) ? beside[notBefore] : undefined;
  if (start?.holds.is !== 'day')
    throw new Error(`${path} may not come before ${notBefore}, which is no day beside it`);
};

interface Leaf {
  /** `goals[].goalId` */
  readonly path: string;
  readonly holds: Holds;
  /** The fields of the object that the field belongs to. */
  readonly beside: Fields;
}

/** Every field that contains no other fields, with its path. */
const leavesOf = (fields: Fields, at = ''): readonly Leaf[] =>
  Object.entries(fields).flatMap(([name, { holds }]) => leaves(`${at}${name}`, holds, fields));

const leaves = (path: string, holds: Holds, beside: Fields): readonly Leaf[] => {
  switch (holds.is) {
    case 'part':
      return leavesOf(holds.fields, `${path}.`);
    case 'list':
      return leaves(`${path}[]`, holds.of, beside);
    case 'amount':
    case 'code':
    case 'codeWord':
    case 'designation':
    case 'day':
    case 'directoryId':
    case 'flag':
    case 'id':
    case 'identity':
    case 'instant':
    case 'lifeArea':
    case 'measure':
    case 'object':
    case 'quarter':
    case 'ruleId':
    case 'settings':
    case 'statute':
    case 'text':
    case 'time':
    case 'whole':
      return [{ path, holds, beside }];
  }
};

type DirectoryKind = Extract<Holds, { readonly is: 'directoryId' }>['of'];

/** One line of a form. */
export interface FormLine {
  readonly name: string;
  readonly kind: Holds['is'];
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** May be null, which means that there is none. */
  readonly none?: true;
  readonly min?: number;
  readonly max?: number;
  /** The field, or `occurredOn`, whose day this day may not precede. */
  readonly notBefore?: string;
  readonly codes?: readonly { readonly code: string; readonly label: Text }[];
  /** The kind of things to choose from. */
  readonly choose?: ThingKind;
  /** The kind of thing that each object of a list creates, which others in the form may then refer to. */
  readonly creates?: ThingKind;
  /** Whose id of the municipality's directory it is. */
  readonly directory?: DirectoryKind;
  readonly list?: true;
  /** The lines of an object, or of each object in a list. */
  readonly lines?: readonly FormLine[];
  /** Exactly one of these groups of fields must be filled in. */
  readonly oneOf?: readonly (readonly string[])[];
}

/** The form of an event type, line by line. Fields that the program sets or completes have no line. */
export const formOf = (fields: Fields): readonly FormLine[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.presence === 'made' || field.presence === 'machine' ? [] : [lineOf(name, field)],
  );

const lineOf = (name: string, { label, help, presence, holds }: Field): FormLine => {
  const list = holds.is === 'list';
  const one = list ? holds.of : holds;
  return {
    name,
    kind: one.is,
    label,
    ...(help && { help }),
    required: presence === 'required',
    ...((presence === 'nullable' || presence === 'either') && { none: true }),
    ...(list && { list: true, min: holds.min }),
    ...(list ? { max: holds.max } : boundsOf(one)),
    ...(one.is === 'day' && one.notBefore !== undefined && { notBefore: one.notBefore }),
    ...(one.is === 'code' && { codes: codesOf(one.list) }),
    ...(one.is === 'identity' && { codes: codesOf(IDENTITY_KINDS) }),
    ...(one.is === 'id' && one.role !== 'none' && { choose: one.kind }),
    ...(one.is === 'directoryId' && { directory: one.of }),
    ...(one.is === 'part' && creating(one.fields)),
    ...(one.is === 'part' && { lines: formOf(one.fields), ...(one.oneOf && { oneOf: one.oneOf }) }),
  };
};

const creating = (fields: Fields): Pick<FormLine, 'creates'> => {
  for (const { holds } of Object.values(fields))
    if (holds.is === 'id' && holds.role === 'creates') return { creates: holds.kind };
  return {};
};

const codesOf = (list: CodeList): FormLine['codes'] =>
  list.map((code) => ({ code, label: list.labels[code] as Text }));

const boundsOf = (holds: Holds): { readonly min?: number; readonly max?: number } =>
  holds.is === 'text' ? { max: holds.max } : holds.is === 'whole' ? { min: holds.min, max: holds.max } : {};
