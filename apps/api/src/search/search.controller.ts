import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { visible, type BoardId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { kindOfTerm, type ReadDatabase } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { Problem } from '../http/problem';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { filesFor } from './found-files';

/** The number of searches that one user may make in a minute: many for a person, few for a program that tries numbers. */
export const searchesPerMinuteMax = 60;
export const termCharsMax = 100;

/** Searches for files to handle a case: by name, personal number or case number only, within the user's own board (förordning 2001:637 15 §). */
@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(
    private readonly access: FileAccess,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('search')
  @Throttle({ default: { limit: searchesPerMinuteMax, ttl: 60_000 } })
  @Operation({
    id: 'searchFiles',
    sv: 'Söker personakter inom den egna nämnden: på namn, personnummer eller ärendenummer. Det sökta står i kroppen, aldrig i en adress eller en logg.',
    en: 'Searches personal files within the own board: by name, personal number or case number. The term stands in the body, never in an address or a log',
    body: 'Search',
    headers: [READ_AFTER_HEADER],
    answer: { of: 'FoundFiles' },
    problems: [
      'NOT_ALLOWED',
      'ACCESS_NOT_LOGGED',
      'FOREIGN_ORIGIN',
      'NOT_JSON',
      'TOO_LARGE',
      'NOT_JSON_TYPE',
    ],
  })
  async search(@Visiting() visit: Visit, @Body() body: unknown) {
    const { user } = visit;
    const term = termIn(body);
    const grant = this.access.grantFor(visit);
    if (grant.reach !== 'board' || user.boardId === undefined) throw await this.access.beyondReach(visit);
    const asked = { user, boardId: user.boardId as BoardId, term, day: this.access.today };
    return this.access.search(visit, grant, kindOfTerm(term), () =>
      filesFor({ store: this.store, db: this.db }, asked),
    );
  }
}

/** The search term. @throws Problem BAD_REQUEST, which does not repeat it */
const termIn = (body: unknown): string => {
  const { term } = (body ?? {}) as { readonly term?: unknown };
  if (typeof term === 'string' && visible.test(term) && term.length <= termCharsMax) return term;
  throw new Problem('BAD_REQUEST', [{ field: 'term', code: 'term' }]);
};
