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

/** The fields of a setting beside its payload. */
const settingInput = {
  type: field.code(SETTING_TITLES, 'Inställning', 'Setting'),
  occurredOn: field.day('Beslutad', 'Decided on'),
  data: field.anyObject('Uppgifter', 'Particulars'),
};
export const SettingInputDto = dtoOf(settingInput, 'Setting');
export type SettingInputDto = Payload<typeof settingInput>;

export const isSetting = (type: string): type is RulesetEvent['type'] =>
  Object.hasOwn(rulesetVocabulary.events, type);

/** The title of a setting, and the class of its payload. */
export const settingOf = (type: RulesetEvent['type']): PayloadDefinition => {
  const { title, fields }: EventDeclaration = rulesetVocabulary.events[type];
  return { title, dto: dtoOf(fields, type) };
};
