import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formerRuleId, ruleIdNow, TITLES, type LocalDate } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import {
  exampleTables,
  inForceAt,
  parameterText,
  pausesOf,
  restsOnLaw,
  ruleOn,
  RULES,
  type Rule,
  type Ruleset,
} from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { designation } from '../http/parameters';
import { Problem } from '../http/problem';
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
    return { rules: RULES.map((rule) => ruleAnswer(rule, ruleset, this.access.today)) };
  }

  @Get(':ruleId')
  @Access('rules.read')
  @Operation({
    id: 'getRule',
    sv: 'En regel som den gäller i kommunen i dag, med sina exempel dag för dag.',
    en: 'A rule as it applies in the municipality today, with its examples day by day',
    path: { ruleId: designation('Id of the rule, or the id that it had before') },
    answer: { of: 'Rule' },
    problems: ['NOT_FOUND'],
  })
  async one(@Param('ruleId') ruleId: string): Promise<Answer<'Rule'>> {
    const rule = RULES.find(({ id }) => id === ruleIdNow(ruleId));
    if (rule === undefined) throw new Problem('NOT_FOUND');
    const { ruleset } = inForceAt((await this.settings.load()).recorded);
    const answer = ruleAnswer(rule, ruleset, this.access.today);
    return {
      ...answer,
      parameterTexts: Object.entries(answer.parameters).map(([name, value]) => parameterText(name, value)),
      settledByTitles: rule.settledBy.map((type) => TITLES[type]),
      examples: exampleTables(rule).map(({ rows, ...table }) => ({
        ...table,
        rows: rows.map(({ days, ...row }) => ({
          ...row,
          days: days.map(({ events, statuses }) => ({
            events: events.map((type) => ({ type, title: TITLES[type] })),
            statuses,
          })),
        })),
      })),
    };
  }
}

const ruleAnswer = (rule: Rule, ruleset: Ruleset, today: LocalDate): Answer<'Rules'>['rules'][number] => {
  const { id, kind, severity, area, step, whatToDo, settledBy, versions } = rule;
  const { title, reading, parameters } = ruleOn(rule, ruleset, today);
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
};
