import type { Language, Text } from '@rt/domain';
import type { RefusedCode } from '@rt/handling';
import { FIELD_TEXTS, type FoundField, type ProblemField } from './problem-fields';

/** The problems beside the refusals of the write side, with their Swedish and English titles. A code never changes. */
const HTTP_PROBLEMS = {
  NOT_JSON: [400, 'Det som skickades är inte JSON.', 'The body is not JSON.'],
  INVALID_QUERY: [400, 'En parameter i frågan går inte att läsa.', 'A parameter cannot be read.'],
  IDEMPOTENCY_KEY_REQUIRED: [
    400,
    'Varje skrivning har ett eget namn: skicka Idempotency-Key med 1 till 200 tecken ur ASCII.',
    'A write names itself: send an Idempotency-Key of 1 to 200 ASCII characters.',
  ],
  PURPOSE_REQUIRED: [
    403,
    'Ange varför: läsningen går utanför det egna uppdraget och kräver X-Purpose.',
    'Say why: this read goes beyond your own assignment, so it needs X-Purpose.',
  ],
  BAD_REQUEST: [400, 'Begäran går inte att läsa.', 'The request cannot be read.'],
  NOT_SIGNED_IN: [401, 'Logga in först.', 'Sign in first.'],
  UNKNOWN_USER: [401, 'Det finns ingen sådan användare i katalogen.', 'The directory knows no such user.'],
  NOT_ALLOWED: [
    403,
    'Din roll och ditt uppdrag ger inte behörighet till detta, eller så finns akten inte.',
    'Your role and your relation do not allow this, or there is no such file.',
  ],
  FOREIGN_ORIGIN: [
    403,
    'En begäran som ändrar något tas inte emot från en annan webbplats.',
    'Requests that change something are not taken from other origins.',
  ],
  NOT_FOUND: [404, 'Här finns ingenting.', 'There is nothing here.'],
  NOT_DRAWN: [
    404,
    'Granskningen har inget urval ännu: dra det först.',
    'The review has no sample yet: draw it first.',
  ],
  METHOD_NOT_ALLOWED: [405, 'Adressen tar inte emot den metoden.', 'This address does not take that method.'],
  NOT_ACCEPTABLE: [
    406,
    'Svaret finns inte i den form som begäran tar emot.',
    'The answer does not exist in a form that the request accepts.',
  ],
  ALREADY_PLANNED: [
    409,
    'En granskning med det id:t är redan planerad på ett annat sätt: ge den nya planen ett eget id.',
    'A review with that id is planned already, in another way: give the new plan an id of its own.',
  ],
  REVIEW_CLOSED: [409, 'Granskningen är avslutad: planera en ny.', 'The review is closed: plan a new one.'],
  NO_MAIL: [
    409,
    'Härifrån går inga mejl till dig: servern har ingen mejlserver, eller katalogen ingen adress till dig.',
    'No mail goes from here to you: the server has no mail server, or the directory has no address of yours.',
  ],
  NOT_APPROVED: [
    409,
    'Granskningen är inte godkänd: en annan person än den som planerade godkänner den först.',
    'The review is not approved: another person than the planner approves it first.',
  ],
  NOT_PROPOSED: [
    409,
    'Ingen inspektör har föreslagit att granskningen avslutas.',
    'No inspector has proposed to close the review.',
  ],
  OWN_PLAN: [
    409,
    'Det här gör en annan person: det krävs två.',
    'Another person has to do this: it takes two.',
  ],
  PLAN_OUTDATED: [
    409,
    'Granskningen planerades med ett frö som någon valde: planera den på nytt.',
    'The review was planned with a seed that somebody chose: plan it anew.',
  ],
  DRAWS_NOTHING: [
    422,
    'Planen skulle inte dra något ärende: ingen grupp har något beslut att dra bland.',
    'The plan would draw no case: no stratum has a decision to draw among.',
  ],
  CONFIRM_NUMBER: [
    409,
    'Godkännandet ska ange hur många akter som granskas i sin helhet: antalet står i utsikten.',
    'The approval has to give the number of files that are reviewed whole: see the outlook.',
  ],
  REACH_GREW: [
    409,
    'Fler akter granskas i sin helhet än vad som godkändes: godkänn granskningen på nytt.',
    'More files are reviewed whole than were approved: approve the review anew.',
  ],
  SECOND_PERSON: [
    422,
    'Värdet sägs av en annan användare än den som planerade och den som drar urvalet.',
    'The value of the draw is said by another user than the planner and the one who draws.',
  ],
  VALUE_LOST: [
    409,
    'Granskningens förseglade värde är borta eller skadat: planera en ny granskning.',
    'The sealed value of the review is gone or damaged: plan a new review.',
  ],
  JOB_NOT_DONE: [
    409,
    'Jobbet har inget resultat: se hur långt det har kommit, eller fråga igen.',
    'The job has no result: see its state, or ask again.',
  ],
  DRAFT_RECORDED: [
    409,
    'Steget är redan antecknat: ett nytt utkast får ett eget id.',
    'The step is recorded already: give a new draft an id of its own.',
  ],
  DRAFTS_FULL: [
    409,
    'Du har så många utkast som får finnas: anteckna eller kasta ett först.',
    'You have as many drafts as there may be: record or discard one first.',
  ],
  REVISION_MISMATCH: [
    412,
    'Akten har ändrats sedan du läste den.',
    'The file has changed since you read it.',
  ],
  TOO_LARGE: [413, 'Det som skickades är för stort.', 'The body is too large.'],
  NOT_JSON_TYPE: [415, 'Skicka application/json.', 'Send application/json.'],
  PLAN_INVALID: [422, 'Planen går inte att genomföra.', 'The plan cannot be carried out.'],
  TOO_MANY_REQUESTS: [429, 'För många förfrågningar: vänta en stund.', 'Too many requests; wait a while.'],
  FAULT: [
    500,
    'Ett fel i programmet. Det som har bekräftats är sparat.',
    'A fault of the program. What was acknowledged is stored.',
  ],
  HISTORY_DAMAGED: [
    500,
    'Det som är sparat om detta är skadat eller ändrat utifrån och visas därför inte. Säg till administratören: `verify` säger vad som är fel.',
    'What is stored about this is damaged or has been changed, so it is not shown. Tell the administrator: `verify` says what is wrong.',
  ],
  KEY_DAMAGED: [
    503,
    'Nyckeln till det här är skadad, så det går varken att visa eller skriva i. Säg till administratören: `verify` säger vilken akt det är, och den senaste säkerhetskopian har nyckeln. Allt annat går att använda som vanligt.',
    'The key of this is damaged, so it can be neither shown nor written to. Tell the administrator: `verify` says which file it is, and the latest backup holds the key. Everything else can be used as before.',
  ],
  ACCESS_LOG_DAMAGED: [
    500,
    'Åtkomstloggen är skadad eller ändrad utifrån och visas därför inte. Säg till administratören: `verify` säger vad som är fel.',
    'The access log is damaged or has been changed, so it is not shown. Tell the administrator: `verify` says what is wrong.',
  ],
  DESTRUCTION_HELD_UP: [
    503,
    'Det är registrerat och ingen kan läsa anteckningen. En läsare håller ännu den sista kopian: skicka samma begäran igen för att se när den är borta.',
    'It is recorded, and nobody can read the entry. A reader still holds its last copy: send the same request again to learn when that is gone.',
  ],
  CLOCK_LEAPT: [
    503,
    'Serverns klocka har hoppat framåt, så inget antecknas. Säg till administratören: ställ klockan, eller bekräfta den med `rt clock --confirm`.',
    'The clock of the server has leapt forward, so nothing is recorded. Tell the administrator: set it right, or confirm it with `rt clock --confirm`.',
  ],
  DISK_FULL: [
    507,
    'Disken är full. Inget är sparat till hälften, och det som har bekräftats är sparat.',
    'The disk is full. Nothing was half stored; what was acknowledged is stored.',
  ],
  STORE_UNUSABLE: [
    503,
    'En databas går inte att använda just nu. Det som har bekräftats är sparat.',
    'A database cannot be used now. What was acknowledged is stored.',
  ],
  READ_MODELS_DAMAGED: [
    503,
    'Listorna är skadade och görs om från händelserna: fråga igen om en minut. Akterna går att läsa och skriva i som vanligt.',
    'The lists are damaged and are being made anew from the events; ask again in a minute. Files can be read and written as before.',
  ],
  READ_MODELS_BUSY: [
    503,
    'En annan process skriver i listorna: fråga igen om en sekund.',
    'Another process is writing to the lists; ask again in a second.',
  ],
  ACCESS_NOT_LOGGED: [
    503,
    'Åtkomstloggen går inte att skriva i, så inget lämnas ut.',
    'The access log cannot be written, so nothing is answered.',
  ],
  JOBS_FULL: [
    503,
    'Alla platser för långa frågor är upptagna: fråga igen om en minut.',
    'All places for long questions are taken; ask again in a minute.',
  ],
  NOT_READY: [503, 'Servern är inte redo.', 'The server is not ready.'],
} as const satisfies Record<string, readonly [status: number, sv: string, en: string]>;

