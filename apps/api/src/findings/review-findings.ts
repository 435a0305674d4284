import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FileId, Instant, LocalDate, ReviewId, Step, UnitId, UserId } from '@rt/domain';
import { ReadReview, ReadSampleFindings, type SampleFinding } from '@rt/inspection';
import { filesInSample, filesStoodInFor, oncePerContact, type ReadDatabase } from '@rt/read-models';
import type { ListedStatus } from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { READ_DATABASE } from '../ports';

export interface ReviewFindingsQuestion {
  readonly review: ReviewId;
  /** The day of the statuses. */
  readonly on: LocalDate;
  /** Left out: at the draw. */
  readonly knownAt?: Instant;
  readonly unit?: UnitId;
  readonly worker?: UserId;
  readonly rule?: readonly string[];
  readonly step?: readonly Step[];
  readonly status?: readonly ListedStatus[];
  readonly inCase?: SampleFinding['inCase'];
  readonly dueBy?: LocalDate;
  readonly each?: true;
  readonly order?: 'oldestFirst' | 'newestFirst';
}

interface Known {
  readonly knownAt: Instant | undefined;
  readonly findings: readonly SampleFinding[];
}

type Place = readonly string[];

/**
 * The findings in the sample of a review. They are as known at the draw, with the status by what is known now beside each, so that a file that is
 * repaired after the draw does not change the list.
 */
@Injectable()
export class ReviewFindings {
  constructor(
    private readonly access: FileAccess,
    private readonly queries: QueryBus,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  /** The measuring day of a review; undefined if there is no such review. */
  async measuringDayOf(review: string): Promise<LocalDate | undefined> {
    const { planned } = await this.queries.execute(new ReadReview(review));
    return planned?.data.measuringDay;
  }

  /** All findings that match the question, in its order. */
  async read(question: ReviewFindingsQuestion): Promise<Known> {
    const { review, on, order } = question;
    const { drawn } = await this.queries.execute(new ReadReview(review));
    const knownAt = question.knownAt ?? drawn?.data.frame.knownAt;
    if (knownAt === undefined) return { knownAt, findings: [] };
    const moment = { on, knownAt, heldOn: this.access.today };
    const files = await filesInSample(this.db, review);
    const found = await this.queries.execute(new ReadSampleFindings(files, moment));
    const stoodIn = await this.stoodInFor(question);
    const matching = [...found.values()]
      .flatMap(({ then }) => then)
      .filter((finding) => matches(finding, question, stoodIn));
    const lines = question.rule === undefined && !question.each ? oncePerContact(matching) : matching;
    const findings = [...lines].sort((a, b) => compare(placeOf(a), placeOf(b)));
    return { knownAt, findings: order === 'newestFirst' ? findings.reverse() : findings };
  }

  private async stoodInFor({ worker }: ReviewFindingsQuestion): Promise<ReadonlySet<FileId>> {
    return worker === undefined ? new Set() : filesStoodInFor(this.db, worker, this.access.today);
  }
}

/** A page of what was read. @param cursor `next` of the page before */
export const pageOfFindings = (
  { findings, knownAt }: Known,
  { limit, cursor, order }: Pick<ReviewFindingsQuestion, 'order'> & { limit: number; cursor?: string },
) => {
  const after = cursor?.split(' ');
  const way = order === 'newestFirst' ? -1 : 1;
  const rest = after ? findings.filter((one) => compare(placeOf(one), after) * way > 0) : findings;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    findings: page,
    ...(knownAt !== undefined && { knownAt }),
    ...(last && rest.length > limit && { next: placeOf(last).join(' ') }),
  };
};

const placeOf = ({ dueOn, id, fileId }: SampleFinding): Place => [dueOn, id, fileId];

const compare = (a: Place, b: Place): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

const matches = (
  finding: SampleFinding,
  question: ReviewFindingsQuestion,
  stoodIn: ReadonlySet<FileId>,
): boolean => {
  const { unit, worker, rule, step, status, inCase, dueBy } = question;
  return (
    (unit === undefined || finding.unitId === unit) &&
    (worker === undefined || finding.workerId === worker || stoodIn.has(finding.fileId)) &&
    (rule === undefined || rule.includes(finding.rule)) &&
    (step === undefined || step.includes(finding.step)) &&
    (status === undefined || status.includes(finding.status)) &&
    (inCase === undefined || finding.inCase === inCase) &&
    (dueBy === undefined || finding.dueOn <= dueBy)
  );
};
