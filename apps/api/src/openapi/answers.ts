import { RULE_SCOPES } from '@rt/domain';
import type { JsonSchema } from '@rt/handling';
import { ROLES } from '@rt/identity';
import { AUTHORITIES } from '@rt/rules';
import { PROBLEM_CODES } from '../http/problem';
import { API_STATUSES } from './api-info';
import { FILE_ANSWERS } from './file-answers';
import { FORM_ANSWERS } from './form-answers';
import { RULE_KIND } from './found-answers';
import { LIST_ANSWERS } from './list-answers';
import { REVIEW_ANSWERS } from './review-answers';
import {
  amount,
  anyOf,
  anything,
  count,
  date,
  fields,
  flag,
  inBoth,
  listOf,
  oneOfWords,
  orNull,
  text,
} from './schema-words';

const AUTHORITY = oneOfWords(AUTHORITIES);

/** The parameters of a rule by their names: numbers, or lists of words. */
const PARAMETERS = { type: 'object', additionalProperties: anyOf([amount, listOf(text)]) } as const;

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
  Rules: fields({
    rules: listOf(
      fields({
        id: text,
        formerId: {
          ...orNull(text),
          description:
            'The id of the rule before it was renamed. Stored events may name it; requests may use it',
        },
        kind: RULE_KIND,
        title: inBoth,
        reading: inBoth,
        severity: text,
        area: text,
        step: text,
        whatToDo: inBoth,
        settledBy: listOf(text),
        parameters: {
          ...PARAMETERS,
          description: 'As they apply in the municipality today; boards and units may have others',
        },
        restsOnLaw: {
          ...flag,
          description: 'The law sets its duty. It cannot be paused, and a stored pause of it does not count',
        },
        pauses: {
          ...listOf(
            fields({
              scope: oneOfWords(RULE_SCOPES),
              scopeId: orNull(text),
              from: date,
              until: { ...orNull(date), description: 'The day from which the rule is in use again' },
            }),
          ),
          description: 'The pauses that are stored, those that do not count too',
        },
        versions: listOf(
          fields(
            {
              version: count,
              inForceFrom: date,
              inForceTo: date,
              authority: { ...AUTHORITY, description: 'Who sets the duty' },
              parameterAuthority: {
                ...AUTHORITY,
                description: 'Who sets the parameters of the version; absent where it has none',
              },
              source: fields({ document: text, quote: text }),
              parameters: PARAMETERS,
            },
            ['inForceTo', 'parameterAuthority'],
          ),
        ),
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
  ...FORM_ANSWERS,
  ...FILE_ANSWERS,
  ...LIST_ANSWERS,
  ...REVIEW_ANSWERS,
} as const satisfies Record<string, JsonSchema>;
