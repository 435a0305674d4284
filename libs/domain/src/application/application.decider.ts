import { all, endNotBeforeStart, knownMeasure } from '../checks';
import { accept, refuse, type Deciders, type Verdict } from '../decider';
import type { Applicant, ApplicationEvent } from './application.events';

export const applicationDeciders: Deciders<ApplicationEvent> = {
  ApplicationReceived: (command, situation) =>
    all(knownMeasure(command, situation), oneApplicant(command.data.applicant)),
  ApplicationWithdrawn: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(
      file.get('application', data.applicationId)?.created.occurredOn,
      occurredOn,
      'occurredOn',
    ),
};

/** The applicant is one of three: the person, a representative or a party. The id may be null if the file does not know them. */
const oneApplicant = ({ kind, representativeId, partyId }: Applicant): Verdict =>
  (representativeId !== null && kind !== 'representative') || (partyId !== null && kind !== 'party')
    ? refuse('EXACTLY_ONE', 'data.applicant')
    : accept;
