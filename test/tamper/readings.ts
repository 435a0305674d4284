/** Everything that the command line reads from a data folder. */
import { rt } from '../faults/command-line';
import type { Place } from './base';
import { NOW, REVIEW, type SmallHouse } from './small-house';

export interface CommandReading {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** What each command printed, by its arguments. */
export type CommandReadings = ReadonlyMap<string, CommandReading>;

const COMMANDS = (house: SmallHouse): readonly (readonly string[])[] => [
  ...house.fileIds.slice(0, 3).map((fileId) => ['file', fileId]),
  ['replay', house.caseId, '--as-of', '2025-12-01', '--known-at', '2025-12-01'],
  ['findings'],
  ...[...new Set(house.held.map(({ unitId }) => unitId))].map((unitId) => ['status', '--unit', unitId]),
  ...house.held.slice(0, 1).map(({ userId }) => ['worklist', '--worker', userId ?? 'nobody']),
  ['indicators', REVIEW],
  ['sample', REVIEW, '--verify'],
];

/** CommandReadings differ in nothing between two runs over the same folder. */
export const readingsOf = async ({ data }: Place, house: SmallHouse): Promise<CommandReadings> => {
  const readings = new Map<string, CommandReading>();
  for (const args of COMMANDS(house))
    readings.set(args.join(' '), await rt([...args, '--json', '--data-dir', data], { now: NOW }));
  return readings;
};
