import { ruleIdNow, type Command, type Situation } from '@rt/domain';
import { entryOf } from './entry-said';
import type { KnownRule } from './ports';
import { refusedFor } from './refused';
import { stepLabelAt } from './step-input';

/** Refuses a judgement on a rule that the program does not have: it would have no effect. @throws Refused UNKNOWN_RULE */
export const refuseUnknownRule = (
  command: Command,
  situation: Situation,
  rules: readonly KnownRule[],
): void => {
  const { type, data, at } = entryOf(command, situation);
  if (type !== 'JudgementRecorded') return;
  const { ruleId } = data as { readonly ruleId: string };
  if (!rules.some(({ id }) => id === ruleIdNow(ruleId)))
    throw refusedFor('UNKNOWN_RULE', `${at}.ruleId`, {}, stepLabelAt(type, 'data.ruleId'));
};
