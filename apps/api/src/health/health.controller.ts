import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { House, HouseStore } from '@rt/composition';
import type { Response } from 'express';
import { Access } from '../access/route-access';
import { Problem } from '../http/problem';
import { Metrics } from '../observing/metrics';
import { Operation } from '../openapi/operation';
import { EVENT_STORE, UNWRITABLE } from '../ports';
import { Projections } from '../projections/projections';

/** Answers the health checks of a monitoring system. The answers are numbers and contain nothing about people. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: HouseStore,
    @Inject(UNWRITABLE) private readonly unwritable: House['unwritable'],
    private readonly projections: Projections,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Access('health.read')
  @Operation({ id: 'live', sv: 'Processen svarar.', en: 'The process answers', answer: { of: 'Health' } })
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Access('health.read')
  @Operation({
    id: 'ready',
    sv: 'Händelselagret går att läsa, varje databas går att skriva i och listorna följer lagret.',
    en: 'The event store can be read, every database can be written in, and the read models follow the store',
    answer: { of: 'Health' },
    problems: ['NOT_READY'],
  })
  async ready() {
    try {
      await this.store.lastPosition();
    } catch {
      throw new Problem('NOT_READY', [{ field: '', code: 'eventStore' }]);
    }
    if (this.store.clockHasLeapt()) throw new Problem('NOT_READY', [{ field: '', code: 'clock' }]);
    const unwritable = await this.unwritable();
    if (unwritable.length > 0)
      throw new Problem(
        'NOT_READY',
        unwritable.map(({ file, reason }) => ({ field: file, code: reason })),
      );
    if (!this.projections.isFollowing) throw new Problem('NOT_READY', [{ field: '', code: 'readModels' }]);
    return { status: 'ready' };
  }

  @Get('metrics')
  @Access('metrics.read')
  @Operation({
    id: 'metrics',
    sv: 'Mätvärden i Prometheus textformat.',
    en: 'Metrics in Prometheus text format',
  })
  async measured(@Res() response: Response) {
    const { registry } = this.metrics;
    response.type(registry.contentType).send(await registry.metrics());
  }
}
