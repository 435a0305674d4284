import type { FileId } from '@rt/domain';
import type { FileTexts } from '../file-texts';

type Hash = Pick<FileTexts, 'hash'>;

/**
 * Whether the identity of a file's person is protected, as a keyed hash. The file stands in it, so that the rows of two files never look the same; no
 * key of the file is needed to ask.
 */
export const protectionOf = ({ hash }: Hash, fileId: FileId, isProtected: boolean): string =>
  hash('protected-identity', JSON.stringify([fileId, isProtected]));

/** True unless the row says that the identity is not protected: a value that is neither hides the person. */
export const isProtectedBy = (
  by: Hash,
  { fileId, protection }: { readonly fileId: FileId; readonly protection: string },
): boolean => protection !== protectionOf(by, fileId, false);
