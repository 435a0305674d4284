import {
  nextWorkday,
  SPECS,
  startOfDay,
  type CaseId,
  type Command,
  type EventOf,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Person,
  type PersonalFileEventType,
  type UserId,
} from '@rt/domain';
import type { Chance } from './chance';
import { actorOf, type District } from './city';
import type {
  FileScript,
  ScriptedAcknowledgement,
  ScriptedCorrection,
  ScriptedMoment,
  ScriptedStep,
} from './script';

/** A logged entry that a later correction or retraction can refer to. */
export type Entry = symbol;

type About<Step> = Omit<Step, 'aboutEntry'> & { readonly about: Entry };

interface Logged {
  readonly entry: Entry;
  readonly recordedOn: LocalDate;
  readonly by: UserId;
  readonly step: Command | About<ScriptedCorrection> | About<ScriptedAcknowledgement>;
}

/** How a step is recorded; by default on its own day by the responsible case worker. */
export interface Recording {
  /** The day of recording; if absent, the day it happened on, or the next workday. */
  readonly recordedOn?: LocalDate;
  readonly occurredTime?: LocalTime;
  readonly by?: UserId;
  /** The case, for event types that do not require one. */
  readonly caseId?: CaseId;
}

/** Writes one personal file, step by step. It leaves out steps that would be recorded on `endsBefore` or later. */
export class FileWriter {
  private readonly logged: Logged[] = [];
  private readonly workers: { readonly from: LocalDate; readonly userId: UserId }[] = [];
  /** The case of the following steps. */
  caseId: CaseId | undefined;

  constructor(
    readonly key: string,
    readonly chance: Chance,
    readonly district: District,
    readonly person: Person,
    readonly openedOn: LocalDate,
    readonly endsBefore: LocalDate,
  ) {
    this.takeOver(chance.pick(district.workers), openedOn);
  }

  /** From that day another case worker is responsible and records all steps for which `by` is not given. */
  takeOver(userId: UserId, from: LocalDate): void {
    this.workers.push({ from, userId });
  }

  /** The case worker who is responsible on the day. */
  workerOn(day: LocalDate): UserId {
    return (this.workers.findLast(({ from }) => from <= day) ?? this.workers[0])?.userId as UserId;
  }

  /** Records a step, unless it would be recorded on `endsBefore` or later. */
  log<T extends PersonalFileEventType>(
    type: T,
    occurredOn: LocalDate,
    data: EventOf<T>['data'],
    recording: Recording = {},
  ): Entry {
    const entry = Symbol(type);
    const recordedOn = recording.recordedOn ?? nextWorkday(occurredOn);
    const caseId = recording.caseId ?? (SPECS[type].caseId === 'required' ? this.caseId : undefined);
    const { occurredTime } = recording;
    const step = {
      type,
      occurredOn,
      ...(occurredTime && { occurredTime }),
      ...(caseId && { caseId }),
      data,
    } as Command;
    this.push({ entry, recordedOn, by: recording.by ?? this.workerOn(recordedOn), step });
    return entry;
  }

  /** Records a correction of an entry. @param by otherwise the responsible case worker */
  correct(about: Entry, day: LocalDate, data: ScriptedCorrection['data'], by = this.workerOn(day)): void {
    const step = { type: 'EntryCorrected', occurredOn: day, about, data } as const;
    this.push({ entry: Symbol('correction'), recordedOn: day, by, step });
  }

  /** Records the retraction of an entry. */
  retract(about: Entry, day: LocalDate, reason: string): void {
    const step = { type: 'EntryRetracted', occurredOn: day, about, data: { reason } } as const;
    this.push({ entry: Symbol('retraction'), recordedOn: day, by: this.workerOn(day), step });
  }

  /** Acknowledges the gap that arose from an entry. */
  acknowledge(about: Entry, day: LocalDate, data: ScriptedAcknowledgement['data'], caseId?: CaseId): void {
    const step = {
      type: 'GapAcknowledged',
      occurredOn: day,
      about,
      data,
      ...(caseId && { caseId }),
    } as const;
    this.push({ entry: Symbol('acknowledgement'), recordedOn: day, by: this.workerOn(day), step });
  }

  private push(logged: Logged): void {
    if (logged.recordedOn < this.endsBefore) this.logged.push(logged);
  }

  /** A new random id. */
  id<Id extends string>(): Id {
    return this.chance.uuid() as Id;
  }

  /** The file in the order of recording. Successive steps that one user records on one day are recorded in one batch. */
  script(): FileScript {
    const inOrder = this.logged
      .map((logged, at) => ({ logged, at }))
      .sort((a, b) => compare(a.logged.recordedOn, b.logged.recordedOn) || a.at - b.at)
      .map(({ logged }) => logged);
    const places = new Map(inOrder.map(({ entry }, at) => [entry, at + 1]));
    const clock = new OfficeClock(this.chance.fork('clock'));
    const { district, openedOn, person } = this;
    const opening = {
      recordedAt: clock.next(openedOn),
      actor: actorOf(district, this.workerOn(openedOn)),
      occurredOn: openedOn,
      person,
    };
    const moments = togetherOn(inOrder).map(([first, ...rest]): ScriptedMoment => {
      const together = [first, ...rest];
      return {
        recordedAt: clock.next(first.recordedOn, together),
        actor: actorOf(district, first.by),
        steps: together.map(({ step }) => scripted(step, places)),
      };
    });
    return { key: this.key, opening, moments };
  }
}

const scripted = (step: Logged['step'], places: ReadonlyMap<Entry, number>): ScriptedStep => {
  if (!('about' in step)) return step;
  const { about, ...rest } = step;
  const aboutEntry = places.get(about);
  if (aboutEntry === undefined) throw new Error('a correction lies before the entry it is about');
  return { ...rest, aboutEntry };
};

type Together = [Logged, ...Logged[]];

/** Groups successive steps that one user records on one day. */
const togetherOn = (inOrder: readonly Logged[]): readonly Together[] => {
  const runs: Together[] = [];
  for (const logged of inOrder) {
    const run = runs.at(-1);
    if (run && run[0].recordedOn === logged.recordedOn && run[0].by === logged.by) run.push(logged);
    else runs.push([logged]);
  }
  return runs;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Gives instants during working hours, each later than the one before and later than the times of day that its steps state. */
class OfficeClock {
  private day: LocalDate | undefined;
  private minute = 0;

  constructor(private readonly chance: Chance) {}

  next(day: LocalDate, steps: readonly Logged[] = []): Instant {
    const earliest = (day === this.day ? this.minute : 8 * 60) + this.chance.whole(7, 60);
    this.minute = Math.max(earliest, ...steps.map(({ step }) => minuteAfter(step)));
    this.day = day;
    const instant = Date.parse(startOfDay(day)) + this.minute * 60_000 + this.chance.whole(0, 59_999);
    return new Date(instant).toISOString() as Instant;
  }
}

const minuteAfter = (step: Logged['step']): number => {
  if (!('occurredTime' in step) || !step.occurredTime) return 0;
  return Number(step.occurredTime.slice(0, 2)) * 60 + Number(step.occurredTime.slice(3)) + 4;
};
