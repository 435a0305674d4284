import { WrongSetting } from '@rt/composition';
import { DataFolderUnusable, HistoryDamaged } from '@rt/event-store';
import { PortTaken } from './port';

/** The exit code if the server cannot start for a reason that the operator can correct; undefined for a fault of the program. */
export const exitCodeOf = (error: unknown): number | undefined => {
  if (error instanceof WrongSetting || error instanceof PortTaken) return 2;
  // The settings of the municipality are read at the start; a damaged file only refuses to be read.
  return error instanceof DataFolderUnusable || error instanceof HistoryDamaged ? 3 : undefined;
};
