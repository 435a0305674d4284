import {
  addDays,
  addMonths,
  nextWorkday,
  weekdaysAfter,
  type PartyId,
  type RepresentativeId,
} from '@rt/domain';
import type { Course, Handled } from '../course/course';
import type { FileWriter } from '../file-writer';
import { guardian } from '../people/people';
import { NOTES } from '../texts/execution.texts';

/** Registers a god man who represents the person in all matters, and receives the register extract that proves it. */
export const registerGuardian = (file: FileWriter): RepresentativeId => {
  const { openedOn } = file;
  const partyId = file.id<PartyId>();
  file.log('PartyRecorded', openedOn, { partyId, ...guardian(file.chance) });
  const representativeId = file.id<RepresentativeId>();
  file.log('RepresentativeRegistered', openedOn, {
    representativeId,
    partyId,
    kind: 'guardian',
    scope: ['all'],
    validFrom: openedOn,
  });
  const received = weekdaysAfter(openedOn, file.chance.whole(3, 12));
  file.log('RegisterExtractReceived', received, { representativeId, dated: addDays(received, -2) });
  return representativeId;
};

/** Records what belongs to a file besides the handling of the application: notes, the yearly questions, offers and information. */
export const writeBeside = (
  file: FileWriter,
  course: Course,
  handled: Handled,
  cohabits: readonly PartyId[],
): void => {
  const { chance, endsBefore } = file;
  const { caseId, decisionId, decidedOn } = handled;
  for (
    let day = addDays(decidedOn, chance.whole(10, 40));
    day < endsBefore;
    day = addDays(day, chance.whole(60, 160))
  )
    file.log('NoteWritten', nextWorkday(day), { text: chance.pick(NOTES) }, { caseId });
  for (let day = addDays(course.appliedOn, chance.whole(5, 15)); day < endsBefore; day = addMonths(day, 11)) {
    if (chance.happens(80)) file.log('ViolenceQuestionsAsked', nextWorkday(day), {});
    else
      file.log('ViolenceQuestionsNotSuitable', nextWorkday(day), {
        reason: chance.pick(['notAlone', 'health'] as const),
      });
  }
  if (course.act === 'lss' && course.outcome !== 'rejection' && chance.happens(50))
    file.log('IndividualPlanOffered', weekdaysAfter(decidedOn, 5), {
      decisionId,
      accepted: chance.happens(20),
    });
  for (const partyId of cohabits)
    if (chance.happens(50)) file.log('RelativeSupportInformed', weekdaysAfter(decidedOn, 3), { partyId });
};
