import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import {
  fromApplicationToOrder,
  KIM,
  openCity,
  type CaseIds,
  type City,
  type CityUser,
} from '../e2e/city.fixture';

/** People of the city, who act and read over HTTP, and a clock that the test sets to a day. */
export interface Story {
  readonly city: City;
  onDay(day: string): void;
  caseWorker(userId: string): CaseWorker;
  manager(userId: string): Manager;
  inspector(userId: string): Inspector;
  close(): Promise<void>;
}

export const openStory = async (): Promise<Story> => {
  const city = await openCity();
  return {
    city,
    onDay: (day) => city.onDay(day),
    caseWorker: (userId) => new CaseWorker(city.person(userId)),
    manager: (userId) => new Manager(city.person(userId)),
    inspector: (userId) => new Inspector(city.person(userId), city.person('godk-1')),
    close: () => city.close(),
  };
};

/** One case and the file that it belongs to. */
export interface StoryCase extends CaseIds {
  readonly fileId: string;
}

interface Found {
  readonly rule: string;
  readonly status: string;
  readonly fileId?: string;
}

/** The events and findings of a replayed file. */
export interface Picture {
  readonly events: readonly string[];
  statusesOf(rule: string): readonly string[];
  /** The whole answer as text, so that a test can check what it does not contain. */
  readonly text: string;
}

/** A user who tries to read files and record steps. An attempt returns the status, and the code of a refusal. */
class Reader {
  constructor(protected readonly person: CityUser) {}

  get userId(): string {
    return this.person.userId;
  }

  /** Opens a file: 200, or the status and code of the refusal. */
  async opens({ fileId }: StoryCase, purpose?: string): Promise<string> {
    return outcome(await this.person.reads(`/files/${fileId}`, purposeHeader(purpose)));
  }

  /** Today's statuses of one rule's findings in a file. */
  async finds(rule: string, { fileId }: StoryCase): Promise<readonly string[]> {
    const { body } = await this.person.reads(`/files/${fileId}`);
    return statusesOf(rule, body.findings as Found[]);
  }

  /** The file as it was on one day, by what was known on another. */
  async replays({ fileId }: StoryCase, asOf: string, knownAt?: string): Promise<Picture> {
    const known = knownAt === undefined ? '' : `&knownAt=${knownAt}`;
    const { status, body, text } = await this.person.reads(`/files/${fileId}/replay?asOf=${asOf}${known}`);
    expect(status).toBe(200);
    return {
      events: (body.events as { type: string }[]).map(({ type }) => type),
      statusesOf: (rule) => statusesOf(rule, body.findings as Found[]),
      text,
    };
  }

  /** The findings of a rule in all files that the user reaches: `[file, status, due day]`. */
  async lists(rule: string): Promise<readonly (readonly [string, string, string])[]> {
    const { body } = await this.person.reads(`/findings?rule=${rule}`);
    return (body.findings as { fileId: string; status: string; dueOn: string }[]).map(
      ({ fileId, status, dueOn }) => [fileId, status, dueOn],
    );
  }

  /** Opens a new file: 201, or the status and code of the refusal. */
  async triesToOpenAFile(): Promise<string> {
    return outcome(await this.person.writes('/files', { person: KIM }));
  }

  /** Records a step: 201, or the status and code of the refusal. */
  async tries({ fileId }: StoryCase, step: unknown): Promise<string> {
    return outcome(await this.person.writes(`/files/${fileId}/events`, step));
  }
}

export class CaseWorker extends Reader {
  /** Opens a file on the day of the application and records the steps up to the order (`fromApplicationToOrder`). */
  async takesACaseToOrder(person: object = KIM): Promise<StoryCase> {
    const { body } = await this.person.writes('/files', { person, occurredOn: '2026-02-09' });
    const { fileId } = body as { fileId: string };
    const { steps, ids } = fromApplicationToOrder(this.userId);
    await this.person.records(fileId, steps);
    return { fileId, ...ids };
  }

