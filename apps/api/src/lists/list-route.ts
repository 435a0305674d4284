import { applyDecorators, Get, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { UnitId, UserId } from '@rt/domain';
import type { Permission } from '@rt/identity';
import { Access } from '../access/route-access';
import { cursor, whole, type Parameter, type Read } from '../http/parameters';
import type { Answer, AnswerName } from '../openapi/answers';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { CsvAnswer, LIST } from './csv-answer.interceptor';

/** The names of the answers that are pages of a list. */
export type PageName = {
  [N in AnswerName]: Answer<N> extends { readonly persons: object; readonly next: unknown } ? N : never;
}[AnswerName];

export type Filters = Readonly<Record<string, Parameter<unknown>>>;

/** A route that answers with a page of a list over many files. */
export interface ListRoute<F extends Filters = Filters, A extends PageName = PageName> {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly permission: Permission;
  /** The name of the list in the access log. */
  readonly log: string;
  /** The filters. `on`, `unit` and `worker` are the day and the place of the question. The query gets the others unchanged. */
  readonly filters: F;
  /** The filters that the access log stores beside the day and the place: codes and days. */
  readonly logged: readonly string[];
  /** The field of the answer with the lines. Each line has the id of its file. */
  readonly lines: string;
  /** A word for the lines, and the default number of lines on a page. */
  readonly limit: readonly [called: string, usual: number];
  /** The form of a place in the list, for checking a cursor. */
  readonly place: RegExp;
  readonly answer: A;
}

/** What the writing of an answer as CSV needs: the name of the file, and where the lines are. */
export interface CsvRoute {
  readonly log: string;
  readonly lines: string;
  readonly answer: AnswerName;
}

/** Makes the answer of a handler available as CSV. Its operation says `orCsv`. */
export const AsCsv = (route: CsvRoute): MethodDecorator =>
  applyDecorators(SetMetadata(LIST, route), UseInterceptors(CsvAnswer));

/** Declares a list route. The compiler derives the types of the filters from it. */
export const listRoute = <const F extends Filters, const A extends PageName>(
  route: ListRoute<F, A> & { readonly logged: readonly (keyof F)[]; readonly lines: keyof Answer<A> },
): ListRoute<F, A> => route;

/** The most lines of one answer as CSV. */
export const csvLinesMax = 10_000;
/** The most lines of a page. */
export const pageLinesMax = 500;

/** The query parameters of a page. */
export const pageOf = ({ limit: [called, usual] }: Pick<ListRoute, 'limit'>) => ({
  limit: whole(`${called} at most; left out: ${usual}`, 1, pageLinesMax),
  cursor: cursor('`next` of the answer before, to the same question'),
});

/** All query parameters of a list route. */
export const parametersOfList = <F extends Filters>(route: Pick<ListRoute<F>, 'filters' | 'limit'>) => ({
  ...route.filters,
  ...pageOf(route),
});

/** A question to a query: the filters, the place within the user's reach, and the page. */
export type Asked<F extends Filters> = Omit<Read<F>, 'on' | 'unit' | 'worker'> & {
  readonly unit?: UnitId;
  readonly worker?: UserId;
  readonly limit: number;
  readonly cursor?: string;
};

/** The result of a query: the answer without the parts that every list adds. */
export type FoundPage<A extends PageName> = Omit<Answer<A>, 'on' | 'persons' | 'caseLabels' | 'next'> & {
  readonly next?: string;
};

/** Makes a method the handler of a list route. */
export const List = (route: ListRoute): MethodDecorator => {
  const { id, sv, en, permission, answer } = route;
  return applyDecorators(
    Get(),
    Access(permission),
    AsCsv(route),
    Operation({
      id,
      sv: `${sv} Som CSV (text/csv): hela listan, högst ${csvLinesMax} rader; Link anger fortsättningen.`,
      en: `${en}. As CSV (text/csv): the whole list, at most ${csvLinesMax} lines; Link gives what follows`,
      query: parametersOfList(route),
      headers: [READ_AFTER_HEADER],
      answer: { of: answer, orCsv: true },
      problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
    }),
  );
};
