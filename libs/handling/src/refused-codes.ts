import { ERASURE_OBSTACLES, type RefusalCode } from '@rt/domain';

/** The codes of refusals that do not come from the domain. */
export const HANDLING_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_FIELD',
  'NOT_JSON',
  'UNSTORABLE_TEXT',
  'TOO_DEEP',
  'TOO_LARGE',
  'NOT_ALLOWED',
  'NOT_OF_THE_BOARD',
  'NOT_OF_THE_UNIT',
  'NOT_A_CASE_WORKER',
  'STANDS_IN_FOR_SELF',
  'UNKNOWN_ABSENCE',
  'PERSON_HAS_FILE',
  'CASE_NUMBER_TAKEN',
  'KEY_REUSED',
  'CONFLICT',
  'REVISION_MISMATCH',
  'FILE_ERASED',
  'SCOPE_INCOMPLETE',
  'UNKNOWN_RULE',
  'RULE_RESTS_ON_LAW',
  ...ERASURE_OBSTACLES,
] as const;
export type RefusedCode = RefusalCode | (typeof HANDLING_CODES)[number];
