import { yearOf } from '../calendar';
import { accept, refuse, type Deciders } from '../decider';
import type { FileEvent } from './file.events';
import { diedOn } from './file.facts';

export const fileDeciders: Deciders<FileEvent> = {
  PersonalFileOpened: (_, { file }) => (file.opened ? refuse('FILE_ALREADY_OPEN', 'type') : accept),
  DeathRecorded: (_, { file }) => {
    const before = diedOn(file);
    return before === undefined ? accept : refuse('DEATH_RECORDED', 'type', { on: before });
  },
  HouseholdRecorded: ({ data }, { today }) => {
    const unborn = data.minorChildren.findIndex((child) => child.birthYear > yearOf(today));
    return unborn < 0 ? accept : refuse('IN_THE_FUTURE', `data.minorChildren[${unborn}].birthYear`);
  },
};
