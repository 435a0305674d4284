import type { RefusedCode } from '@rt/handling';

/** An error in one field. The client has the texts. */
export interface ProblemField {
  readonly field: string;
  readonly code: string;
}

/** The problems beside the refusals of the write side. A code never changes. */
const HTTP_PROBLEMS = {
  NOT_JSON: [400, 'The body is not JSON.'],
  INVALID_QUERY: [400, 'A parameter cannot be read.'],
  IDEMPOTENCY_KEY_REQUIRED: [
    400,
    'A write names itself: send an Idempotency-Key of 1 to 200 ASCII characters.',
  ],
  PURPOSE_REQUIRED: [403, 'Say why: this read goes beyond your own assignment, so it needs X-Purpose.'],
  BAD_REQUEST: [400, 'The request cannot be read.'],
  NOT_SIGNED_IN: [401, 'Sign in first.'],
  UNKNOWN_USER: [401, 'The directory knows no such user.'],
  NOT_ALLOWED: [403, 'Your role and your relation do not allow this, or there is no such file.'],
  FOREIGN_ORIGIN: [403, 'Requests that change something are not taken from other origins.'],
  NOT_FOUND: [404, 'There is nothing here.'],
  NOT_DRAWN: [404, 'The review has no sample yet: draw it first.'],
  METHOD_NOT_ALLOWED: [405, 'This address does not take that method.'],
  ALREADY_PLANNED: [
    409,
    'A review with that id is planned already, in another way: give the new plan an id of its own.',
  ],
  REVIEW_CLOSED: [409, 'The review is closed: plan a new one.'],
  NOT_APPROVED: [409, 'The review is not approved: another person than the planner approves it first.'],
  NOT_PROPOSED: [409, 'No inspector has proposed to close the review.'],
  OWN_PLAN: [409, 'Another person has to do this: it takes two.'],
  PLAN_OUTDATED: [409, 'The review was planned with a seed that somebody chose: plan it anew.'],
  DRAWS_NOTHING: [422, 'The plan would draw no case: no stratum has a decision to draw among.'],
  CONFIRM_NUMBER: [
    409,
    'The approval has to give the number of files that are reviewed whole: see the outlook.',
  ],
  REACH_GREW: [409, 'More files are reviewed whole than were approved: approve the review anew.'],
  SECOND_PERSON: [
    422,
    'The value of the draw is said by another user than the planner and the one who draws.',
  ],
  VALUE_LOST: [409, 'The sealed value of the review is gone or damaged: plan a new review.'],
  JOB_NOT_DONE: [409, 'The job has no result: see its state, or ask again.'],
  REVISION_MISMATCH: [412, 'The file has changed since you read it.'],
  TOO_LARGE: [413, 'The body is too large.'],
  NOT_JSON_TYPE: [415, 'Send application/json.'],
  PLAN_INVALID: [422, 'The plan cannot be carried out.'],
  TOO_MANY_REQUESTS: [429, 'Too many requests; wait a while.'],
  FAULT: [500, 'A fault of the program. What was acknowledged is stored.'],
  HISTORY_DAMAGED: [
    500,
    'What is stored about this is damaged or has been changed, so it is not shown. Tell the administrator: `verify` says what is wrong.',
  ],
  ACCESS_LOG_DAMAGED: [
    500,
    'The access log is damaged or has been changed, so it is not shown. Tell the administrator: `verify` says what is wrong.',
  ],
  DESTRUCTION_HELD_UP: [
    503,
    'It is recorded, and nobody can read the entry. A reader still holds its last copy: send the same request again to learn when that is gone.',
  ],
  CLOCK_LEAPT: [
    503,
    'The clock of the server has leapt forward, so nothing is recorded. Tell the administrator: set it right, or confirm it with `rt clock --confirm`.',
  ],
  DISK_FULL: [507, 'The disk is full. Nothing was half stored; what was acknowledged is stored.'],
  STORE_UNUSABLE: [503, 'A database cannot be used now. What was acknowledged is stored.'],
  ACCESS_NOT_LOGGED: [503, 'The access log cannot be written, so nothing is answered.'],
  JOBS_FULL: [503, 'All places for long questions are taken; ask again in a minute.'],
  NOT_READY: [503, 'The server is not ready.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof HTTP_PROBLEMS | RefusedCode;

/** A problem detail (RFC 9457), with a code that never changes and the fields it is about. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  /** The id of the request, which is also in the log. */
  readonly instance: string;
  readonly errors: readonly ProblemField[];
}

/** A problem, thrown by controllers and their helpers. Neither fields nor codes repeat the request. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: keyof typeof HTTP_PROBLEMS,
    readonly errors: readonly ProblemField[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(HTTP_PROBLEMS[code][1]);
  }
}

/** The HTTP status of each refusal of the write side. 422: the request was understood, but is impossible or wrong. */
const REFUSED_STATUS: Readonly<Record<RefusedCode, number>> = {
  NOT_JSON: 400,
  NOT_ALLOWED: 403,
  FILE_NOT_OPEN: 404,
  FILE_ERASED: 404,
  CONFLICT: 409,
  FILE_ALREADY_OPEN: 409,
  ID_TAKEN: 409,
  REVISION_MISMATCH: 412,
  TOO_DEEP: 413,
  TOO_LARGE: 413,
  ALREADY_CLOSED: 422,
  ALREADY_RETRACTED: 422,
  BEFORE_1900: 422,
  CANNOT_BE_CORRECTED: 422,
  CANNOT_BE_REDACTED: 422,
  CANNOT_BE_RETRACTED: 422,
  CASE_CLOSED: 422,
  CASE_OPEN: 422,
  CASE_REQUIRED: 422,
  END_BEFORE_START: 422,
  ERASURE_PAUSED: 422,
  EXACTLY_ONE: 422,
  AT_LEAST_ONE: 422,
  FILE_PRESERVED: 422,
  INVALID_INPUT: 422,
  IN_THE_FUTURE: 422,
  KEPT_FIVE_YEARS: 422,
  KEY_REUSED: 422,
  NOT_CLOSED: 422,
  NOT_OF_THE_BOARD: 422,
  RULE_RESTS_ON_LAW: 422,
  SCOPE_INCOMPLETE: 422,
  UNKNOWN_CODE: 422,
  UNKNOWN_FIELD: 422,
  UNKNOWN_ID: 422,
  UNKNOWN_RULE: 422,
  UNSTORABLE_TEXT: 422,
  WRONG_CASE: 422,
};

/** All codes of refusals of the write side. */
export const REFUSED_CODES = Object.keys(REFUSED_STATUS) as readonly RefusedCode[];

/** All codes of problems. */
export const PROBLEM_CODES = [
  ...new Set([...Object.keys(HTTP_PROBLEMS), ...REFUSED_CODES]),
] as readonly ProblemCode[];

export const statusOf = (code: ProblemCode): number =>
  code in HTTP_PROBLEMS
    ? HTTP_PROBLEMS[code as keyof typeof HTTP_PROBLEMS][0]
    : REFUSED_STATUS[code as RefusedCode];

export const problemDetails = (
  code: ProblemCode,
  requestId: string,
  { detail, errors = [] }: { readonly detail?: string; readonly errors?: readonly ProblemField[] } = {},
): ProblemDetails => ({
  type: `urn:problem-type:roda-traden:${code.toLowerCase().replaceAll('_', '-')}`,
  title: code in HTTP_PROBLEMS ? HTTP_PROBLEMS[code as keyof typeof HTTP_PROBLEMS][1] : REFUSED_TITLE,
  status: statusOf(code),
  code,
  ...(detail !== undefined && { detail }),
  instance: `urn:uuid:${requestId}`,
  errors: errors.map(({ field, code: fieldCode }) => ({ field, code: fieldCode })),
});

const REFUSED_TITLE = 'The request was not carried out, and nothing was stored.';
