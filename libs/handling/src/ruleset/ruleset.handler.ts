import type { KeyObject } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf, type Instant, type LocalDate, type RuleScope } from '@rt/domain';
import { appendOnce, wholeStream, type Clock, type EventStore, type StreamName } from '@rt/event-store';
import { checkedHead } from '../command-input';
import { labelAt } from '../dto-fields';
import { AdoptSettings, recordAnswer, type RecordAnswer } from '../commands';
import { commandIdOf, requestHashOf } from '../ids';
import { plainJson } from '../plain-json';
import { AUTHORISE, CLOCK, EVENT_STORE, REQUEST_KEY, RULESET_STREAM, type Authorise } from '../ports';
import { refusedFor } from '../refused';
import { refusedAppend } from '../refused-append';
import { checkedEvents, stepPath } from '../step-input';
import { SettingInputDto, settingOf } from './ruleset.dto';

@CommandHandler(AdoptSettings)
export class AdoptSettingsHandler implements ICommandHandler<AdoptSettings> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    @Inject(RULESET_STREAM) private readonly stream: StreamName,
  ) {}

  async execute({ actor, idempotencyKey, input }: AdoptSettings): Promise<RecordAnswer> {
    checkedHead({ idempotencyKey });
    const body = plainJson(input);
    const settings = checkedEvents(SettingInputDto, (type) => settingOf(type).dto, body);
    if (!(await this.authorise.allows({ actor, permission: 'ruleset.adopt' })))
      throw refusedFor('NOT_ALLOWED', 'type');
    const today = dayOf(this.clock.now() as Instant);
    settings.forEach((setting, i) => refuseImpossible(setting, today, stepPath(i, settings.length)));
    const { stream } = this;
    const commandId = commandIdOf(actor.userId, stream, idempotencyKey);
    const { userId: recordedBy, onBehalfOf, unitId, origin } = actor;
    const decided = settings.map((setting) => ({ ...setting, schemaVersion: 1 }));
    const appending = appendOnce(this.store, {
      stream,
      commandId,
      requestHash: requestHashOf(body, this.requestKey),
      author: { recordedBy, ...(onBehalfOf !== undefined && { onBehalfOf }), unitId, origin },
      read: async () => wholeStream(await this.store.readStream(stream)),
      decide: () => Promise.resolve(decided),
    });
    return recordAnswer(
      await appending.catch((error: unknown) => {
        throw refusedAppend(error);
      }),
    );
  }
}

/** A setting may apply from any day, but it may not have been decided in the future, and a setting for a board or a unit must name it. */
const refuseImpossible = (
  { type, occurredOn, data }: SettingInputDto,
  today: LocalDate,
  at: string,
): void => {
  const place = (path: string): string => (at === '' ? path : `${at}.${path}`);
  if (occurredOn > today)
    throw refusedFor('IN_THE_FUTURE', place('occurredOn'), {}, labelAt(SettingInputDto, 'occurredOn'));
  const { scope, scopeId } = data as Partial<RuleScope>;
  if (scope !== undefined && (scope === 'municipality') !== (scopeId === undefined))
    throw refusedFor('SCOPE_INCOMPLETE', place('data.scopeId'), {}, labelAt(settingOf(type).dto, 'scopeId'));
};
