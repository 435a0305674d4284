import { EVENT_TYPES } from '@rt/domain';

/** What can be recorded in a file that is open. The opening of a file is an event of its own making: what is handed in is the person. */
export const RECORDABLE = EVENT_TYPES.filter((type) => type !== 'PersonalFileOpened');
