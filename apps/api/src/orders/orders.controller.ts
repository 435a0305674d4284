import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrderId } from '@rt/domain';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { parametersOf, uuid } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { PURPOSE, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { orderCompared } from './order-comparison';

const ASKED = { plan: uuid('Id of the plan to compare; left out: the newest plan for the order') };

/** Holds an order against the plans for it. */
@ApiTags('files')
@Controller('api/v1/files')
export class OrdersController {
  constructor(private readonly access: FileAccess) {}

  @Get(':fileId/orders/:orderId/comparison')
  @Access('file.read')
  @Operation({
    id: 'getOrderComparison',
    sv: 'Beställningen mot en plan, del för del: lika, ändrat, saknas och tillagt, med vilka ord och belopp.',
    en: 'An order against a plan, part by part: the same, changed, missing and added, with the words and amounts',
    path: { fileId: uuid('Id of the personal file'), orderId: uuid('Id of the order') },
    query: ASKED,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'OrderComparison' },
    problems: ['NOT_ALLOWED', 'PURPOSE_REQUIRED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED', 'INVALID_QUERY'],
  })
  async compare(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Param('orderId') orderId: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'OrderComparison'>> {
    const { plan } = parametersOf(query, ASKED);
    const { file, today } = await this.access.openFile(visit, given, 'comparison');
    const order = file.file.get('order', orderId as OrderId);
    const compared = order && orderCompared(file.file, order, plan, today);
    if (compared === undefined) throw new Problem('NOT_FOUND');
    return { fileId: file.fileId, on: today, revision: file.revision, ...compared };
  }
}