  /** Records one step of a case. @returns the ids of the things that the step created */
  async records(
    { fileId, caseId }: StoryCase,
    type: string,
    occurredOn: string,
    data: object,
  ): Promise<Readonly<Record<string, string>>> {
    const step = { type, occurredOn, data, ...(!OF_THE_FILE.includes(type) && { caseId }) };
    const { body } = await this.person.records(fileId, step);
    return (body as { events: { ids: Record<string, string> }[] }).events[0]!.ids;
  }

  phones(about: StoryCase, partyId: string, on: string): Promise<Readonly<Record<string, string>>> {
    return this.records(about, 'ContactMade', on, {
      withPerson: false,
      partyIds: [partyId],
      direction: 'out',
      channel: 'phone',
      subjects: ['measure'],
      purpose: 'Fråga hur ledsagningen har börjat.',
      disclosed: true,
      ground: null,
    });
  }
}

/** Steps that belong to the file and to none of its cases. */
const OF_THE_FILE: readonly string[] = ['PartyRecorded', 'CaseWorkerAssigned', 'CaseClosed', 'NoteWritten'];

export class Manager extends Reader {
  /** How many findings of the rule are pending and overdue today, per case worker of the unit: `[worker, pending, overdue]`. */
  async seesOfRule(rule: string): Promise<readonly (readonly [string, number, number])[]> {
    const { body } = await this.person.reads('/units/farsta/status');
    return (body.rows as { rule: string; workerId: string; counts: { pending: number; overdue: number } }[])
      .filter((row) => row.rule === rule)
      .map(({ workerId, counts }) => [workerId, counts.pending, counts.overdue]);
  }

  async assigns({ fileId }: StoryCase, to: CaseWorker, on: string): Promise<void> {
    const data = { userId: to.userId, role: 'responsible', from: on };
    await this.person.records(fileId, { type: 'CaseWorkerAssigned', occurredOn: on, data });
  }

  /** The users who opened the file, in order. */
  async seesWhoOpened({ fileId }: StoryCase): Promise<readonly string[]> {
    const { body } = await this.person.reads(`/files/${fileId}/access-log`, purposeHeader('quality'));
    const entries = body.entries as { userId: string; action: string }[];
    return entries.filter(({ action }) => action !== 'refused').map(({ userId }) => userId);
  }
}

export class Inspector extends Reader {
  /** @param approver the other person, who approves reviews and closes them */
  constructor(
    person: CityUser,
    private readonly approver: CityUser,
  ) {
    super(person);
  }

  /** Plans a review of the approvals to women in Farsta and draws one case. @returns the file that was drawn */
  async draws(reviewId: string): Promise<string> {
    const strata = [{ unitId: 'farsta', sex: 'female', act: 'lss', wanted: 1 }];
    const planned = await this.person.writes('/reviews', { ...PLAN, reviewId, strata });
    expect(planned.status).toBe(201);
    expect((await this.approver.writes(`/reviews/${reviewId}/approval`, {})).status).toBe(201);
    const said = { spoken: '4 6 1', spokenBy: this.approver.userId };
    const drawn = await this.person.writes(`/reviews/${reviewId}/sample`, said);
    expect(drawn.status).toBe(201);
    const { body } = await this.person.reads(`/reviews/${reviewId}/sample`);
    return (body.cases as { fileId: string }[])[0]!.fileId;
  }

  async closes(reviewId: string): Promise<void> {
    expect((await this.person.writes(`/reviews/${reviewId}/closure`, {})).status).toBe(201);
    expect((await this.approver.writes(`/reviews/${reviewId}/closure/approval`, {})).status).toBe(201);
  }

  /** The files, among those that the inspector reaches, in which the rules find something. */
  async reaches(): Promise<ReadonlySet<string>> {
    const { body } = await this.person.reads('/findings');
    return new Set((body.findings as { fileId: string }[]).map(({ fileId }) => fileId));
  }
}

const PLAN = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as object;

const statusesOf = (rule: string, findings: readonly Found[]): readonly string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ status }) => status);

const purposeHeader = (purpose: string | undefined): Record<string, string> =>
  purpose === undefined ? {} : { 'X-Purpose': purpose };

const outcome = ({ status, body }: Response): string =>
  status < 300 ? String(status) : `${status} ${(body as { code: string }).code}`;
