import { PROBLEM_CODES } from '../http/problem';
import { ACCESS_PURPOSES, RELATIONS, ROLES } from '@rt/identity';
import type { JsonSchema } from '@rt/handling';
import { API_STATUSES } from './api-info';
import {
  amount,
  anyOf,
  anything,
  count,
  date,
  fields,
  flag,
  id,
  inBoth,
  listOf,
  moment,
  nothing,
  oneOfWords,
  orNull,
  position,
  ref,
  text,
} from './schema-words';

const STATUS = oneOfWords([
  'pending',
  'overdue',
  'fulfilled',
  'fulfilledLate',
  'voided',
  'violation',
  'explained',
]);

/** What the rules found, as both the file and the lists tell it. */
const found = {
  id: text,
  rule: text,
  ruleVersion: count,
  severity: oneOfWords(['critical', 'high', 'medium', 'low']),
  subject: text,
  trigger: id,
  kind: oneOfWords(['deadline', 'violation', 'quality']),
  arisesOn: date,
  dueOn: date,
  inputs: {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean'] },
    description: 'The facts it rests on: codes, numbers and dates',
  },
  evidence: listOf(id),
  text: inBoth,
  status: STATUS,
};
const perhaps = { caseId: id, fulfilledOn: date, voidedOn: date, explainedOn: date, acknowledgedOn: date };

const payload: JsonSchema = {
  ...anything,
  description: 'As `data` of the schema that bears the name of the event type',
};

const told = {
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

/** What is answered, route by route. */
export const ANSWERS = {
  Problem: {
    ...fields(
      {
        type: { type: 'string', format: 'uri' },
        title: text,
        status: { type: 'integer' },
        code: oneOfWords(PROBLEM_CODES),
        detail: text,
        instance: { type: 'string', format: 'uri', description: 'The id of the request, as in the log' },
        errors: listOf(
          fields({
            field: {
              type: 'string',
              description: 'Path in the body, a header or a parameter; empty: the whole',
            },
            code: text,
          }),
        ),
      },
      ['detail'],
    ),
    description: 'Problem details (RFC 9457)',
  },
  SignIn: fields({ userId: text }),
  Session: fields({
    userId: text,
    roles: listOf(oneOfWords(ROLES)),
    unitId: text,
    boardId: orNull(text),
    providerId: orNull(text),
  }),
  Directory: fields({
    users: listOf(
      fields({
        userId: text,
        roles: listOf(oneOfWords(ROLES)),
        unitId: text,
        boardId: orNull(text),
        providerId: orNull(text),
        title: inBoth,
      }),
    ),
    roles: listOf(fields({ role: oneOfWords(ROLES), title: inBoth, explanation: inBoth })),
  }),
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
  FileFinding: fields({ ...found, ...perhaps }, Object.keys(perhaps)),
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
  Event: fields(told),
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
  Findings: fields({
    on: date,
    findings: listOf(
      fields({
        ...found,
        fileId: id,
        step: text,
        unitId: orNull(text),
        workerId: orNull(text),
        ...Object.fromEntries(Object.entries(perhaps).map(([name, schema]) => [name, orNull(schema)])),
      }),
    ),
    next: orNull(text),
  }),
  UnitStatus: fields({
    unitId: text,
    on: date,
    rows: listOf(
      fields({
        rule: text,
        step: text,
        workerId: orNull(text),
        counts: { type: 'object', additionalProperties: count },
        acknowledged: count,
      }),
    ),
  }),
  Rules: fields({
    rules: listOf(
      fields({
        id: text,
        title: inBoth,
        reading: inBoth,
        severity: text,
        area: text,
        step: text,
        versions: listOf(
          fields(
            {
              version: count,
              inForceFrom: date,
              inForceTo: date,
              authority: text,
              source: fields({ document: text, quote: text, link: text }, ['link']),
              parameters: {
                type: 'object',
                additionalProperties: anyOf([amount, listOf(text)]),
              },
            },
            ['inForceTo'],
          ),
        ),
      }),
    ),
  }),
  Measures: fields({
    review: text,
    measuringDay: date,
    knownAt: orNull(moment),
    rows: listOf(
      fields({
        id: text,
        district: text,
        population: oneOfWords(['sample', 'year', 'reviewedWhole']),
        numerator: {
          ...orNull(amount),
          description: 'A count, the part of a share, or a mean; null: the note says why',
        },
        denominator: { ...orNull(count), description: 'Null for a count and for a mean' },
        percent: orNull(amount),
        published: fields({ num: orNull(amount), den: orNull(amount), pct: anyOf([amount, text, nothing]) }),
        agrees: orNull(flag),
        note: orNull(text),
        definitionVersion: count,
        text: fields({ title: inBoth, definition: inBoth, note: orNull(inBoth) }),
      }),
    ),
  }),
  ApiInfo: {
    ...fields({
      apiName: text,
      apiVersion: { ...text, pattern: '^\\d+\\.\\d+\\.\\d+$' },
      apiReleased: date,
      apiDocumentation: { ...text, format: 'uri-reference' },
      apiStatus: oneOfWords(API_STATUSES),
    }),
    description: 'As the national REST API profile has it',
  },
  Health: fields({ status: text }),
  JsonSchema: anything,
} as const satisfies Record<string, JsonSchema>;
