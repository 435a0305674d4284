/** Every question that can be asked over HTTP: each GET route of the API with values that exist in the small house, by users of every role. */
import type { SmallHouse } from './small-house';
import { REVIEW } from './small-house';
import type { Question } from './served';

/** What the use of the house has left: a finished job of the inspector, drafts, and a calendar of a case worker. */
export interface LeftByUse {
  readonly jobId: string;
  /** A draft of the first asker in a file, and one of a file that is not opened yet. */
  readonly draftIds: readonly string[];
  /** The secret of the calendar's address. */
  readonly secret: string;
}

export interface UsedHouse extends SmallHouse, LeftByUse {}

/** A user, with the files to ask for. */
export interface Asker {
  readonly userId: string;
  readonly unitId: string;
  readonly purpose?: string;
}

/** The position after which a stream of events is asked for. */
export const STREAM_AFTER = '2';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const PAST = '2025-12-01';

/** Values for the parameters in the paths of the routes. */
const valuesOf = (
  house: UsedHouse,
  { userId, unitId }: Asker,
): Readonly<Record<string, readonly string[]>> => ({
  fileId: [...house.fileIds, house.erasedId, UNKNOWN],
  orderId: [house.orderId],
  unitId: [unitId],
  reviewId: [REVIEW],
  eventType: ['NoteWritten'],
  ruleId: ['plan-due'],
  jobId: [house.jobId],
  draftId: house.draftIds,
  userId: [userId],
  secret: [house.secret],
});

/** Queries that ask the same route otherwise. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/files/{fileId}/events': ['?limit=1000'],
  '/api/v1/files/{fileId}/replay': [`?asOf=${PAST}&knownAt=${PAST}T12:00:00.000Z`],
  '/api/v1/findings': ['?limit=500', `?on=${PAST}&limit=500&order=due`],
  '/api/v1/worklist': ['?limit=500&horizon=365'],
  '/api/v1/cases': ['?limit=500'],
  '/api/v1/notices': ['?show=all&limit=500', '?show=unseen&limit=500'],
  '/api/v1/reviews/{reviewId}/sample': ['?limit=500'],
};

/** Their answers are the same whoever asks: asked by one user. */
const SAME_FOR_ALL = new Set([
  '/api/v1/directory',
  '/api/v1/schemas/{eventType}',
  '/api/v1/api-info',
  '/health/ready',
  '/api/v1/calendar/{secret}',
]);

/**
 * Not asked. The answers are the program itself or numbers about the process; or a new job, which is the same question as `rt sample --verify` or `rt indicators`. The
 * result of a job that was there before is asked for.
 */
const NOT_ASKED = new Set([
  '/api/v1/reviews/{reviewId}/sample/verification',
  '/api/v1/reviews/{reviewId}/frame',
  '/api/v1/reviews/{reviewId}/indicators',
  '/api/v1/openapi.json',
  '/health/live',
  '/metrics',
]);

/** The routes of the access log come first, because what is asked before adds to their answers. */
const rank = (path: string): number => (path.includes('access') ? 0 : 1);

/**
 * @param paths of the description of the API
 * @throws Error for a parameter that has no value here
 */
export const questionsOf = (
  paths: Readonly<Record<string, object>>,
  house: UsedHouse,
  askers: readonly Asker[],
): readonly Question[] => {
  const asked = Object.entries(paths)
    .filter(([path, methods]) => 'get' in methods && !NOT_ASKED.has(path))
    .map(([path]) => path)
    .sort((a, b) => rank(a) - rank(b));
  return asked.flatMap((path) =>
    (SAME_FOR_ALL.has(path) ? askers.slice(0, 1) : askers).flatMap((asker) =>
      filled(path, valuesOf(house, asker)).flatMap((address) =>
        (QUERIES[path] ?? ['']).map((query) => ({
          userId: asker.userId,
          address: `${address}${query}`,
          ...(asker.purpose !== undefined && { purpose: asker.purpose }),
        })),
      ),
    ),
  );
};

const filled = (path: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  const known = values[name];
  if (known === undefined)
    throw new Error(`no value is known for {${name}} in ${path}: add one in questions.ts`);
  return known.flatMap((value) => filled(path.replace(whole, value), values));
};
