import type { FormLine, PersonalFileEventType, ThingKind } from '@rt/domain';
import { textIn, valuesIn, valuesOf, type Values } from './form-values';
import type { FileAnswer } from './thing-names';

type Payload = Readonly<Record<string, unknown>>;

/** The steps that hold the whole content of a thing as it is from their day, by the field that names the thing. */
const CHANGES_A_THING: Partial<Record<PersonalFileEventType, readonly [kind: ThingKind, field: string]>> = {
  OrderRevised: ['order', 'orderId'],
  InvestigationRevised: ['investigation', 'investigationId'],
  DecisionChanged: ['decision', 'decisionId'],
  PartyChanged: ['party', 'partyId'],
};
/** Later entries about a thing that hold its content too. */
const HOLDS_CONTENT = new Set<string>([...Object.keys(CHANGES_A_THING), 'DecisionCorrected']);

/** The content of a thing as it stands now: as it was created, with every later change. */
export const standsNow = (
  { facts }: Pick<FileAnswer, 'facts'>,
  kind: ThingKind,
  id: string,
): Payload | undefined => {
  const thing = facts.things[kind]?.find((each) => each.id === id);
  if (thing === undefined) return undefined;
  const changes = thing.later
    .filter(({ type }) => HOLDS_CONTENT.has(type))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  return Object.assign({}, thing.data, ...changes.map(({ data }) => data)) as Payload;
};

/** The values of a form that changes a thing, filled in with the thing as it stands. Others are returned as they are. */
export const withStanding = (
  type: string,
  lines: readonly FormLine[],
  values: Values,
  file: FileAnswer,
): Values => {
  const dataLines = lines.find(({ name }) => name === 'data')?.lines ?? [];
  const data = standingData(type, valuesIn(values['data']), file);
  return data === undefined
    ? values
    : { ...values, data: { ...valuesOf(dataLines, data), ...valuesIn(values['data']) } };
};

const standingData = (type: string, data: Values, file: FileAnswer): Payload | undefined => {
  if (type === 'PersonDetailsChanged')
    return file.facts.person === null ? undefined : { person: file.facts.person };
  const [kind, field] = CHANGES_A_THING[type as PersonalFileEventType] ?? [];
  if (kind === undefined || field === undefined) return undefined;
  const { [field]: _, ...content } = standsNow(file, kind, textIn(data[field])) ?? {};
  return content;
};

/** The field of a form in which the thing is chosen that the step changes. */
export const thingFieldOf = (type: string): string | undefined =>
  CHANGES_A_THING[type as PersonalFileEventType]?.[1];
