import type { Command } from 'commander';
import type { Work } from '../run';

export type Run = <Options>(work: Work<Options>) => (...received: unknown[]) => Promise<void>;

/** Puts a command on the program. One file per command. */
export type Registration = (program: Command, run: Run) => void;
