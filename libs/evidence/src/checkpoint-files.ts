import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { NotAProof } from '@rt/proof';
import { listsFormat, type CheckpointLists } from './checkpoint-lists';
import type { MadeCheckpoint } from './evidence';

/** The name of the file with the lists that belong to the file of a note. */
export const listsFileOf = (noteFile: string): string => `${noteFile}.json`;

/** A note that was read from a file, with its lists if their file is in the same folder. */
export interface CheckpointFiles {
  readonly note: string;
  readonly lists?: CheckpointLists;
}

/**
 * Writes a checkpoint as two files: the note, which every C2SP tool reads, and its lists. The note is written last, so a program that finds the note
 * finds the lists too. An existing file is not overwritten.
 * @throws the error of the file system
 */
export const writeCheckpointFiles = (
  file: string,
  { note, lists }: Pick<MadeCheckpoint, 'note' | 'lists'>,
): void => {
  writeNew(listsFileOf(file), `${JSON.stringify(lists, null, 1)}\n`);
  writeNew(file, note);
};

const writeNew = (file: string, text: string): void => {
  const handle = openSync(file, 'wx', 0o644);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** @throws NotAProof, or the error of the file system */
export const readCheckpointFiles = (file: string): CheckpointFiles => {
  const note = readFileSync(file, 'utf8');
  const lists = listsFileOf(file);
  return existsSync(lists) ? { note, lists: parsedLists(readFileSync(lists, 'utf8')) } : { note };
};

/** Keeps a checkpoint in one file of the data folder, in place of the one before. */
export const keepCheckpoint = (
  file: string,
  { note, lists }: Pick<MadeCheckpoint, 'note' | 'lists'>,
): void => {
  const next = `${file}.${randomUUID()}`;
  writeFileSync(next, JSON.stringify({ note, lists }), { mode: 0o600, flush: true });
  renameSync(next, file);
};

/** @throws the error of the file system, or SyntaxError */
export const readKeptCheckpoint = (file: string): CheckpointFiles =>
  JSON.parse(readFileSync(file, 'utf8')) as CheckpointFiles;

/** The checkpoint that `keepCheckpoint` kept; undefined if it cannot be read. Nothing in it is checked. */
export const keptCheckpointIn = (file: string): CheckpointFiles | undefined => {
  try {
    return readKeptCheckpoint(file);
  } catch {
    return undefined;
  }
};

const parsedLists = (text: string): CheckpointLists => {
  try {
    const lists = JSON.parse(text) as CheckpointLists;
    if (lists.format === listsFormat) return lists;
  } catch {
    // A file that is not JSON has no format field either; the error below covers both.
  }
  throw new NotAProof('the file beside the note holds no lists of a checkpoint');
};
