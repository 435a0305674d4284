import type { KeyObject } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  dayOf,
  ruleIdNow,
  type Instant,
  type LocalDate,
  type RuleParametersAdopted,
  type RuleScope,
} from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { RulesetRepository } from '@rt/files';
import { checkedHead } from '../command-input';
import { labelAt } from '../dto-fields';
import { AdoptSettings, recordAnswer, type RecordAnswer } from '../commands';
import { authorOf, commandIdOf, requestHashOf } from '../ids';
import { plainJson } from '../plain-json';
import { AUTHORISE, CLOCK, KNOWN_RULES, REQUEST_KEY, type Authorise, type KnownRule } from '../ports';
import { refusedFor } from '../refused';
import { refusedAppend } from '../refused-append';
import { bodyLabels, checkedEvents, stepPath } from '../step-input';
import { isSetting, SettingInputDto, settingOf } from './ruleset.dto';

@CommandHandler(AdoptSettings)
export class AdoptSettingsHandler implements ICommandHandler<AdoptSettings> {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    private readonly ruleset: RulesetRepository,
    @Inject(KNOWN_RULES) private readonly rules: readonly KnownRule[],
  ) {}

  async execute({ actor, idempotencyKey, input }: AdoptSettings): Promise<RecordAnswer> {
    checkedHead({ idempotencyKey });
    const body = plainJson(
      input,
      bodyLabels(input, SettingInputDto, (type) => (isSetting(type) ? settingOf(type).dto : undefined)),
    );
    const settings = checkedEvents(SettingInputDto, (type) => settingOf(type).dto, body);
    if (!(await this.authorise.allows({ actor, permission: 'ruleset.adopt' })))
      throw refusedFor('NOT_ALLOWED', 'type');
    const today = dayOf(this.clock.now() as Instant);
    const appending = this.ruleset.append({
      commandId: commandIdOf(actor.userId, this.ruleset.stream, idempotencyKey),
      requestHash: requestHashOf(body, this.requestKey),
      author: authorOf(actor),
      decide: async () => {
        settings.forEach((setting, i) =>
          refuseImpossible(setting, today, this.rules, stepPath(i, settings.length)),
        );
        return settings.map((setting) => ({ ...setting, schemaVersion: 1 }));
      },
    });
    return recordAnswer(
      await appending.catch((error: unknown) => {
        throw refusedAppend(error);
      }),
    );
  }
}

/**
 * A setting may apply from any day, but it may not have been decided in the future. A setting for a board or a unit must name it. A setting of
 * a rule must name one that exists, and a rule that rests on law cannot be paused.
 */
const refuseImpossible = (
  { type, occurredOn, data }: SettingInputDto,
  today: LocalDate,
  rules: readonly KnownRule[],
  at: string,
): void => {
  const place = (path: string): string => (at === '' ? path : `${at}.${path}`);
  if (occurredOn > today)
    throw refusedFor('IN_THE_FUTURE', place('occurredOn'), {}, labelAt(SettingInputDto, 'occurredOn'));
  const { scope, scopeId, ruleId } = data as Partial<
    RuleScope & Pick<RuleParametersAdopted['data'], 'ruleId'>
  >;
  if (scope !== undefined && (scope === 'municipality') !== (scopeId === undefined))
    throw refusedFor('SCOPE_INCOMPLETE', place('data.scopeId'), {}, labelAt(settingOf(type).dto, 'scopeId'));
  if (ruleId === undefined) return;
  const rule = rules.find(({ id }) => id === ruleIdNow(ruleId));
  const label = labelAt(settingOf(type).dto, 'ruleId');
  if (rule === undefined) throw refusedFor('UNKNOWN_RULE', place('data.ruleId'), {}, label);
  if (rule.restsOnLaw && type === 'RuleSuspended')
    throw refusedFor('RULE_RESTS_ON_LAW', place('data.ruleId'), {}, label);
};
