import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ClockLeapt, DestructionHeldUp, HistoryDamaged } from '@rt/event-store';
import { Refused } from '@rt/handling';
import { AccessLogDamaged, AccessNotLogged } from '@rt/identity';
import { ReviewRefused } from '@rt/inspection';
import { ReadDatabaseBusy, ReadDatabaseDamaged } from '@rt/read-models';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { faultOf, unusableIn } from '../observing/fault';
import type { Metrics } from '../observing/metrics';
import type { Language } from '@rt/domain';
import { inLanguage, languageOf } from './language';
import { Problem, problemDetails, statusOf, type ProblemCode } from './problem';
import { FIELD_TEXTS, type ProblemField } from './problem-fields';
import { requestIdOf } from './request-id';
import type { RouteTable } from './route-table';

/** A client that waits so long finds the read models of a large municipality made anew. */
const madeAnewSeconds = 30;

const retryAfter = (seconds: number): Readonly<Record<string, string>> => ({
  'Retry-After': String(seconds),
});

interface Answer {
  readonly code: ProblemCode;
  readonly errors?: readonly ProblemField[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Turns every error into problem details (RFC 9457). An unexpected error becomes FAULT and is logged without its message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly metrics: Metrics,
    private readonly routes: RouteTable,
    private readonly usual: Language,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const requestId = requestIdOf(request);
    const { code, headers = {}, errors } = this.answerTo(error, request);
    if (statusOf(code) >= 500) this.log.error({ requestId, code, fault: faultOf(error) }, 'fault');
    this.metrics.problems.inc({ code });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = languageOf(request, this.usual);
    const problem = problemDetails(code, requestId, language, errors);
    inLanguage(response, language)
      .status(problem.status)
      .set(headers)
      .type('application/problem+json')
      .json(problem);
  }

  private answerTo(error: unknown, request: Request): Answer {
    if (error instanceof Problem) return { code: error.code, errors: error.errors, headers: error.headers };
    if (error instanceof Refused) return { code: error.code, errors: error.errors.map(shownField) };
    if (unusableIn(error)?.reason === 'full') return { code: 'DISK_FULL' };
    if (error instanceof AccessNotLogged) return { code: 'ACCESS_NOT_LOGGED' };
    if (error instanceof AccessLogDamaged) {
      this.metrics.accessLogDamaged.inc();
      return { code: 'ACCESS_LOG_DAMAGED' };
    }
    if (error instanceof HistoryDamaged) {
      this.metrics.historyDamaged.inc();
      return { code: error.code };
    }
    if (error instanceof ReadDatabaseDamaged)
      return { code: 'READ_MODELS_DAMAGED', headers: retryAfter(madeAnewSeconds) };
    if (error instanceof ReadDatabaseBusy) return { code: 'READ_MODELS_BUSY', headers: retryAfter(1) };
    if (error instanceof DestructionHeldUp) return { code: 'DESTRUCTION_HELD_UP' };
    if (error instanceof ClockLeapt) return { code: 'CLOCK_LEAPT' };
    if (unusableIn(error) !== undefined) return { code: 'STORE_UNUSABLE' };
    if (error instanceof ReviewRefused) return answerToReview(error);
    return this.answerToFramework(error, request);
  }

  /** Errors of Nest and of the body parser, by their status. Their messages quote the request, so they are not used. */
  private answerToFramework(error: unknown, request: Request): Answer {
    const status =
      error instanceof HttpException ? error.getStatus() : (error as { status?: unknown })?.status;
    switch (status) {
      case 400:
        return { code: typeOf(error) === 'entity.parse.failed' ? 'NOT_JSON' : 'BAD_REQUEST' };
      case 404: {
        const methods = this.routes.methodsOf(request.path);
        return methods.length === 0
          ? { code: 'NOT_FOUND' }
          : { code: 'METHOD_NOT_ALLOWED', headers: { Allow: methods.join(', ') } };
      }
      case 413:
        return { code: 'TOO_LARGE' };
      case 415:
        return { code: 'NOT_JSON_TYPE' };
      case 429:
        return { code: 'TOO_MANY_REQUESTS' };
      default:
        return { code: 'FAULT' };
    }
  }
}

/** The problem for a refusal of a review. The texts of the refusal repeat ids from the request, so they are not used. */
const answerToReview = ({ code, field = '' }: ReviewRefused): Answer => {
  switch (code) {
    case 'UNKNOWN_REVIEW':
    case 'NOT_PLANNED':
      return { code: 'NOT_FOUND' };
    case 'COMMAND_REUSED':
      return { code: 'KEY_REUSED', errors: [found('Idempotency-Key', 'KEY_REUSED')] };
    case 'CONFLICT':
    case 'TOO_LARGE':
      return { code };
    case 'PLAN_INVALID':
    case 'ALREADY_PLANNED':
    case 'NOT_DRAWN':
    case 'REVIEW_CLOSED':
    case 'NOT_APPROVED':
    case 'NOT_PROPOSED':
    case 'OWN_PLAN':
    case 'PLAN_OUTDATED':
    case 'DRAWS_NOTHING':
    case 'CONFIRM_NUMBER':
    case 'REACH_GREW':
    case 'SECOND_PERSON':
    case 'VALUE_LOST':
      return { code, errors: [found(field, code)] };
  }
};

const typeOf = (error: unknown): unknown => {
  const { type, cause } = error as { type?: unknown; cause?: { type?: unknown } };
  return type ?? cause?.type;
};

/** Two fields of the write side are headers in HTTP. */
const HEADER_OF: Readonly<Record<string, string>> = {
  idempotencyKey: 'Idempotency-Key',
  ifMatch: 'If-Match',
};
const shownField = ({ field, code, sv, en, allowed, files }: Refused['errors'][number]): ProblemField => ({
  field: HEADER_OF[field] ?? field,
  code,
  text: { sv, en },
  ...(allowed && { allowed }),
  ...(files && { files }),
});

const found = (field: string, code: keyof typeof FIELD_TEXTS): ProblemField => ({
  field,
  code,
  text: FIELD_TEXTS[code],
});
