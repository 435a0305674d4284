import { RULE_SCOPES, shape as s, type Shaped } from '@rt/domain';
import { ROLES } from '@rt/identity';
import { AUTHORITIES, RULE_KINDS } from '@rt/rules';
import { PROBLEM_CODES } from '../http/problem';
import { ACCESS_LOG_ANSWERS } from './access-log-answers';
import { API_STATUSES } from './api-info';
import { FILE_ANSWERS } from './file-answers';
import { FORM_ANSWERS } from './form-answers';
import { JOB_ANSWERS } from './job-answers';
import { LIST_ANSWERS } from './list-answers';
import { REVIEW_ANSWERS } from './review-answers';

const AUTHORITY = s.oneOf(AUTHORITIES);

/** The parameters of a rule by their names: numbers, or lists of words. */
const PARAMETERS = s.byName(s.anyOf(s.amount(), s.listOf(s.text())));

const USER = {
  userId: s.text(),
  roles: s.listOf(s.oneOf(ROLES)),
  unitId: s.text(),
  boardId: s.orNull(s.text()),
  providerId: s.orNull(s.text()),
};

/** The schemas of all answers. */
export const ANSWERS = {
  Problem: s.described(
    s.fields(
      {
        type: s.uri(),
        title: s.text(),
        status: s.integer(),
        code: s.oneOf(PROBLEM_CODES),
        instance: s.described(s.uri(), 'The id of the request, as in the log'),
        errors: s.listOf(
          s.fields(
            {
              field: s.described(s.text(), 'Path in the body, a header or a parameter; empty: the whole'),
              code: s.text(),
              text: s.described(
                s.text(),
                'What would be right, with the label of the field, in the reader’s language',
              ),
            },
            {
              allowed: s.described(s.listOf(s.text()), 'What may stand there, where that is a list'),
              files: s.described(
                s.listOf(s.uuid()),
                'The files that it is about, as far as the reader may know',
              ),
            },
          ),
        ),
      },
      { detail: s.described(s.text(), 'The texts of the errors, one after the other') },
    ),
    'Problem details (RFC 9457). Title and texts are in the language of Content-Language, chosen by Accept-Language',
  ),
  SignIn: s.fields({ userId: s.text() }),
  Session: s.fields(USER),
  Directory: s.fields({
    users: s.listOf(s.fields({ ...USER, title: s.inBoth() })),
    units: s.listOf(s.fields({ unitId: s.text(), name: s.text() })),
    roles: s.listOf(s.fields({ role: s.oneOf(ROLES), title: s.inBoth(), explanation: s.inBoth() })),
  }),
  Rules: s.fields({
    rules: s.listOf(
      s.fields({
        id: s.text(),
        formerId: s.described(
          s.orNull(s.text()),
          'The id of the rule before it was renamed. Stored events may name it; requests may use it',
        ),
        kind: s.oneOf(RULE_KINDS),
        title: s.inBoth(),
        reading: s.inBoth(),
        severity: s.text(),
        area: s.text(),
        step: s.text(),
        whatToDo: s.inBoth(),
        settledBy: s.listOf(s.text()),
        parameters: s.described(
          PARAMETERS,
          'As they apply in the municipality today; boards and units may have others',
        ),
        restsOnLaw: s.described(
          s.flag(),
          'The law sets its duty. It cannot be paused, and a stored pause of it does not count',
        ),
        pauses: s.described(
          s.listOf(
            s.fields({
              scope: s.oneOf(RULE_SCOPES),
              scopeId: s.orNull(s.text()),
              from: s.day(),
              until: s.described(s.orNull(s.day()), 'The day from which the rule is in use again'),
            }),
          ),
          'The pauses that are stored, those that do not count too',
        ),
        versions: s.listOf(
          s.fields(
            {
              version: s.count(),
              inForceFrom: s.day(),
              authority: s.described(AUTHORITY, 'Who sets the duty'),
              source: s.fields({ document: s.text(), quote: s.text() }),
              parameters: PARAMETERS,
            },
            {
              inForceTo: s.day(),
              parameterAuthority: s.described(
                AUTHORITY,
                'Who sets the parameters of the version; absent where it has none',
              ),
            },
          ),
        ),
      }),
    ),
  }),
  ApiInfo: s.described(
    s.fields({
      apiName: s.text(),
      apiVersion: { ...s.text(), pattern: '^\\d+\\.\\d+\\.\\d+$' },
      apiReleased: s.day(),
      apiDocumentation: { ...s.text(), format: 'uri-reference' },
      apiStatus: s.oneOf(API_STATUSES),
    }),
    'As the national REST API profile has it',
  ),
  Health: s.fields({ status: s.text() }),
  CodeLists: s.fields({
    lists: s.described(
      s.byName(s.listOf(s.fields({ code: s.text(), label: s.inBoth() }))),
      'By name of the list, each in its order',
    ),
  }),
  JsonSchema: s.anything(),
  ...FORM_ANSWERS,
  ...FILE_ANSWERS,
  ...ACCESS_LOG_ANSWERS,
  ...LIST_ANSWERS,
  ...REVIEW_ANSWERS,
  ...JOB_ANSWERS,
};

export type AnswerName = keyof typeof ANSWERS;
/** The type of an answer, from its schema. */
export type Answer<N extends AnswerName> = Shaped<(typeof ANSWERS)[N]>;
