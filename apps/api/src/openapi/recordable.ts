import { EVENT_TYPES } from '@rt/domain';

/** The event types that can be recorded in an open file. A file is opened by another route, whose input is the person. */
export const RECORDABLE = EVENT_TYPES.filter((type) => type !== 'PersonalFileOpened');
