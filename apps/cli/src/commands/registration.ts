import type { Command } from 'commander';
import type { Work } from '../run';

export type Run = <Options>(work: Work<Options>) => (...received: unknown[]) => Promise<void>;

/** Adds a command to the program. There is one file per command. */
export type Registration = (program: Command, run: Run) => void;
