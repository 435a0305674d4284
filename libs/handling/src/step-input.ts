import {
  EVENT_TITLES,
  field,
  isEventType,
  type Payload,
  type PersonalFileEventType,
  type Text,
} from '@rt/domain';
import { check, type Checked } from './check';
import type { DtoClass } from './constraints';
import { definitionOf } from './definitions';
import { dtoOf } from './dto';
import { labelAt } from './dto-fields';
import { stepsMax } from './limits';
import type { Json } from './plain-json';
import { Refused, type FieldError } from './refused';

/** The fields of an event beside its payload. */
interface EventInput {
  readonly type: string;
  readonly data: object;
}

/** The fields of a handling step beside its payload. */
export const stepInput = {
  type: field.code(EVENT_TITLES, 'Händelse', 'Event'),
  occurredOn: field.day('Dag', 'Day'),
  occurredTime: field.optional(field.time('Klockslag', 'Time of day')),
  caseId: field.optional(field.refersTo('case')),
  data: field.anyObject('Uppgifter', 'Particulars'),
};
export const StepInputDto = dtoOf(stepInput, 'Step');
export type StepInputDto = Payload<typeof stepInput>;

const BatchDto = dtoOf(
  { steps: field.parts(stepInput, 'Steg', 'Steps', { min: 1, max: stepsMax }) },
  'Batch',
);

/** The label of the field at a path of a step. Undefined for an error in `type`, which is about no field. */
export const stepLabelAt = (type: PersonalFileEventType, path: string): Text | undefined => {
  const inData = /^data\.(.+)$/.exec(path)?.[1];
  if (inData !== undefined) return labelAt(definitionOf(type).dto, inData);
  return path === 'type' ? undefined : labelAt(StepInputDto, path);
};

/** The labels of the fields of a body, by path. The body has not been checked yet, so it may contain anything. */
export const bodyLabels =
  (input: unknown, envelope: DtoClass, payloadOf: (type: string) => DtoClass | undefined) =>
  (path: string): Text | undefined => {
    const [, index, inEvent = index === undefined ? path : ''] = /^\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
    const event: unknown = index === undefined ? input : (input as readonly unknown[])[Number(index)];
    const payload = /^data\.(.+)$/.exec(inEvent)?.[1];
    if (payload === undefined) return labelAt(envelope, inEvent);
    const { type } = event as { readonly type?: unknown };
    const dto = typeof type === 'string' ? payloadOf(type) : undefined;
    return dto && labelAt(dto, payload);
  };

/** Like `bodyLabels`, for the steps of a file. */
export const stepBodyLabels = (input: unknown) =>
  bodyLabels(input, StepInputDto, (type) => (isEventType(type) ? definitionOf(type).dto : undefined));

/** The place of an event in the request: its index if there are several events, else empty. */
export const stepPath = (index: number, count: number): string => (count > 1 ? `[${index}]` : '');

/**
 * Checks the shape of one event or a few. Ids of new things may be missing; references are present or null.
 * @throws Refused with all errors
 */
export const checkedEvents = <E extends EventInput>(
  envelope: DtoClass<E>,
  payloadOf: (type: E['type']) => DtoClass,
  input: Json,
): readonly E[] => {
  const events = Array.isArray(input) ? (input as readonly Json[]) : [input];
  const errors: FieldError[] = [];
  const found = <D extends object>(result: Checked<D>): D | undefined => {
    if ('value' in result) return result.value;
    errors.push(...result.errors);
    return undefined;
  };
  if (events.length === 0 || events.length > stepsMax) found(check(BatchDto, { steps: events }, ''));
  const checked = events.slice(0, stepsMax).flatMap((event, i) => {
    const at = stepPath(i, events.length);
    const head = found(check(envelope, event, at));
    if (head === undefined) return [];
    const data = found(check(payloadOf(head.type), head.data as Json, at === '' ? 'data' : `${at}.data`));
    return data === undefined ? [] : [{ ...head, data }];
  });
  if (errors.length > 0) throw new Refused('INVALID_INPUT', errors);
  return checked;
};

/** Checks the steps of a file, each against the class of its type. @throws Refused with all errors */
export const checkedSteps = (body: Json): readonly StepInputDto[] =>
  checkedEvents(StepInputDto, (type) => definitionOf(type).dto, body);
