/** The description of a route for programmers of clients. */
import { applyDecorators, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { CALENDAR_TYPE, CSV_TYPE, Gives, JSON_TYPE, STREAM_TYPE } from '../http/media-types';
import { NoQuery } from '../http/no-query.guard';
import type { Parameter } from '../http/parameters';
import { statusOf, type ProblemCode } from '../http/problem';
import { READ_AFTER, ReadAfter } from '../http/read-after.interceptor';
import type { ComponentName } from './components';
import { PROBLEM_CONTENT } from './problem-content';

interface Header {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface OperationDescription {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  /** The ids in the path, in order. */
  readonly path?: Readonly<Record<string, Parameter<string>>>;
  readonly query?: Readonly<Record<string, Parameter<unknown>>>;
  readonly headers?: readonly Header[];
  readonly body?: ComponentName;
  readonly answer?: {
    readonly status?: number;
    readonly of?: ComponentName;
    readonly etag?: true;
    /** For some questions the answer is a job, with status 202. */
    readonly orJob?: true;
    /** The answer to a question that stores nothing, with status 200. */
    readonly orShows?: ComponentName;
    /** Also as CSV, to a reader who prefers `text/csv`. */
    readonly orCsv?: true;
    /** A calendar (RFC 5545). */
    readonly calendar?: true;
    /** Server-sent events, as in the HTML standard. */
    readonly stream?: true;
  };
  /** The problems beside those that every route may answer with. */
  readonly problems?: readonly ProblemCode[];
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  201: 'Stored',
  202: 'Accepted: the answer is fetched from the job, whose address is in Location',
  204: 'Done',
};

const EVERYWHERE: readonly ProblemCode[] = [
  'BAD_REQUEST',
  'TOO_MANY_REQUESTS',
  'FAULT',
  'STORE_UNUSABLE',
  'KEY_DAMAGED',
  'READ_MODELS_DAMAGED',
  'READ_MODELS_BUSY',
  'DISK_FULL',
];

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Describes a route. The summary is in English. The description is in Swedish, with the words of case workers. */
export const Operation = (described: OperationDescription): MethodDecorator => {
  const { id, sv, en, path = {}, query = {}, headers = [], body, answer = {}, problems = [] } = described;
  const readsAfter = headers.some(({ name }) => name === READ_AFTER);
  const { status = 200, of, etag, stream, calendar, orJob, orShows, orCsv } = answer;
  const types = [
    ...(stream ? [STREAM_TYPE] : []),
    ...(calendar ? [CALENDAR_TYPE] : []),
    ...(of === undefined ? [] : [JSON_TYPE, ...(orCsv ? [CSV_TYPE] : [])]),
  ];
  const takesNone = Object.keys(query).length === 0;
  return applyDecorators(
    ...(takesNone ? [UseGuards(NoQuery)] : []),
    ...(readsAfter ? [UseInterceptors(ReadAfter)] : []),
    ...(types.length > 0 ? [Gives(types)] : []),
    ApiOperation({ operationId: id, summary: en, description: sv }),
    ...Object.entries(path).map(([name, { schema, description }]) => ApiParam({ name, schema, description })),
    ...Object.entries(query).map(([name, { schema, description }]) =>
      ApiQuery({
        name,
        schema,
        description,
        required: false,
        ...(schema.type === 'array' && { explode: false, style: 'form' }),
      }),
    ),
    ...headers.map((header) => ApiHeader(header)),
    ...(body === undefined ? [] : [ApiBody({ schema: ref(body), required: true })]),
    ApiResponse({
      status,
      description: DESCRIPTIONS[status] ?? 'The answer',
      ...(types.length > 0 && {
        content: Object.fromEntries(
          types.map((type) => [
            type,
            { schema: type === JSON_TYPE && of !== undefined ? ref(of) : { type: 'string' } },
          ]),
        ),
      }),
      ...(etag && {
        headers: { ETag: { description: 'The revision of the file', schema: { type: 'string' } } },
      }),
    }),
    ...(orJob
      ? [
          ApiResponse({
            status: 202,
            description: DESCRIPTIONS[202],
            content: { 'application/json': { schema: ref('Job') } },
          }),
        ]
      : []),
    ...(orShows === undefined
      ? []
      : [
          ApiResponse({
            status: 200,
            description: 'Nothing was stored',
            content: { 'application/json': { schema: ref(orShows) } },
          }),
        ]),
    ...byStatus([
      ...EVERYWHERE,
      ...(types.length > 0 ? (['NOT_ACCEPTABLE'] as const) : []),
      ...(takesNone ? (['INVALID_QUERY'] as const) : []),
      ...problems,
      ...(readsAfter ? (['NOT_READY'] as const) : []),
    ]).map(([problem, codes]) =>
      ApiResponse({
        status: problem,
        description: codes.join(', '),
        content: PROBLEM_CONTENT,
      }),
    ),
  );
};

const byStatus = (codes: readonly ProblemCode[]): readonly [number, readonly ProblemCode[]][] =>
  [...Map.groupBy(new Set(codes), statusOf)].sort(([a], [b]) => a - b);
