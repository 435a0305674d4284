/** How much one field may say. Bounds, not styles: a person who writes by hand never meets them. */

/** Names, titles, headings: code points. */
export const shortTextMax = 200;
/** Reasons, notes on one matter: code points. */
export const textMax = 4_000;
/** The texts of an investigation, a journal note: code points. */
export const longTextMax = 20_000;
/** Items of one list: goals of an order, activities of a plan. */
export const itemsMax = 100;
