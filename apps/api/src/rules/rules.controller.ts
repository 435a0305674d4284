import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RULES } from '@rt/rules';
import { Access } from '../access/route-access';
import { Operation } from '../openapi/operation';

/** What the rules say, and where it is written. */
@ApiTags('rules')
@Controller('api/v1/rules')
export class RulesController {
  @Get()
  @Access('rules.read')
  @Operation({
    id: 'listRules',
    sv: 'Reglerna med rubrik, läsning, källa, citat och parametrar i varje version.',
    en: 'The rules with title, reading, source, quotation and parameters of each version',
    answer: { of: 'Rules' },
  })
  list() {
    return {
      rules: RULES.map(({ id, title, reading, severity, area, step, settledBy, versions }) => ({
        id,
        title,
        reading,
        severity,
        area,
        step,
        settledBy,
        versions,
      })),
    };
  }
}
