import {
  RULE_SCOPES,
  RULESET_EVENT_TYPES,
  type LifeAreaCode,
  type LocalDate,
  type Measure,
  type RuleScope,
  type RulesetEvent,
  type RuleParametersAdopted,
} from '@rt/domain';
import {
  AnyObject,
  Code,
  CodeWord,
  CodeWords,
  Day,
  Flag,
  Name,
  Part,
  Parts,
  PlainText,
  RuleId,
  Settings,
  ShortText,
  Statutes,
} from '../fields';
import type { Text } from '../text';

/** What stands around the payload of a setting. */
export class SettingInputDto {
  @Code(RULESET_EVENT_TYPES) type!: RulesetEvent['type'];
  @Day() occurredOn!: LocalDate;
  @AnyObject() data!: object;
}

class RuleSettingDto implements RuleScope {
  @Code(RULE_SCOPES) scope!: RuleScope['scope'];
  @Name('optional') scopeId?: string;
  @RuleId() ruleId!: string;
  @Day() from!: LocalDate;
}

export class RuleParametersAdoptedDto extends RuleSettingDto {
  @Settings() parameters!: RuleParametersAdopted['data']['parameters'];
}

export class RuleSuspendedDto extends RuleSettingDto {
  @PlainText() reason!: string;
}

export class RuleResumedDto extends RuleSettingDto {}

class TitleDto implements Text {
  @ShortText() sv!: string;
  @ShortText() en!: string;
}

class MeasureDto implements Measure {
  @CodeWord() code!: string;
  @Part(() => TitleDto) title!: TitleDto;
  @Statutes() statutes!: string[];
  @Flag() needsOrder!: boolean;
  @Flag() expenseAllowance!: boolean;
}

export class MeasuresAdoptedDto {
  @Day() from!: LocalDate;
  @Parts(() => MeasureDto, { min: 1 }) measures!: MeasureDto[];
}

export class LifeAreasAdoptedDto {
  @Day() from!: LocalDate;
  @CodeWords() lifeAreas!: LifeAreaCode[];
}
