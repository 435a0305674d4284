import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from '../decider';
import { comesBefore } from '../occurrence';
import type { CaseEvent } from './case.events';
import { caseTurns } from './case.facts';

export const caseDeciders: Deciders<CaseEvent> = {
  CaseClosed: (command, situation) => inTurn(command, situation),
  CaseReopened: (command, situation) => inTurn(command, situation),
};

/** In folding order, closings and reopenings must alternate, regardless of the order in which they are recorded. */
const inTurn = (command: Command<'CaseClosed' | 'CaseReopened'>, { file }: Situation): Verdict => {
  const theCase = file.get('case', command.data.caseId);
  if (!theCase) return accept;
  const turns = caseTurns(theCase);
  const before = turns.findLast((turn) => !comesBefore(command, turn));
  const after = turns.find((turn) => comesBefore(command, turn));
  const closing = command.type === 'CaseClosed';
  if ((before?.type ?? 'CaseReopened') !== command.type && after?.type !== command.type) return accept;
  return refuse(closing ? 'ALREADY_CLOSED' : 'NOT_CLOSED', 'occurredOn');
};
