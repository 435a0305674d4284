import type { BoardId } from '@rt/domain';
import type { FileTexts } from '../file-texts';

/** What two files of a board should not share. */
export const SHARED_KINDS = ['person', 'caseNumber'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** The keyed hash of a personal number or a case number. The purpose is its own, so that it can be joined with no mark of a search. */
export const sharedMarkOf = (
  by: Pick<FileTexts, 'hash'>,
  boardId: BoardId,
  kind: SharedKind,
  text: string,
): string => by.hash('same-at-board', JSON.stringify([boardId, kind, text]));
