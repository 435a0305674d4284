/** Limits of one request. A person who types never reaches them. */

/** The number of steps in one request. */
export const stepsMax = 50;
/** The first and the last day that a request may contain. */
export const firstDay = '1900-01-01';
export const lastDay = '2200-12-31';
/** The amount of an extent, in its own unit. */
export const amountMax = 100_000;
/** The depth of nested objects and lists. The request itself is at depth 1. */
export const depthMax = 12;
/** The number of values in one request. Objects and lists count too. */
export const valuesMax = 50_000;
export { itemsMax, longTextMax, shortTextMax, textMax } from '@rt/domain';
