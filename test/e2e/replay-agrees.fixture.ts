/** Asks a server for replays of a file, and the code of the pages for the same. */
import { isDeepStrictEqual } from 'node:util';
import { addDays, dayOf, endOfDay, factsOf, on, type Instant, type LocalDate } from '@rt/domain';
import type { Replay, ReplayMoment } from '@rt/rules';
import {
  replayerOfAnswers,
  type AnsweredEvent,
  type AnsweredSetting,
} from '../../apps/web/src/replay/answered';

/** Reads from the API as a signed-in user. */
export type AskingApi = (address: string) => Promise<unknown>;

interface Judged {
  readonly facts: object;
  readonly findings: readonly object[];
  readonly threads: readonly object[];
}

interface ReplayAnswer extends Judged {
  readonly events: readonly object[];
  /** The same day by what is known now. */
  readonly now: Judged;
}

export interface ComparedReplays {
  readonly events: number;
  readonly moments: number;
  /** Where the two said different things, with the first that differs. */
  readonly differences: readonly string[];
}

/** Random numbers that are the same in every run. */
export const numbersFrom = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

/**
 * Replays one file on both sides: on every day on which anything changes, the day before and the day after, as it was and as it was
 * known that day; and on random days, known on other random days.
 */
export const compareReplays = async (
  reading: AskingApi,
  { fileId, review }: { readonly fileId: string; readonly review: string },
  { settings, randomDays, seed }: { settings: readonly AnsweredSetting[]; randomDays: number; seed: number },
): Promise<ComparedReplays> => {
  const events: AnsweredEvent[] = [];
  for (let next: number | null = 0; next !== null;) {
    const page = (await reading(`/files/${fileId}/events?from=${next}&limit=1000`)) as {
      events: AnsweredEvent[];
      next: number | null;
    };
    events.push(...page.events);
    ({ next } = page);
  }
  const replayer = replayerOfAnswers(events, settings);
  const moments = momentsOf(events, settings, randomDays, numbersFrom(seed));
  const differences: string[] = [];
  const work = moments.values();
  const worker = async (): Promise<void> => {
    for (const { asOf, knownAt } of work) {
      const query = `asOf=${asOf}&knownAt=${knownAt}&review=${review}`;
      const there = (await reading(`/files/${fileId}/replay?${query}`)) as ReplayAnswer;
      const known = replayer({ asOf, knownAt });
      const parts = [
        ...differingParts(there, known),
        ...differingParts(there.now, replayer({ asOf })).map((part) => `now, ${part}`),
        ...(isSame(there.events.map(eventParts), known.events.map(eventParts)) ? [] : ['events']),
      ];
      if (parts.length > 0) differences.push(`${fileId} ${asOf} ${knownAt}: ${parts.join(', ')}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { events: events.length, moments: moments.length, differences };
};

const momentsOf = (
  events: readonly AnsweredEvent[],
  settings: readonly AnsweredSetting[],
  randomDays: number,
  draw: (sides: number) => number,
): readonly Required<ReplayMoment>[] => {
  const changing = [...events, ...settings].flatMap(({ occurredOn, recordedAt }) => [
    on(occurredOn),
    dayOf(recordedAt as Instant),
  ]);
  const days = [...new Set(changing.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
  const [first = on('2021-01-01')] = days;
  const somewhere = (): LocalDate => addDays(first, draw(1_500) - 30);
  return [
    ...days.map((day) => ({ asOf: day, knownAt: endOfDay(day) })),
    ...Array.from({ length: randomDays }, () => ({ asOf: somewhere(), knownAt: endOfDay(somewhere()) })),
  ];
};

const differingParts = (there: Judged, { file, findings, threads }: Replay): readonly string[] => {
  const here: Judged = { facts: factsOf(file), findings, threads };
  return (['facts', 'findings', 'threads'] as const).filter((part) => !isSame(there[part], here[part]));
};

/** The browser gets JSON, so what both sides say is compared as JSON. */
const isSame = (there: unknown, here: unknown): boolean =>
  isDeepStrictEqual(there, JSON.parse(JSON.stringify(here)));

const eventParts = (event: object): object => {
  const { id, eventId, occurredOn, occurredTime, caseId, data } = event as Record<string, unknown>;
  return [id ?? eventId, occurredOn, occurredTime ?? null, caseId ?? null, data];
};
