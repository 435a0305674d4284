import { all, asItIs, endNotBeforeStart, knownMeasure } from '../checks';
import type { Command, Deciders, Situation, Verdict } from '../decider';
import type { DecisionEvent } from './decision.events';

export const decisionDeciders: Deciders<DecisionEvent> = {
  DecisionMade: (command, situation) =>
    all(knownMeasure(command, situation), endNotBeforeStart(command.data.from, command.data.to, 'data.to')),
  DecisionServed: ({ data, occurredOn }) => endNotBeforeStart(occurredOn, data.receivedOn, 'data.receivedOn'),
  DecisionChanged: (command, situation) => newContent(command, situation),
  DecisionCorrected: (command, situation) => newContent(command, situation),
  AppealReceived: asItIs,
  AppealTimelinessChecked: asItIs,
  AppealForwarded: asItIs,
  AppealDecided: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(file.get('appeal', data.appealId)?.created.occurredOn, occurredOn, 'occurredOn'),
  ExpenseAllowanceDecided: asItIs,
  ExpenseAllowanceNotRelevant: asItIs,
  AdvanceDecisionMade: knownMeasure,
  AdvanceServiceAvailable: asItIs,
  AdvanceDecisionUsed: (command, situation) => endOfAdvanceDecision(command, situation),
  AdvanceDecisionLapsed: (command, situation) => endOfAdvanceDecision(command, situation),
};

const newContent = (
  command: Command<'DecisionChanged' | 'DecisionCorrected'>,
  situation: Situation,
): Verdict => {
  const { decisionId, from, to } = command.data;
  return all(
    knownMeasure(command, situation, situation.file.get('decision', decisionId)?.created.data.measure),
    endNotBeforeStart(from, to, 'data.to'),
  );
};

const endOfAdvanceDecision = (
  { data, occurredOn }: Command<'AdvanceDecisionUsed' | 'AdvanceDecisionLapsed'>,
  { file }: Situation,
): Verdict =>
  endNotBeforeStart(
    file.get('advanceDecision', data.advanceDecisionId)?.created.occurredOn,
    occurredOn,
    'occurredOn',
  );
