import type { JsonSchema } from '@rt/handling';
import { ACCESS_PURPOSES, RELATIONS, ROLES } from '@rt/identity';
import { found, perhapsFound } from './found-answers';
import {
  anything,
  count,
  date,
  fields,
  flag,
  id,
  listOf,
  moment,
  oneOfWords,
  orNull,
  position,
  ref,
  text,
} from './schema-words';

const payload: JsonSchema = {
  ...anything,
  description: 'As `data` of the schema that bears the name of the event type',
};

const event = {
  eventId: id,
  type: text,
  schemaVersion: count,
  revision: count,
  occurredOn: date,
  occurredTime: orNull(text),
  recordedAt: moment,
  recordedBy: text,
  onBehalfOf: orNull(text),
  unitId: text,
  caseId: orNull(id),
  origin: oneOfWords(['user', 'provider', 'import']),
  redacted: flag,
  data: orNull(payload),
};

/** What an entry says now, in the facts of a file. */
const entry = { eventId: id, type: text, occurredOn: date, occurredTime: text, caseId: id, data: payload };
const perhapsOfAnEntry = ['occurredTime', 'caseId'];

/** What is answered about one personal file. */
export const FILE_ANSWERS = {
  FileOpened: fields({ fileId: id, position }),
  Recorded: fields({
    events: listOf(
      fields({
        eventId: id,
        type: text,
        ids: { type: 'object', additionalProperties: id, description: 'Ids given, or made, by their place' },
      }),
    ),
    revision: count,
    position,
  }),
  FileFinding: fields({ ...found, ...perhapsFound }, Object.keys(perhapsFound)),
  Entry: fields(entry, perhapsOfAnEntry),
  Thing: fields({ id, ...entry, later: listOf(ref('Entry')) }, perhapsOfAnEntry),
  Facts: fields({
    person: orNull({ ...anything, description: 'As `person` of OpenFile' }),
    things: {
      type: 'object',
      additionalProperties: listOf(ref('Thing')),
      description:
        'By kind (case, decision, order, plan …): what began each thing, and what was recorded of it later',
    },
    entries: { ...listOf(ref('Entry')), description: 'What is about no thing: notes, households …' },
  }),
  File: fields({
    fileId: id,
    on: date,
    revision: count,
    as: fields({ role: oneOfWords(ROLES), relation: oneOfWords(RELATIONS) }),
    facts: ref('Facts'),
    findings: listOf(ref('FileFinding')),
  }),
  Event: fields(event),
  History: fields({ fileId: id, events: listOf(ref('Event')), next: orNull(count) }),
  Replay: fields({
    fileId: id,
    asOf: date,
    knownAt: orNull(moment),
    events: listOf(ref('Event')),
    facts: ref('Facts'),
    findings: listOf(ref('FileFinding')),
  }),
  AccessEntries: fields({
    fileId: id,
    entries: listOf(
      fields({
        number: count,
        at: moment,
        userId: text,
        role: text,
        relation: text,
        purpose: oneOfWords(ACCESS_PURPOSES),
        action: text,
        fileId: orNull(id),
        scope: orNull(text),
        prevHash: text,
        hash: text,
      }),
    ),
  }),
} as const satisfies Record<string, JsonSchema>;
