import { readCheckpointFiles, type CheckpointFiles } from '@rt/evidence';
import { WrongUsage } from './exit';

/** The checkpoint that an option names, with its lists if they lie beside it. @throws WrongUsage */
export const readNote = (option: string, file: string): CheckpointFiles => {
  try {
    return readCheckpointFiles(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WrongUsage(`${option} ${file}: it cannot be read (${code ?? message})`);
  }
};
