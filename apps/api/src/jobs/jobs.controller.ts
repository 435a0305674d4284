import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decideAccess } from '@rt/identity';
import type { Response } from 'express';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { parametersOf, uuid, whole } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';
import { jobAnswer } from './job-answer';
import { loggedAs, permissionFor } from './job-questions';
import { Jobs, type AskedJob } from './jobs';

const JOB_ID = { jobId: uuid('Id of the job') };
const WAIT = { wait: whole('Seconds to wait for the end of the job; left out: none', 0, 30) };

/**
 * Answers long questions that were asked at other routes. A job is shown to the user who asked, while that user may still ask; to other users it is as
 * if there were none.
 */
@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly access: FileAccess,
  ) {}

  @Get()
  @Access('jobs.read')
  @Operation({
    id: 'listJobs',
    sv: 'De egna jobben, i den ordning de beställdes.',
    en: 'One’s own jobs, in the order in which they were asked for',
    answer: { of: 'Jobs' },
    problems: ['NOT_ALLOWED'],
  })
  list(@Visiting() { user }: Visit): Answer<'Jobs'> {
    const shown = this.jobs
      .jobsOf(user.userId)
      .filter(({ question }) => decideAccess(user, { permission: permissionFor(question) }).allowed);
    return { jobs: shown.map((job) => jobAnswer(job, this.jobs)) };
  }

  @Get(':jobId')
  @Access('jobs.read')
  @Operation({
    id: 'getJob',
    sv: 'Hur långt ett jobb har kommit, och var dess svar finns när det är klart.',
    en: 'How far a job has come, and where its result is when it is done',
    path: JOB_ID,
    query: WAIT,
    answer: { of: 'Job' },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'INVALID_QUERY'],
  })
  async read(
    @Visiting() visit: Visit,
    @Param('jobId') jobId: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'Job'>> {
    const { wait = 0 } = parametersOf(query, WAIT);
    const job = await this.ownJob(visit, jobId);
    if (wait > 0) await this.jobs.waitFor(job, wait * 1_000);
    return jobAnswer(await this.ownJob(visit, jobId), this.jobs);
  }

  @Get(':jobId/result')
  @Access('jobs.read')
  @Operation({
    id: 'getJobResult',
    sv: 'Svaret på frågan, när jobbet är klart. Varje läsning loggas som frågan själv.',
    en: 'The answer to the question, once the job is done. Each reading is logged as the question itself',
    path: JOB_ID,
    answer: { of: 'JobResult' },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'JOB_NOT_DONE', 'HISTORY_DAMAGED', 'ACCESS_NOT_LOGGED'],
  })
  async result(
    @Visiting() visit: Visit,
    @Param('jobId') jobId: string,
    @Res() response: Response,
  ): Promise<void> {
    const job = await this.ownJob(visit, jobId);
    const { question, state, problem } = job;
    const text = await this.access.readAs(visit, permissionFor(question), loggedAs(question), async () => {
      if (state === 'failed' && (problem === 'HISTORY_DAMAGED' || problem === 'KEY_DAMAGED'))
        throw new Problem(problem);
      if (state !== 'done') throw new Problem('JOB_NOT_DONE', [{ field: 'jobId', code: state }]);
      return this.jobs.resultOf(job);
    });
    if (text === undefined) throw new Problem('NOT_FOUND');
    response.type('application/json').send(text);
  }

  @Delete(':jobId')
  @Access('jobs.remove')
  @HttpCode(204)
  @Operation({
    id: 'removeJob',
    sv: 'Avbryter jobbet om det inte är klart, och tar bort det med dess svar.',
    en: 'Cancels the job if it is not done, and removes it with its result',
    path: JOB_ID,
    answer: { status: 204 },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'FOREIGN_ORIGIN'],
  })
  async remove(@Visiting() { user }: Visit, @Param('jobId') jobId: string): Promise<void> {
    const job = this.jobs.find(user.userId, jobId);
    if (job === undefined) throw new Problem('NOT_FOUND');
    await this.jobs.remove(job);
  }

  /** @throws Problem NOT_FOUND; NOT_ALLOWED if the user may not ask the question any more */
  private async ownJob(visit: Visit, jobId: string): Promise<AskedJob> {
    const job = this.jobs.find(visit.user.userId, jobId);
    if (job === undefined) throw new Problem('NOT_FOUND');
    await this.access.grantAs(visit, permissionFor(job.question));
    return job;
  }
}
