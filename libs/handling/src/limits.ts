/** How much one request may say. Bounds, not styles: a person who writes by hand never meets them. */

/** Steps that are recorded together. */
export const stepsMax = 50;
/** The first and the last day that anything may speak of. */
export const firstDay = '1900-01-01';
export const lastDay = '2200-12-31';
/** An extent, in its own unit. */
export const amountMax = 100_000;
/** Objects and lists within each other, the request itself being the first. */
export const depthMax = 12;
/** Values in one request, objects and lists included. */
export const valuesMax = 50_000;
export { itemsMax, longTextMax, shortTextMax, textMax } from '@rt/domain';
