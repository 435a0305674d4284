import { shape as s, type Shaped } from '@rt/domain';
import { ROLES } from '@rt/identity';
import { PROBLEM_CODES } from '../http/problem';
import { ACCESS_LOG_ANSWERS } from './access-log-answers';
import { API_STATUSES } from './api-info';
import { DRAFT_ANSWERS } from './draft-answers';
import { FILE_ANSWERS } from './file-answers';
import { FORM_ANSWERS } from './form-answers';
import { JOB_ANSWERS } from './job-answers';
import { LIST_ANSWERS } from './list-answers';
import { REVIEW_ANSWERS } from './review-answers';
import { RULE_ANSWERS } from './rule-answers';

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
  Subscriptions: s.fields({
    digest: s.fields({
      hour: s.described(s.orNull(s.integer()), 'The hour in Sweden from which the mail comes; null: no mail'),
      to: s.described(s.orNull(s.text()), 'Where it is sent; null: no mail can be sent'),
    }),
    calendar: s.fields({ since: s.orNull(s.instant()) }),
  }),
  CalendarAddress: s.fields({
    path: s.described(s.text(), 'The secret address on this server. It is shown once'),
    since: s.instant(),
  }),
  ...RULE_ANSWERS,
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
    legalBases: s.described(
      s.listOf(
        s.fields({
          measure: s.text(),
          law: s.fields({ statute: s.text(), section: s.text() }),
          title: s.inBoth(),
          from: s.day(),
          to: s.orNull(s.day()),
        }),
      ),
      'Which statute and section go with which measure, from the first day through the last',
    ),
  }),
  JsonSchema: s.anything(),
  ...FORM_ANSWERS,
  ...FILE_ANSWERS,
  ...ACCESS_LOG_ANSWERS,
  ...LIST_ANSWERS,
  ...REVIEW_ANSWERS,
  ...JOB_ANSWERS,
  ...DRAFT_ANSWERS,
};

export type AnswerName = keyof typeof ANSWERS;
/** The type of an answer, from its schema. */
export type Answer<N extends AnswerName> = Shaped<(typeof ANSWERS)[N]>;
