import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sessionIdIn, Sessions } from '@rt/identity';
import type { Request, Response } from 'express';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { storePosition } from '../http/parameters';
import { Problem } from '../http/problem';
import { Metrics } from '../observing/metrics';
import { LAST_EVENT_ID } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { LOOPBACK } from '../session/signed-in.guard';
import { EventsStream } from './events-stream';
import { OpenStream } from './open-stream';
import { STREAM_LIMITS, StreamSlots } from './stream-slots';

/** Streams news to a client as server-sent events, which contain ids only. */
@ApiTags('events-stream')
@Controller('api/v1/events-stream')
export class EventsStreamController {
  private readonly slots = new StreamSlots(STREAM_LIMITS);

  constructor(
    private readonly access: FileAccess,
    private readonly sessions: Sessions,
    private readonly stream: EventsStream,
    private readonly metrics: Metrics,
  ) {}

  @Get()
  @Access('events-stream.read')
  @Operation({
    id: 'listen',
    sv: 'Säger till när något har antecknats i en akt som man når, när en avisering har kommit och när ett nytt dygn har börjat. Bara id:n: sidan frågar igen.',
    en: 'Tells when something was recorded in a file one reaches, when a notice has come and when another day has begun. Ids alone: the page asks again',
    headers: [LAST_EVENT_ID],
    answer: { stream: true },
    problems: ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED', 'NOT_READY'],
  })
  async listen(@Visiting() visit: Visit, @Req() request: Request, @Res() response: Response): Promise<void> {
    const after = lastEventIdOf(request);
    const grant = this.access.grantFor(visit);
    if (!this.stream.takesMore) throw new Problem('NOT_READY', [{ field: '', code: 'closing' }]);
    const freeSlot = this.slots.take(visit.user.userId);
    whenClosed(response, freeSlot);
    await this.access.list(visit, grant, `events-stream=${grant.reach}`, async () => {
      const id = sessionIdIn(request.headers.cookie, LOOPBACK) as string;
      const session = this.sessions.watch(id, () => response.end());
      const stream = new OpenStream(visit.user, session, response, () => this.metrics.streamsCut.inc());
      const added = this.stream.add(stream, after);
      whenClosed(response, () => {
        session.stopWatching();
        this.stream.remove(stream);
      });
      await added;
      if (request.method === 'HEAD') stream.end();
    });
  }
}

/** Runs `work` when the response is closed, at once if it is closed already: a client can disconnect before its stream is open. */
const whenClosed = (response: Response, work: () => void): void => {
  if (response.closed) work();
  else response.once('close', work);
};

/** The last position that the browser received before. @throws Problem BAD_REQUEST */
const lastEventIdOf = ({ headers }: Request): string | undefined => {
  const given = headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  const read = typeof given === 'string' ? storePosition('').read(given) : undefined;
  if (read === undefined) throw new Problem('BAD_REQUEST', [{ field: LAST_EVENT_ID.name, code: 'position' }]);
  return read;
};
