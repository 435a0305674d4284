import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { House } from '@rt/composition';
import { modulesOf } from '@rt/composition/nest-modules';
import type { Language } from '@rt/domain';
import { batchedWriter, Sessions, type DemoDirectory } from '@rt/identity';
import type { Logger } from 'pino';
import { tableAuthorises } from './access/authorise';
import { AccessLogController } from './access-log/access-log.controller';
import { FileAccess } from './access/file-access';
import { shownFiles } from './access/shown-files';
import { ShownNames } from './access/shown-names';
import { EventsStream } from './events-stream/events-stream';
import { EventsStreamController } from './events-stream/events-stream.controller';
import { CodeListsController } from './code-lists/code-lists.controller';
import { CasesController } from './cases/cases.controller';
import { ContactCoverController } from './files/contact-cover.controller';
import { Drafts } from './drafts/drafts';
import { DraftsController } from './drafts/drafts.controller';
import { FileDraftsController } from './drafts/file-drafts.controller';
import { FileAnswers } from './files/file-answers';
import { FilesController } from './files/files.controller';
import { Previews } from './files/previews';
import { HeldFilesController } from './files/held-files.controller';
import { ReviewFindings } from './findings/review-findings';
import { FindingsController } from './findings/findings.controller';
import { HealthController } from './health/health.controller';
import { BodyGuard } from './http/body.guard';
import { AcceptGuard } from './http/media-types';
import { ProblemFilter } from './http/problem.filter';
import { RouteTable } from './http/route-table';
import { Jobs } from './jobs/jobs';
import { JobsController } from './jobs/jobs.controller';
import { LoggedFilters } from './lists/logged-filters';
import { Lists } from './lists/lists';
import type { Mailer } from './mail/mailer';
import { NoticesController } from './notices/notices.controller';
import { Metrics } from './observing/metrics';
import { OrdersController } from './orders/orders.controller';
import { OpenApiDocument } from './openapi/document';
import { OpenApiController } from './openapi/openapi.controller';
import {
  ACCESS_LOG,
  ACCESS_WRITER,
  CLOCK,
  DIRECTORY,
  DRAFTS,
  EVENT_STORE,
  LANGUAGE,
  LOG,
  MAILER,
  READ_DATABASE,
  SEEN_NOTICES,
  SUBSCRIPTIONS,
  UNWRITABLE,
} from './ports';
import { Projections } from './projections/projections';
import { PlannedReviews } from './reviews/planned-review';
import { ReviewsController } from './reviews/reviews.controller';
import { SamplesController } from './reviews/samples.controller';
import { RulesController } from './rules/rules.controller';
import { RulesetController } from './rules/ruleset.controller';
import { SchemasController } from './schemas/schemas.controller';
import { SearchController } from './search/search.controller';
import { RequestLimits } from './session/request-limits';
import { SignedInGuard } from './session/signed-in.guard';
import { SessionController } from './session/session.controller';
import { CalendarController } from './subscriptions/calendar.controller';
import { OwnWorklist } from './subscriptions/own-worklist';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';
import { UnitWorkController } from './units/unit-work.controller';
import { UnitsController } from './units/units.controller';
import { WorklistController } from './worklist/worklist.controller';

/** The parts that the server is made of. */
export interface ApiParts {
  readonly house: House;
  readonly directory: DemoDirectory;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly projections: Projections;
  readonly jobs: Jobs;
  /** Undefined: no mail is sent. */
  readonly mailer: Mailer | undefined;
  /** The number of requests per minute that one user may send to one route. */
  readonly requestsPerMinuteMax: number;
  /** The language of a reader who names none. */
  readonly language: Language;
}

@Module({})
export class ApiModule {
  static async with(parts: ApiParts): Promise<DynamicModule> {
    const { house, log, metrics } = parts;
    const { store, clock } = house;
    const accessLog = await house.accessLog();
    const accessWriter = batchedWriter(accessLog);
    const sessions = new Sessions(await house.sessions(), clock, {
      key: house.sessionKey,
      onForged: () => metrics.sessionsForged.inc(),
    });
    const db = await house.readModels();
    const limits = new RequestLimits(parts.requestsPerMinuteMax);
    return {
      module: ApiModule,
      imports: [
        DiscoveryModule,
        limits.module,
        ...(await modulesOf(house, tableAuthorises(clock, db, accessWriter), {
          shownFiles: shownFiles({ store, db, clock, accessLog: accessWriter }),
        })),
      ],
      controllers: [
        SessionController,
        HeldFilesController,
        FilesController,
        ContactCoverController,
        FileDraftsController,
        DraftsController,
        OrdersController,
        AccessLogController,
        FindingsController,
        WorklistController,
        SubscriptionsController,
        CalendarController,
        CasesController,
        UnitsController,
        UnitWorkController,
        EventsStreamController,
        NoticesController,
        SearchController,
        ReviewsController,
        SamplesController,
        JobsController,
        RulesController,
        RulesetController,
        SchemasController,
        CodeListsController,
        OpenApiController,
        HealthController,
      ],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: READ_DATABASE, useValue: db },
        { provide: ACCESS_LOG, useValue: accessLog },
        { provide: ACCESS_WRITER, useValue: accessWriter },
        { provide: CLOCK, useValue: clock },
        { provide: SEEN_NOTICES, useValue: await house.seenNotices() },
        { provide: SUBSCRIPTIONS, useValue: await house.subscriptions() },
        { provide: MAILER, useValue: parts.mailer },
        { provide: DRAFTS, useValue: await house.drafts() },
        { provide: UNWRITABLE, useValue: house.unwritable },
        { provide: LANGUAGE, useValue: parts.language },
        { provide: LOG, useValue: log },
        { provide: DIRECTORY, useValue: parts.directory },
        { provide: Sessions, useValue: sessions },
        { provide: Projections, useValue: parts.projections },
        { provide: Jobs, useValue: parts.jobs },
        PlannedReviews,
        ReviewFindings,
        { provide: Metrics, useValue: metrics },
        FileAccess,
        ShownNames,
        LoggedFilters,
        Lists,
        FileAnswers,
        Previews,
        OwnWorklist,
        Drafts,
        EventsStream,
        RouteTable,
        OpenApiDocument,
        { provide: RequestLimits, useValue: limits },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: AcceptGuard },
        { provide: APP_GUARD, useClass: BodyGuard },
        {
          provide: APP_FILTER,
          inject: [RouteTable],
          useFactory: (routes: RouteTable) => new ProblemFilter(log, metrics, routes, parts.language),
        },
      ],
    };
  }
}
