/** The greatest length of a field and of a list. They stop abuse; a user who types a text by hand does not reach them. */

/** For names, titles and headings, in code points. */
export const shortTextMax = 200;
/** For reasons and notes on one matter, in code points. */
export const textMax = 4_000;
/** For texts of an investigation and journal notes, in code points. */
export const longTextMax = 20_000;
/** For lists, in items: goals of an order, activities of a plan. */
export const itemsMax = 100;

/** A character that can be seen. A text of blanks, of zero-width characters or of blank letters of other scripts says nothing. */
export const visible = /[^\s\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u;
