/**
 * The purpose of a read in the access log: to handle the case (handläggning), to follow up (uppföljning), to assure quality (kvalitetssäkring), to
 * supervise (tillsyn, granskning), to administer. Source: lag (2001:454) 10 §, förordning (2001:637) 12 §.
 */
export const ACCESS_PURPOSES = ['handling', 'followUp', 'quality', 'supervision', 'administration'] as const;
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

/** The purpose with this name; undefined if there is none. */
export const purposeNamed = (text: string): AccessPurpose | undefined =>
  ACCESS_PURPOSES.find((purpose) => purpose === text);
