/**
 * What something is read for, as the access log says it: to handle the case (handläggning), to follow up (uppföljning), to assure
 * quality (kvalitetssäkring), to supervise (tillsyn, granskning), to administer. Source: lag (2001:454) 10 §, förordning (2001:637) 12 §.
 */
export const ACCESS_PURPOSES = ['handling', 'followUp', 'quality', 'supervision', 'administration'] as const;
export type AccessPurpose = (typeof ACCESS_PURPOSES)[number];

/** The purpose that a text names, or undefined where it names none. */
export const purposeNamed = (text: string): AccessPurpose | undefined =>
  ACCESS_PURPOSES.find((purpose) => purpose === text);
