import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import type { Clock, EventStore } from '@rt/event-store';
import type { FileRepository } from '@rt/files';
import { HandlingModule } from '@rt/handling';
import {
  batchedWriter,
  Sessions,
  type AccessLog,
  type DemoDirectory,
  type SeenNotices,
  type SessionStore,
} from '@rt/identity';
import { InspectionModule } from '@rt/inspection';
import type { ReadDatabase } from '@rt/read-models';
import { createHmac, type KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { tableAuthorises } from './access/authorise';
import { Door } from './access/door';
import { SampledFiles } from './access/sampled-files';
import { ShownNames } from './access/shown-names';
import { EventsStream } from './events-stream/events-stream';
import { EventsStreamController } from './events-stream/events-stream.controller';
import { CasesController } from './cases/cases.controller';
import { FileAnswers } from './files/file-answers';
import { FilesController } from './files/files.controller';
import { FindingsController } from './findings/findings.controller';
import { HealthController } from './health/health.controller';
import { ProblemFilter } from './http/problem.filter';
import { RouteTable } from './http/route-table';
import { NoticesController } from './notices/notices.controller';
import { Metrics } from './observing/metrics';
import { OpenApiDocument } from './openapi/document';
import { OpenApiController } from './openapi/openapi.controller';
import {
  ACCESS_LOG,
  ACCESS_WRITER,
  CLOCK,
  DIRECTORY,
  EVENT_STORE,
  LOG,
  READ_DATABASE,
  SEEN_NOTICES,
} from './ports';
import { Projections } from './projections';
import { ReviewsController } from './reviews/reviews.controller';
import { RulesController } from './rules/rules.controller';
import { SchemasController } from './schemas/schemas.controller';
import { SearchController } from './search/search.controller';
import { SignedInGuard } from './session/signed-in.guard';
import { SessionController } from './session/session.controller';
import { UnitsController } from './units/units.controller';
import { WorklistController } from './worklist/worklist.controller';

/** What the server is given by the composition root. */
export interface ApiPorts {
  readonly store: EventStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly accessLog: AccessLog;
  readonly sessions: SessionStore;
  readonly seenNotices: SeenNotices;
  readonly directory: DemoDirectory;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly projections: Projections;
  readonly requestKey: KeyObject;
  /** Requests to one route that one address may make in a minute. */
  readonly requestsPerMinuteMax: number;
}

const minuteMs = 60_000;

@Module({})
export class ApiModule {
  static with(ports: ApiPorts): DynamicModule {
    const { store, files, db, accessLog, clock, requestKey } = ports;
    const sampled = new SampledFiles(store);
    const authorise = tableAuthorises(clock, sampled);
    const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
    return {
      module: ApiModule,
      imports: [
        DiscoveryModule,
        ThrottlerModule.forRoot([{ ttl: minuteMs, limit: ports.requestsPerMinuteMax }]),
        HandlingModule.with({ store, files, clock, authorise, requestKey, municipality: 'kommunen' }),
        InspectionModule.with({ store, files, db, clock, requestHash }),
      ],
      controllers: [
        SessionController,
        FilesController,
        FindingsController,
        WorklistController,
        CasesController,
        UnitsController,
        EventsStreamController,
        NoticesController,
        SearchController,
        ReviewsController,
        RulesController,
        SchemasController,
        OpenApiController,
        HealthController,
      ],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: READ_DATABASE, useValue: db },
        { provide: ACCESS_LOG, useValue: accessLog },
        { provide: ACCESS_WRITER, useValue: batchedWriter(accessLog) },
        { provide: CLOCK, useValue: clock },
        { provide: SEEN_NOTICES, useValue: ports.seenNotices },
        { provide: LOG, useValue: ports.log },
        { provide: DIRECTORY, useValue: ports.directory },
        { provide: Sessions, useValue: new Sessions(ports.sessions, clock) },
        { provide: SampledFiles, useValue: sampled },
        { provide: Projections, useValue: ports.projections },
        { provide: Metrics, useValue: ports.metrics },
        Door,
        ShownNames,
        FileAnswers,
        EventsStream,
        RouteTable,
        OpenApiDocument,
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: SignedInGuard },
        {
          provide: APP_FILTER,
          inject: [RouteTable],
          useFactory: (routes: RouteTable) => new ProblemFilter(ports.log, ports.metrics, routes),
        },
      ],
    };
  }
}
