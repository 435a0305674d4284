import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formerRuleId } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import { inForceAt, pausesOf, restsOnLaw, ruleOn, RULES } from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';

/** Lists the rules, with the numbers that the municipality has adopted and with their sources. */
@ApiTags('rules')
@Controller('api/v1/rules')
export class RulesController {
  constructor(
    private readonly access: FileAccess,
    private readonly settings: RulesetRepository,
  ) {}

  @Get()
  @Access('rules.read')
  @Operation({
    id: 'listRules',
    sv: 'Reglerna med rubrik, läsning och parametrar som de gäller i kommunen i dag, och källa, citat och förvalda parametrar i varje version.',
    en: 'The rules with title, reading and parameters as they apply in the municipality today, and source, quotation and default parameters of each version',
    answer: { of: 'Rules' },
  })
  async list(): Promise<Answer<'Rules'>> {
    const { ruleset } = inForceAt((await this.settings.load()).recorded);
    return {
      rules: RULES.map((rule) => {
        const { id, kind, severity, area, step, whatToDo, settledBy, versions } = rule;
        const { title, reading, parameters } = ruleOn(rule, ruleset, this.access.today);
        return {
          id,
          formerId: formerRuleId(id) ?? null,
          kind,
          title,
          reading,
          severity,
          area,
          step,
          whatToDo,
          settledBy,
          parameters,
          restsOnLaw: restsOnLaw(rule),
          pauses: pausesOf(ruleset, id).map(({ scope, scopeId, from, until }) => ({
            scope,
            scopeId: scopeId ?? null,
            from,
            until: until ?? null,
          })),
          versions,
        };
      }),
    };
  }
}
