/** What a reader beyond the own assignment may say that the file is read for. */
export const STATED_PURPOSES = ['handling', 'followUp', 'quality', 'supervision', 'administration'] as const;
export type StatedPurpose = (typeof STATED_PURPOSES)[number];

export const stated = (purpose: StatedPurpose | undefined) =>
  purpose === undefined ? {} : { 'X-Purpose': purpose };
