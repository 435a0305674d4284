import { EVENT_TYPES, UNIT_TITLES } from '@rt/domain';

/** The event types that can be recorded in an open file. A file is opened by another route, whose input is the person. */
export const RECORDABLE = EVENT_TYPES.filter((type) => type !== 'PersonalFileOpened');

/** The event types that can be recorded of a unit's work. */
export const RECORDABLE_IN_UNIT = [...UNIT_TITLES];
