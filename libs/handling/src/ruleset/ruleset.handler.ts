import type { KeyObject } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf, type Instant, type LocalDate, type RuleScope } from '@rt/domain';
import type { Clock, EventStore, NewEvent } from '@rt/event-store';
import { appendOnce, readWhole } from '../append-once';
import { checkedHead } from '../command-input';
import { AdoptSettings, recordAnswer, type RecordAnswer } from '../commands';
import { commandIdOf, idWithin, requestHashOf } from '../ids';
import { plainJson } from '../plain-json';
import { AUTHORISE, CLOCK, EVENT_STORE, MUNICIPALITY, REQUEST_KEY, type Authorise } from '../ports';
import { refusedFor } from '../refused';
import { checkedEvents, placeOf } from '../step-input';
import { SettingInputDto, settingOf } from './ruleset.dto';
import { rulesetStream } from './ruleset.configuration';

@CommandHandler(AdoptSettings)
export class AdoptSettingsHandler implements ICommandHandler<AdoptSettings> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    @Inject(MUNICIPALITY) private readonly municipality: string,
  ) {}

  async execute({ actor, idempotencyKey, input }: AdoptSettings): Promise<RecordAnswer> {
    checkedHead({ idempotencyKey });
    const body = plainJson(input);
    const settings = checkedEvents(SettingInputDto, (type) => settingOf(type).dto, body);
    if (!(await this.authorise.allows({ actor, permission: 'ruleset.adopt' })))
      throw refusedFor('NOT_ALLOWED', 'type');
    const today = dayOf(this.clock.now() as Instant);
    settings.forEach((setting, i) => refuseImpossible(setting, today, placeOf(i, settings.length)));
    const stream = rulesetStream(this.municipality);
    const commandId = commandIdOf(actor.userId, stream, idempotencyKey);
    const requestHash = requestHashOf(body, this.requestKey);
    const events = settings.map((setting, index): NewEvent => ({
      ...setting,
      id: idWithin(commandId, `${index}`),
      schemaVersion: 1,
      recordedBy: actor.userId,
      ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }),
      unitId: actor.unitId,
      origin: actor.origin,
      commandId,
      requestHash,
      correlationId: commandId,
    }));
    return recordAnswer(
      await appendOnce(this.store, {
        stream,
        commandId,
        requestHash,
        read: readWhole(this.store, stream),
        decide: () => Promise.resolve(events),
      }),
    );
  }
}

/** A setting may hold from any day; what was decided, and where it holds, must be known. */
const refuseImpossible = ({ occurredOn, data }: SettingInputDto, today: LocalDate, at: string): void => {
  const field = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (occurredOn > today) throw refusedFor('IN_THE_FUTURE', field('occurredOn'));
  const { scope, scopeId } = data as Partial<RuleScope>;
  if (scope !== undefined && (scope === 'municipality') !== (scopeId === undefined))
    throw refusedFor('SCOPE_INCOMPLETE', field('data.scopeId'));
};
