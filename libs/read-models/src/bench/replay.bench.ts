import { addDays, asHistory, endOfDay, type LocalDate } from '@rt/domain';
import { replayerOf, replayFile } from '@rt/rules';
import { benchRow, type BenchRow } from './bench-row';
import { believableHistory } from './histories';
import { median, milliseconds } from './timing';

const eventsInFile = 1_000;
const millisecondsMax = 10;
/** What a browser has for one picture at 60 a second. */
const frameMax = 16;
const daysDragged = 600;
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
  const dragged = await drag(recorded, first);
  return [
    row(`replay of a file with ${eventsInFile} events, ms`, median(times.slice(warmUps)), millisecondsMax),
    row(`both clocks of the next day of a file with ${eventsInFile} events, ms`, dragged, frameMax),
  ];
};

const row = (what: string, value: number, max: number): BenchRow =>
  benchRow(what, value, max, max / value, 1);

/** Moves along the history as a reader drags, day by day on both clocks. */
const drag = async (recorded: Parameters<typeof replayerOf>[0], first: LocalDate): Promise<number> => {
  const replayer = replayerOf(recorded, []);
  const times: number[] = [];
  for (let day = 1; day <= daysDragged; day++) {
    const asOf = addDays(first, day);
    times.push(
      await milliseconds(async () => {
        replayer({ asOf });
        replayer({ asOf, knownAt: endOfDay(asOf) });
      }),
    );
  }
  return median(times.slice(warmUps));
};