export type ProblemCode = keyof typeof HTTP_PROBLEMS | RefusedCode;

/** A problem detail (RFC 9457), with a code that never changes and the fields it is about. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** The texts of the errors, one after the other. */
  readonly detail?: string;
  /** The id of the request, which is also in the log. */
  readonly instance: string;
  readonly errors: readonly ShownField[];
}

interface ShownField extends Omit<ProblemField, 'text'> {
  /** What would be right, in the reader's language. */
  readonly text: string;
}

/** A problem, thrown by controllers and their helpers. Neither fields nor codes repeat the request. */
export class Problem extends Error {
  override readonly name = 'Problem';

  readonly errors: readonly ProblemField[];

  constructor(
    readonly code: keyof typeof HTTP_PROBLEMS,
    errors: readonly FoundField[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(titleOf(code).en);
    this.errors = errors.map((error) => ({ text: FIELD_TEXTS[error.code], ...error }));
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
  THINGS_HANG_ON_IT: 422,
  BEFORE_1900: 422,
  CANNOT_BE_CORRECTED: 422,
  CANNOT_BE_REDACTED: 422,
  CANNOT_BE_RETRACTED: 422,
  CASE_CLOSED: 422,
  CASE_OPEN: 422,
  CASE_REQUIRED: 422,
  DEATH_RECORDED: 422,
  END_BEFORE_START: 422,
  ERASURE_PAUSED: 422,
  EXACTLY_ONE: 422,
  AT_LEAST_ONE: 422,
  FILE_PRESERVED: 422,
  INVALID_INPUT: 422,
  IN_THE_FUTURE: 422,
  KEPT_FIVE_YEARS: 422,
  KEY_REUSED: 422,
  PERSON_HAS_FILE: 409,
  CASE_NUMBER_TAKEN: 409,
  NOT_A_CASE_WORKER: 422,
  NOT_CLOSED: 422,
  NOT_OF_THE_BOARD: 422,
  NOT_OF_THE_UNIT: 422,
  RULE_RESTS_ON_LAW: 422,
  SCOPE_INCOMPLETE: 422,
  STANDS_IN_FOR_SELF: 422,
  UNKNOWN_ABSENCE: 422,
  UNKNOWN_CODE: 422,
  UNKNOWN_FIELD: 422,
  UNKNOWN_ID: 422,
  UNKNOWN_RULE: 422,
  UNSTORABLE_TEXT: 422,
  WRONG_CASE: 422,
};

/** All codes of refusals of the write side. */
const REFUSED_CODES = Object.keys(REFUSED_STATUS) as readonly RefusedCode[];

/** What a route that records events may answer with, beside its access. */
export const PROBLEMS_OF_A_WRITE = [
  'IDEMPOTENCY_KEY_REQUIRED',
  'FOREIGN_ORIGIN',
  'NOT_JSON_TYPE',
  'CLOCK_LEAPT',
  ...REFUSED_CODES,
] as const;

/** All codes of problems. */
export const PROBLEM_CODES = [
  ...new Set([...Object.keys(HTTP_PROBLEMS), ...REFUSED_CODES]),
] as readonly ProblemCode[];

export const statusOf = (code: ProblemCode): number =>
  code in HTTP_PROBLEMS
    ? HTTP_PROBLEMS[code as keyof typeof HTTP_PROBLEMS][0]
    : REFUSED_STATUS[code as RefusedCode];

const REFUSED_TITLE: Text = {
  sv: 'Det gick inte att genomföra, och inget är sparat.',
  en: 'The request was not carried out, and nothing was stored.',
};

const titleOf = (code: ProblemCode): Text => {
  if (!(code in HTTP_PROBLEMS)) return REFUSED_TITLE;
  const [, sv, en] = HTTP_PROBLEMS[code as keyof typeof HTTP_PROBLEMS];
  return { sv, en };
};

/** The problem in the reader's language. */
export const problemDetails = (
  code: ProblemCode,
  requestId: string,
  language: Language,
  errors: readonly ProblemField[] = [],
): ProblemDetails => {
  const shown = errors.map(({ text, ...error }) => ({ ...error, text: text[language] }));
  return {
    type: `urn:problem-type:roda-traden:${code.toLowerCase().replaceAll('_', '-')}`,
    title: titleOf(code)[language],
    status: statusOf(code),
    code,
    ...(shown.length > 0 && { detail: shown.map(({ text }) => text).join(' ') }),
    instance: `urn:uuid:${requestId}`,
    errors: shown,
  };
};
