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

/** Whoever asked is one: the person, a representative or a party, of whom the file may know nothing more (`null`). */
const oneApplicant = ({ kind, representativeId, partyId }: Applicant): Verdict =>
  (representativeId !== null && kind !== 'representative') || (partyId !== null && kind !== 'party')
    ? refuse('EXACTLY_ONE', 'data.applicant')
    : accept;
