import {
  field,
  rulesetVocabulary,
  SETTING_TITLES,
  type EventDeclaration,
  type Payload,
  type RulesetEvent,
} from '@rt/domain';
import type { PayloadDefinition } from '../definitions';
import { dtoOf } from '../dto';

/** What stands around the payload of a setting. */
const settingInput = {
  type: field.code(SETTING_TITLES, 'Inställning', 'Setting'),
  occurredOn: field.day('Beslutad', 'Decided on'),
  data: field.anyObject('Uppgifter', 'Particulars'),
};
export const SettingInputDto = dtoOf(settingInput, 'Setting');
export type SettingInputDto = Payload<typeof settingInput>;

/** What a setting is called, and the class of its payload. */
export const settingOf = (type: RulesetEvent['type']): PayloadDefinition => {
  const { title, fields }: EventDeclaration = rulesetVocabulary.events[type];
  return { title, dto: dtoOf(fields, type) };
};
