import { readCheckpointFiles, type CheckpointFiles } from '@rt/evidence';
import { WrongUsage } from './exit';

/** Reads the checkpoint in the file of an option, with its lists if they are in the same folder. @throws WrongUsage */
export const readNote = (option: string, file: string): CheckpointFiles => {
  try {
    return readCheckpointFiles(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WrongUsage(`${option} ${file}: it cannot be read (${code ?? message})`);
  }
};
