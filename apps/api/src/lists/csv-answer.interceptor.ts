import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Language } from '@rt/domain';
import type { Directory } from '@rt/identity';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { inLanguage, languageOf } from '../http/language';
import { CSV_TYPE, wantsCsv } from '../http/media-types';
import { DIRECTORY, LANGUAGE } from '../ports';
import { csvOf } from './csv';
import { csvColumnsOf, csvRowsOf } from './csv-columns';
import type { CsvRoute } from './list-route';

/** The metadata key for the list that a handler answers with. */
export const LIST = 'rt:list';

type Page = Parameters<typeof csvRowsOf>[1] & {
  readonly on?: string;
  readonly measuringDay?: string;
  readonly next?: string | null;
};

/** Gives the answer of a list route as CSV to a reader who prefers that. Where more follows than one answer holds, `Link` names the next. */
@Injectable()
export class CsvAnswer implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(LANGUAGE) private readonly usual: Language,
    @Inject(DIRECTORY) private readonly directory: Pick<Directory, 'units'>,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    response.vary('Accept');
    if (!wantsCsv(request)) return next.handle();
    const route = this.reflector.get<CsvRoute>(LIST, context.getHandler());
    return next.handle().pipe(map((answer) => this.asCsv(route, answer as Page, request, response)));
  }

  private asCsv(route: CsvRoute, answer: Page, request: Request, response: Response): string {
    const language = languageOf(request, this.usual);
    const lines = (answer as unknown as Readonly<Record<string, Page['lines']>>)[route.lines] ?? [];
    inLanguage(response, language)
      .attachment(`${route.log}-${answer.on ?? answer.measuringDay}.csv`)
      .type(`${CSV_TYPE}; charset=utf-8; header=present`);
    if (typeof answer.next === 'string') response.links({ next: nextAddress(request, answer.next) });
    const names = Object.fromEntries(this.directory.units.map(({ unitId, name }) => [unitId, name]));
    return csvOf(csvRowsOf(csvColumnsOf(route), { ...answer, lines }, { language, units: names }), language);
  }
}

const nextAddress = ({ originalUrl }: Request, cursor: string): string => {
  const url = new URL(originalUrl, 'http://localhost');
  url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
};
