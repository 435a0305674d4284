import { addDays, asHistory, endOfDay } from '@rt/domain';
import { replayFile } from '@rt/rules';
import { benchRow, type BenchRow } from './bench-row';
import { believableHistory } from './histories';
import { median, milliseconds } from './timing';

const eventsInFile = 1_000;
const millisecondsMax = 10;
/** The first replays are not counted, because a server has usually been running for a long time. */
const warmUps = 20;
const replays = 100;

/** Replays a file of 1,000 events, already read and opened, as of days spread over its history, on both clocks, with the rules. */
export const benchReplay = async (): Promise<readonly BenchRow[]> => {
  const recorded = asHistory(believableHistory(1, eventsInFile));
  const first = recorded[0]?.occurredOn;
  if (first === undefined) throw new RangeError('a history without events');
  const times: number[] = [];
  for (let i = 0; i < warmUps + replays; i++) {
    const day = addDays(first, 1 + ((i * 131) % 1_200));
    const moment = { asOf: day, knownAt: endOfDay(addDays(day, 30)) };
    times.push(await milliseconds(async () => void replayFile(recorded, moment, [])));
  }
  const value = median(times.slice(warmUps));
  return [
    benchRow(
      `replay of a file with ${eventsInFile} events, ms`,
      value,
      millisecondsMax,
      millisecondsMax / value,
      1,
    ),
  ];
};
