import { DataFolderUnusable } from '@rt/event-store';
import { PortTaken } from './port';
import { WrongSetting } from './settings';

/** What the process ends with where it cannot start for a reason that somebody can do something about; undefined: a fault. */
export const exitCodeOf = (error: unknown): number | undefined => {
  if (error instanceof WrongSetting || error instanceof PortTaken) return 2;
  return error instanceof DataFolderUnusable ? 3 : undefined;
};
