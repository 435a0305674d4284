import {
  addDays,
  addMonths,
  nextWorkday,
  weekdaysAfter,
  type LocalDate,
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
  return registerAsGuardian(file, partyId, openedOn);
};

/** Registers a party of the file as the god man, from a day. */
export const registerAsGuardian = (file: FileWriter, partyId: PartyId, day: LocalDate): RepresentativeId => {
  const representativeId = file.id<RepresentativeId>();
  file.log('RepresentativeRegistered', day, {
    representativeId,
    partyId,
    kind: 'guardian',
    scope: ['all'],
    validFrom: day,
  });
  const received = weekdaysAfter(day, file.chance.whole(3, 12));
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
  const { caseId, decidedOn } = handled;
  for (
    let day = addDays(decidedOn, chance.whole(10, 40));
    day < endsBefore;
    day = addDays(day, chance.whole(60, 160))
  )
    file.log('NoteWritten', nextWorkday(day), { text: chance.pick(NOTES) }, { caseId });
  for (let day = addDays(file.openedOn, chance.whole(5, 15)); day < endsBefore; day = addMonths(day, 11)) {
    if (course.violenceQuestions === 'onceOnly' && day > addDays(file.openedOn, 15)) break;
    if (chance.happens(80)) file.log('ViolenceQuestionsAsked', nextWorkday(day), {});
    else
      file.log('ViolenceQuestionsNotSuitable', nextWorkday(day), {
        reason: chance.pick(['notAlone', 'health'] as const),
      });
  }
  for (const partyId of cohabits)
    if (chance.happens(50)) file.log('RelativeSupportInformed', weekdaysAfter(decidedOn, 3), { partyId });
};
