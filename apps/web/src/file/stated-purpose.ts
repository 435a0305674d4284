import type { StatedPurpose } from './purposes';

/** What a colleague's file was opened for, while this page is loaded: its forms do not ask again. */
const purposes = new Map<string, StatedPurpose>();

export const rememberPurpose = (fileId: string, purpose: StatedPurpose): void => {
  purposes.set(fileId, purpose);
};

export const purposeStatedFor = (fileId: string): StatedPurpose | undefined => purposes.get(fileId);
