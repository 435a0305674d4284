import {
  weekdaysAfter,
  yearOf,
  type AssignmentId,
  type LocalDate,
  type PartyId,
  type PartyRelation,
  type Sex,
  type UserId,
} from '@rt/domain';
import type { FileWriter } from '../file-writer';
import { relativeOf } from '../people/people';

/** The people who live with the person. */
export type Home = 'alone' | 'relatives' | 'children';

/** Assigns the responsible case worker from the first day. */
export const assignWorker = (file: FileWriter): AssignmentId => {
  const assignmentId = file.id<AssignmentId>();
  const day = file.openedOn;
  file.log('CaseWorkerAssigned', day, {
    assignmentId,
    userId: file.workerOn(day),
    role: 'responsible',
    from: day,
  });
  return assignmentId;
};

/** Another case worker takes over and acknowledges the handover some days later. Steps recorded after that day are recorded by that worker. */
export const handOver = (file: FileWriter, assignmentId: AssignmentId, day: LocalDate): AssignmentId => {
  const next = file.chance.pick(file.district.workers.filter((userId) => userId !== file.workerOn(day)));
  const by: UserId = file.district.unitManager;
  file.log('CaseWorkerUnassigned', day, { assignmentId, reason: 'Byte av handläggare i enheten' }, { by });
  const nextId = file.id<AssignmentId>();
  file.log(
    'CaseWorkerAssigned',
    day,
    { assignmentId: nextId, userId: next, role: 'responsible', from: day },
    { by },
  );
  file.takeOver(next, day);
  file.log('HandoverAcknowledged', weekdaysAfter(day, file.chance.whole(1, 3)), { assignmentId: nextId });
  return nextId;
};

const COHABITING: readonly PartyRelation[] = [
  'spouse',
  'partner',
  'sibling',
  'child',
  'parent',
  'parent',
  'otherRelative',
];

/** Records a relative as a party of the file. */
export const recordRelative = (
  file: FileWriter,
  relation: PartyRelation,
  helps: boolean,
  sex?: Sex,
): PartyId => {
  const partyId = file.id<PartyId>();
  file.log('PartyRecorded', file.openedOn, {
    partyId,
    ...relativeOf(file.chance, file.person, relation, helps, sex),
  });
  return partyId;
};

/** Records the household on the first day. Returns the relatives who live with the person. */
export const recordHome = (file: FileWriter, home: Home): readonly PartyId[] => {
  const { chance, openedOn } = file;
  const withPartner = home === 'children' && chance.happens(60);
  const cohabits =
    home === 'relatives'
      ? [recordRelative(file, chance.pick(COHABITING), chance.happens(70))]
      : withPartner
        ? [recordRelative(file, chance.pick(['spouse', 'partner']), true)]
        : [];
  const minorChildren =
    home === 'children'
      ? Array.from({ length: chance.whole(1, 2) }, () => ({
          birthYear: yearOf(openedOn) - chance.whole(3, 14),
          partyId: null,
        }))
      : [];
  file.log('HouseholdRecorded', openedOn, { from: openedOn, cohabits, minorChildren });
  return cohabits;
};
