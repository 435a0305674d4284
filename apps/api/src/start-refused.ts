import { WrongSetting } from '@rt/composition';
import { DataFolderUnusable } from '@rt/event-store';
import { PortTaken } from './port';

/** The exit code if the server cannot start for a reason that the operator can correct; undefined for a fault of the program. */
export const exitCodeOf = (error: unknown): number | undefined => {
  if (error instanceof WrongSetting || error instanceof PortTaken) return 2;
  return error instanceof DataFolderUnusable ? 3 : undefined;
};
