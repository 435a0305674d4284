/** Asks a served folder every question as users who signed in before the damage. */
import { randomUUID } from 'node:crypto';
import type { SmallHouse } from './small-house';
import { questionsOf, STREAM_AFTER, type Asker, type UsedHouse } from './questions';
import type { GivenAnswer, Question, Served } from './served';

export interface AskedAndAnswered {
  readonly question: Question;
  readonly answer: GivenAnswer;
}

const INSPECTOR = 'insp-1';

/** Answers that are refused in the untouched folder tell little, so only some of each kind are asked again. */
const refusedMax = 3;

export class Asking {
  private chosen: readonly Question[] = [];

  private constructor(
    private readonly house: SmallHouse,
    readonly askers: readonly Asker[],
    private readonly cookies: ReadonlyMap<string, string>,
  ) {}

  static async signIn(served: Served, house: SmallHouse): Promise<Asking> {
    const askers = askersOf(house);
    const cookies = new Map<string, string>();
    for (const { userId } of askers) {
      const { cookie } = await served.send('/api/v1/session', { method: 'POST', body: { userId } });
      cookies.set(userId, cookie as string);
    }
    return new Asking(house, askers, cookies);
  }

  /** A case worker who has files. */
  get worker(): Asker {
    return this.askers[0] as Asker;
  }

  /** A few readings, which leave entries in the access log. */
  get some(): readonly Question[] {
    return this.askers.flatMap(({ userId, unitId, purpose }) =>
      this.house.held
        .filter((file) => file.unitId === unitId)
        .map(({ fileId }) => ({
          userId,
          address: `/api/v1/files/${fileId}`,
          ...(purpose !== undefined && { purpose }),
        })),
    );
  }

  ask(served: Served, { userId, address, purpose }: Question): Promise<GivenAnswer> {
    const cookie = userId === undefined ? undefined : this.cookies.get(userId);
    return served.send(address, {
      ...(cookie !== undefined && { cookie }),
      headers: {
        // An answer that leads to pages names the host, and the port is another at each start.
        host: 'localhost',
        'last-event-id': STREAM_AFTER,
        ...(purpose !== undefined && { 'x-purpose': purpose }),
      },
    });
  }

  /** Lets the inspector ask a question that is answered by a job, and waits for the result. @returns the id of the job */
  async finishJob(served: Served, address: string): Promise<string> {
    const { text } = await this.ask(served, { userId: INSPECTOR, address });
    const { jobId } = JSON.parse(text) as { jobId: string };
    const ended = await this.ask(served, { userId: INSPECTOR, address: `/api/v1/jobs/${jobId}?wait=30` });
    if (!ended.text.includes('"done"')) throw new Error(`the job was not done: ${ended.text}`);
    return jobId;
  }

  /** @param method PUT: saves what the address names */
  async write(
    served: Served,
    userId: string,
    address: string,
    body: unknown,
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<string> {
    const { status, text } = await served.send(address, {
      method,
      cookie: this.cookies.get(userId) as string,
      headers: { 'idempotency-key': randomUUID() },
      body,
    });
    if (status >= 300) throw new Error(`${address}: ${status}`);
    return text;
  }

  /** Keeps of all questions those whose answers say something, from a copy of the untouched folder. */
  async choose(served: Served, house: UsedHouse): Promise<void> {
    const refused = new Map<string, number>();
    const all = questionsOf(served.description.paths, house, this.askers);
    this.chosen = (await this.askAll(served, all)).flatMap(({ question, answer: { status, code } }) => {
      if (status < 400) return [question];
      const kind = `${question.address.replace(/[0-9a-f]{8}-[-0-9a-f]{27}/, '')} ${code}`;
      refused.set(kind, (refused.get(kind) ?? 0) + 1);
      return (refused.get(kind) as number) <= refusedMax ? [question] : [];
    });
  }

  async askAll(served: Served, questions = this.chosen): Promise<readonly AskedAndAnswered[]> {
    const asked: AskedAndAnswered[] = [];
    for (const question of questions) asked.push({ question, answer: await this.ask(served, question) });
    return asked;
  }
}

/** A case worker with files in each of two units, the managers of all units with files, an inspector, and nobody. */
const askersOf = ({ held }: SmallHouse): readonly Asker[] => {
  const units = [...new Set(held.map(({ unitId }) => unitId))].sort();
  const workers = units.flatMap((unitId) => {
    const userId = held.find((file) => file.unitId === unitId && file.userId !== null)?.userId;
    return userId === null || userId === undefined ? [] : [{ userId, unitId }];
  });
  return [
    ...workers.slice(0, 2),
    ...units.map((unitId) => ({ userId: `ec-${unitId}`, unitId, purpose: 'quality' })),
    { userId: INSPECTOR, unitId: units[0] as string, purpose: 'supervision' },
  ];
};
