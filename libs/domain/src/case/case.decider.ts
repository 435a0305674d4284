import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from '../decider';
import type { CaseEvent } from './case.events';

export const caseDeciders: Deciders<CaseEvent> = {
  CaseClosed: (command, situation) => inTurn(command, situation),
  CaseReopened: (command, situation) => inTurn(command, situation),
};

/** Closing and reopening take turns, whatever the order in which they are recorded. On one day the one recorded last is the later. */
const inTurn = (command: Command<'CaseClosed' | 'CaseReopened'>, { file }: Situation): Verdict => {
  const theCase = file.get('case', command.data.caseId);
  if (!theCase) return accept;
  const turns = [...theCase.since('CaseClosed'), ...theCase.since('CaseReopened')].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.revision - b.revision,
  );
  const before = turns.findLast((turn) => turn.occurredOn <= command.occurredOn);
  const after = turns.find((turn) => turn.occurredOn > command.occurredOn);
  const closing = command.type === 'CaseClosed';
  if ((before?.type ?? 'CaseReopened') !== command.type && after?.type !== command.type) return accept;
  return refuse(closing ? 'ALREADY_CLOSED' : 'NOT_CLOSED', 'occurredOn');
};
