import { Injectable } from '@nestjs/common';
import type { CaseId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import { FileAccess } from '../access/file-access';
import type { Grant } from '../access/grant';
import { withinReach } from '../access/reach';
import { ShownNames } from '../access/shown-names';
import type { Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { parametersOf, type Read } from '../http/parameters';
import type { Answer } from '../openapi/answers';
import { LoggedFilters } from './logged-filters';
import { wholeList } from './whole-list';
import {
  csvLinesMax,
  pageLinesMax,
  parametersOfList,
  type Asked,
  type Filters,
  type FoundPage,
  type ListRoute,
  type PageName,
} from './list-route';

/** The days of a question: the day that it is about, and the day on which the user has the files. */
interface Days {
  readonly on: LocalDate;
  readonly heldOn: LocalDate;
}

/**
 * Answers all list routes in the same way: reads the parameters, narrows the question to the user's reach, writes the access log before the query
 * runs, and adds the names that the user may see and the cursor of the next page.
 */
@Injectable()
export class Lists {
  constructor(
    private readonly access: FileAccess,
    private readonly names: ShownNames,
    private readonly logged: LoggedFilters,
  ) {}

  /**
   * @param find runs the query and returns the page
   * @param usualDay the day of the question where none is given; left out: today
   * @throws Problem INVALID_QUERY, NOT_ALLOWED; AccessNotLogged
   */
  async answer<F extends Filters, A extends PageName>(
    route: ListRoute<F, A>,
    visit: Visit,
    query: Readonly<Record<string, unknown>>,
    find: (asked: Asked<F> & Days, grant: Grant) => Promise<FoundPage<A>>,
    usualDay?: (given: Read<F>) => Promise<LocalDate | undefined>,
  ): Promise<Answer<A>> {
    const given = parametersOf(query, parametersOfList(route)) as Given & Readonly<Record<string, string>>;
    const { on: givenDay, limit, cursor, unit, worker, ...filters } = given;
    const on = givenDay ?? (await usualDay?.(given as unknown as Read<F>)) ?? this.access.today;
    const grant = this.access.grantFor(visit);
    const place = withinReach(visit.user, grant.reach, { unit, worker });
    if (place === undefined) throw await this.access.beyondReach(visit);
    const { sample, ...narrowed } = place;
    const asked = {
      on,
      heldOn: this.access.today,
      ...narrowed,
      ...(sample && { sampled: sample }),
      ...filters,
      limit: limit ?? route.limit[1],
      ...(cursor !== undefined && { cursor: decodeCursor(cursor, route.place) }),
    };
    const logged = Object.fromEntries(route.logged.map((name) => [name, filters[name]]));
    const scope = await this.logged.of(visit.user, {
      [route.log]: grant.reach,
      on,
      ...narrowed,
      ...logged,
      ...(visit.csv && { as: 'csv' }),
    });
    const { next, persons, caseLabels, ...found } = await this.access.list(visit, grant, scope, async () => {
      const ask = (page: object) => find({ ...asked, ...page } as unknown as Asked<F> & Days, grant);
      const page = await (visit.csv && limit === undefined
        ? wholeList(ask, route.lines, { linesMax: csvLinesMax, pageLines: pageLinesMax })
        : ask({}));
      const lines = linesOf(route, page);
      return { ...page, ...(await this.names.of(visit.user, lines)) };
    });
    return {
      on,
      ...found,
      persons,
      caseLabels,
      next: next === undefined ? null : encodeCursor(next),
    } as unknown as Answer<A>;
  }
}

interface Given {
  readonly on?: LocalDate;
  readonly unit?: UnitId;
  readonly worker?: UserId;
  readonly limit?: number;
  readonly cursor?: string;
}

const linesOf = ({ lines }: Pick<ListRoute, 'lines'>, page: object): Lines =>
  (page as Readonly<Record<string, Lines>>)[lines] ?? [];

type Lines = readonly { readonly fileId: FileId; readonly caseId?: CaseId | null }[];
