import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KIM, fromApplicationToOrder, openCity, type City } from '../e2e/city.fixture';

/** One board: its users, its files, and a pattern for what only these files hold. */
export interface Board {
  readonly unit: string;
  readonly users: readonly string[];
  readonly fileIds: readonly string[];
  readonly orderIds: readonly string[];
  /** Matches every id and every text of the board's files. */
  readonly marks: RegExp;
}

export interface TwoBoards {
  readonly city: City;
  readonly boards: readonly [Board, Board];
}

const filesOfABoard = 8;

/** A city in which two boards have handled the same number of cases, each with its own names, notes and ids. */
export const openTwoBoards = async (): Promise<TwoBoards> => {
  const city = await openCity({
    requestsPerMinuteMax: 10_000_000,
    logLevel: 'error',
    // It stays noon, so every hour that is chosen has passed or not come: no mail is sent, and nobody listens there.
    mail: { smtp: 'smtp://127.0.0.1:9', from: 'rt@exempelstad.example', address: 'http://localhost:3000' },
  });
  city.onDay('2026-03-02');
  const boards = [await boardOf(city, 'farsta'), await boardOf(city, 'ostermalm')] as const;
  const inspector = city.person('insp-1');
  await inspector.writes('/reviews', PLAN);
  await city.person('godk-1').writes('/reviews/farsta-2026/approval', {});
  await inspector.writes('/reviews/farsta-2026/sample', { spoken: '4 6 1', spokenBy: 'godk-1' });
  return { city, boards };
};

/** The plan of a review of the first board's decisions; the inspector draws its sample. */
export const PLAN = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as object;

const boardOf = async (city: City, unit: string): Promise<Board> => {
  const worker = city.person(`hl-${unit}-1`);
  const text = `märke-${randomUUID()}`;
  const fileIds: string[] = [];
  const ids: string[] = [];
  const orderIds: string[] = [];
  for (let i = 0; i < filesOfABoard; i++) {
    const fileId = await worker.opensFile({ ...KIM, name: `Kim ${text}` });
    const { steps, ids: made } = fromApplicationToOrder(worker.userId);
    const recorded = await worker.records(fileId, steps);
    await worker.records(fileId, { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });
    fileIds.push(fileId);
    orderIds.push(made.orderId);
    ids.push(
      ...Object.values(made),
      ...(recorded.body.events as { eventId: string }[]).map((e) => e.eventId),
    );
  }
  return {
    unit,
    users: [worker.userId, `ec-${unit}`],
    fileIds,
    orderIds,
    marks: new RegExp([text, ...fileIds, ...ids].join('|')),
  };
};
