import type { Json } from './plain-json';
import { checkedEvents, StepInputDto } from './step-input';
import { definitionOf } from './steps';

/** Steps of a file, each checked by the DTO of its type. @throws Refused with everything that is wrong */
export const checkedSteps = (body: Json): readonly StepInputDto[] =>
  checkedEvents(StepInputDto, (type) => definitionOf(type).dto, body);
