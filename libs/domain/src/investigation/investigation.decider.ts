import { all, endNotBeforeStart, knownLifeArea } from '../checks';
import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from '../decider';
import type { InvestigationEvent } from './investigation.events';

export const investigationDeciders: Deciders<InvestigationEvent> = {
  InvestigationCompleted: (command, situation) =>
    all(
      endNotBeforeStart(
        situation.file.get('investigation', command.data.investigationId)?.created.occurredOn,
        command.occurredOn,
        'occurredOn',
      ),
      knownAreas(command, situation),
    ),
  InvestigationRevised: (command, situation) => knownAreas(command, situation),
  /** Either it was communicated, or it was exempt for a reason, but not both. */
  CommunicationSent: ({ data: { answerBy, channel, exemption } }) =>
    exemption !== undefined && (channel !== undefined || answerBy !== undefined)
      ? refuse('EXACTLY_ONE', 'data.exemption')
      : accept,
};

const knownAreas = (
  { data, occurredOn }: Command<'InvestigationCompleted' | 'InvestigationRevised'>,
  situation: Situation,
): Verdict =>
  all(
    ...data.areas.map(({ area }, i) => knownLifeArea(area, occurredOn, situation, `data.areas[${i}].area`)),
  );
