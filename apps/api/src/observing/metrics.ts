import type { Lag, OpenByRule } from '@rt/read-models';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics of the server, for Prometheus. Labels are codes and route patterns, never ids or addresses. */
export class Metrics {
  readonly registry = new Registry();

  readonly requestSeconds = new Histogram({
    name: 'rt_http_request_seconds',
    help: 'Time from a request to its answer, in seconds',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  readonly appends = new Counter({
    name: 'rt_appends_total',
    help: 'Appends that were committed to the event store',
    registers: [this.registry],
  });

  readonly problems = new Counter({
    name: 'rt_problems_total',
    help: 'Requests that ended in problem details, by code; CONFLICT among them',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  readonly checkpoints = new Counter({
    name: 'rt_checkpoints_total',
    help: 'Checkpoints that were due, by outcome: made, or failed, which is an alarm',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly historyDamaged = new Counter({
    name: 'rt_history_damaged_total',
    help: 'Damaged or changed events and files that a projection or a request met; anything above 0 is an alarm: run verify',
    registers: [this.registry],
  });

  readonly keysDamaged = new Counter({
    name: 'rt_keys_damaged_total',
    help: 'Wrapped keys that do not open; what they seal is refused; anything above 0 is an alarm: run verify, and put the keys back from the latest backup',
    registers: [this.registry],
  });

  readonly accessLogDamaged = new Counter({
    name: 'rt_access_log_damaged_total',
    help: 'Reads that met a changed or missing entry of the access log; anything above 0 is an alarm: run verify',
    registers: [this.registry],
  });

  readonly sessionsForged = new Counter({
    name: 'rt_sessions_forged_total',
    help: 'Stored sessions that were changed or inserted from outside and ended therefore; anything above 0 is an alarm',
    registers: [this.registry],
  });

  readonly jobs = new Counter({
    name: 'rt_jobs_total',
    help: 'Long questions that have ended, by state: done, failed or interrupted',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });

  readonly jobsDamaged = new Counter({
    name: 'rt_jobs_damaged_total',
    help: 'Stored jobs or results that were changed from outside; they were removed',
    registers: [this.registry],
  });

  readonly draftsForged = new Counter({
    name: 'rt_drafts_forged_total',
    help: 'Stored drafts that were changed, inserted or moved from outside; they were removed; anything above 0 is an alarm',
    registers: [this.registry],
  });

  readonly seenMarksForged = new Counter({
    name: 'rt_seen_marks_forged_total',
    help: 'Marks of seen notices that were changed or inserted from outside and do not count therefore; anything above 0 is an alarm',
    registers: [this.registry],
  });

  readonly subscriptionsForged = new Counter({
    name: 'rt_subscriptions_forged_total',
    help: 'Subscriptions that were changed or inserted from outside and have ended therefore; anything above 0 is an alarm',
    registers: [this.registry],
  });

  readonly digests = new Counter({
    name: 'rt_digests_total',
    help: 'Mails of the day by outcome: sent, empty (nothing to do, so none was sent), refused by the mail server, or failed, which is tried again',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  readonly rowsLost = new Counter({
    name: 'rt_rows_lost_total',
    help: 'Seen notices, subscriptions, jobs or drafts that are gone and that nobody removed, by file; anything above 0 is an alarm: check the disk and who can write there',
    labelNames: ['file'] as const,
    registers: [this.registry],
  });

  readonly databasesMadeAnew = new Counter({
    name: 'rt_databases_made_anew_total',
    help: 'Damaged databases that were moved aside and made anew, by file; anything above 0 is an alarm: check the disk',
    labelNames: ['file'] as const,
    registers: [this.registry],
  });

  readonly readModelDifferences = new Counter({
    name: 'rt_read_model_differences_total',
    help: 'Rows of read models that were not what the events give and were made again; anything above 0 is an alarm',
    labelNames: ['table'] as const,
    registers: [this.registry],
  });

  readonly streamsCut = new Counter({
    name: 'rt_events_streams_cut_total',
    help: 'Open events streams that were cut off because their reader was too slow',
    registers: [this.registry],
  });

  /** @param open called at each read of the metrics */
  measureStreams(open: () => number): void {
    new Gauge({
      name: 'rt_events_streams_open',
      help: 'Browsers that listen to the events stream',
      registers: [this.registry],
      collect() {
        this.set(open());
      },
    });
  }

  /** @param openByRule called at each read of the metrics */
  measureFindings(openByRule: () => readonly OpenByRule[]): void {
    new Gauge({
      name: 'rt_findings_open',
      help: 'Findings that need attention, by rule, status today and whether the case is open or closed; counted at most once a minute, in the background',
      labelNames: ['rule', 'status', 'in_case'] as const,
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { rule, status, inCase, count } of openByRule())
          this.set({ rule, status, in_case: inCase }, count);
      },
    });
  }

  /** @param lagOfModels called at each read of the metrics */
  measureLag(lagOfModels: () => Promise<readonly Lag[]>): void {
    new Gauge({
      name: 'rt_read_model_lag_events',
      help: 'Events that a read model has not seen yet',
      labelNames: ['model'] as const,
      registers: [this.registry],
      async collect() {
        for (const { model, eventsBehind } of await lagOfModels()) this.set({ model }, eventsBehind);
      },
    });
  }
}
