import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factsOf, takenOutAt, type LocalDate } from '@rt/domain';
import type { EventStore, Position } from '@rt/event-store';
import { RulesetRepository, type LoadedFile } from '@rt/files';
import { Handling } from '@rt/handling';
import { replayFile, type AdoptedSettings } from '@rt/rules';
import type { Request, Response } from 'express';
import { actorFor } from '../access/authorise';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { entityTag, idempotencyKeyOf, ifMatchOf } from '../http/headers';
import { PROBLEMS_OF_A_WRITE } from '../http/problem';
import { designation, instant, parametersOf, uuid, whole, day, word } from '../http/parameters';
import { sendParts } from '../http/send-parts';
import type { Answer } from '../openapi/answers';
import { IDEMPOTENCY_KEY, IF_MATCH, PURPOSE, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { EVENT_STORE } from '../ports';
import { PlannedReviews } from '../reviews/planned-review';
import { Drafts } from '../drafts/drafts';
import { FileAnswers } from './file-answers';
import { historyPage, eventAnswer } from './history-page';
import { Previews } from './previews';

const FILE_ID = { fileId: uuid('Id of the personal file') };
const HISTORY = {
  from: whole('The first revision of the page; left out: 0', 0, 999_999_999),
  limit: whole('Events at most; left out: 200', 1, 1_000),
  review: designation('For a reader of reviews: the review in whose sample the file is read'),
};
const REPLAY = {
  asOf: day('As it was on this day; left out: today'),
  knownAt: instant('As it was known then; left out: now'),
  review: designation(
    'For a reader of reviews: left out, the day is the measuring day of this review, and it is as known at its draw',
  ),
};
const PREVIEW = { preview: word('true: the steps are not recorded', ['true']) };
const PROBLEMS_OF_A_FILE = ['NOT_ALLOWED', 'PURPOSE_REQUIRED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED'] as const;

type Given = Readonly<Record<string, unknown>>;

/** Opens, reads and replays personal files (personakter), and records steps in them. */
@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly handling: Handling,
    private readonly access: FileAccess,
    private readonly answers: FileAnswers,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly ruleset: RulesetRepository,
    private readonly reviews: PlannedReviews,
    private readonly previews: Previews,
    private readonly drafts: Drafts,
  ) {}

  @Post()
  @Access('file.open')
  @Operation({
    id: 'openFile',
    sv: 'Öppnar en personakt för en person hos den egna nämnden.',
    en: 'Opens a personal file for a person at the own board',
    headers: [IDEMPOTENCY_KEY],
    body: 'OpenFile',
    answer: { status: 201, of: 'FileOpened' },
    problems: PROBLEMS_OF_A_WRITE,
  })
  async open(
    @Visiting() { user }: Visit,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'FileOpened'>> {
    const key = idempotencyKeyOf(headers);
    const { fileId } = await this.handling.openFile(actorFor(user), key, body);
    await this.drafts.recorded(user.userId, key, { fileId, types: [] });
    response.set('Location', `/api/v1/files/${fileId}`);
    return { fileId, position: (await this.store.lastPosition()) as Position };
  }

  @Post(':fileId/events')
  @Access('byEventType')
  @Operation({
    id: 'recordEvents',
    sv: 'Antecknar ett handläggningssteg, eller högst 50 som hör ihop: alla eller inget. Med preview=true antecknas inget: svaret säger vilka brister som skulle åtgärdas och uppstå.',
    en: 'Records one handling step, or at most 50 that belong together: all or none. With preview=true nothing is recorded: the answer says which findings would be settled and made',
    path: FILE_ID,
    headers: [IDEMPOTENCY_KEY, IF_MATCH, PURPOSE],
    query: PREVIEW,
    body: 'Steps',
    answer: { status: 201, of: 'Recorded', etag: true, orShows: 'Preview' },
    problems: [...PROBLEMS_OF_A_WRITE, 'INVALID_QUERY', 'PURPOSE_REQUIRED', 'ACCESS_NOT_LOGGED'],
  })
  async record(
    @Visiting() visit: Visit,
    @Param('fileId') fileId: string,
    @Headers() headers: Record<string, string>,
    @Query() query: Given,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'Recorded'> | Answer<'Preview'>> {
    const { preview } = parametersOf(query, PREVIEW);
    const key = idempotencyKeyOf(headers);
    const ifMatch = ifMatchOf(headers);
    const actor = actorFor(visit.user);
    const seen = { ...(ifMatch !== undefined && { ifMatch }) };
    if (preview === 'true') {
      // What would change says what is in the file, so it is a reading of the file, with its permission and its entry in the log.
      const { today } = await this.access.openFile({ ...visit, access: 'file.read' }, fileId, 'preview');
      response.status(200);
      return this.previews.of(await this.handling.preview(actor, fileId, key, body, seen), today);
    }
    const answer = await this.handling.record(actor, fileId, key, body, seen);
    await this.drafts.recorded(visit.user.userId, key, {
      fileId,
      types: answer.events.map(({ type }) => type),
    });
    response.set('ETag', entityTag(answer.revision));
    return answer;
  }

  @Get(':fileId')
  @Access('file.read')
  @Operation({
    id: 'getFile',
    sv: 'Akten så som den är känd nu, och vad reglerna finner i den i dag.',
    en: 'The file as it is known now, and what the rules find in it today',
    path: FILE_ID,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'File', etag: true },
    problems: PROBLEMS_OF_A_FILE,
  })
  async read(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { file, today, grant, mayRecord } = await this.access.openFile(visit, given);
    const settings = (await this.ruleset.load()).recorded;
    const { fileId, revision } = file;
    const { role, relation } = grant;
    const head = { fileId, on: today, revision, as: { role, relation }, mayRecord: mayRecord() };
    response.set('ETag', entityTag(revision)).type('application/json');
    sendParts(request, response, this.answers.answer(file, today, settings, head));
  }

  @Get(':fileId/events')
  @Access('file.history')
  @Operation({
    id: 'getHistory',
    sv: 'Aktens historik: varje händelse så som den antecknades, i antecknad ordning.',
    en: 'The history of the file: every event as it was recorded, in the order of recording',
    path: FILE_ID,
    query: HISTORY,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'History', etag: true },
    problems: [...PROBLEMS_OF_A_FILE, 'INVALID_QUERY'],
  })
  async history(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Query() query: Given,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'History'>> {
    const { from = 0, limit = 200, review } = parametersOf(query, HISTORY);
    if (review !== undefined) await this.reviews.mustHoldFile(visit, review, given);
    const ground = review === undefined ? '' : ` review=${review}`;
    const { file } = await this.access.openFile(visit, given, `from=${from} limit=${limit}${ground}`);
    const { fileId, recorded } = file;
    response.set('ETag', entityTag(recorded.length - 1));
    return { fileId, ...historyPage(recorded, from, limit) };
  }

  @Get(':fileId/replay')
  @Access('file.replay')
  @Operation({
    id: 'replayFile',
    sv: 'Akten så som den var en dag, så som den var känd vid en tidpunkt, bedömd den dagen.',
    en: 'The file as it was on a day, as it was known at an instant, judged on that day',
    path: FILE_ID,
    query: REPLAY,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'Replay' },
    problems: [...PROBLEMS_OF_A_FILE, 'INVALID_QUERY'],
  })
  async replay(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Query() query: Given,
  ): Promise<Answer<'Replay'>> {
    const asked = parametersOf(query, REPLAY);
    const { review } = asked;
    const moment = review === undefined ? undefined : await this.reviews.momentOf(visit, review);
    const asOf = asked.asOf ?? moment?.asOf ?? this.access.today;
    const knownAt = asked.knownAt ?? moment?.knownAt;
    const { file: loaded } = await this.access.openFile(
      visit,
      given,
      `asOf=${asOf} knownAt=${knownAt ?? 'now'}`,
    );
    const settings = (await this.ruleset.load()).recorded;
    const { events, file, findings, threads } = replayFile(loaded.recorded, { asOf, knownAt }, settings);
    return {
      fileId: loaded.fileId,
      asOf,
      knownAt: knownAt ?? null,
      events: events.map(eventAnswer),
      takenOut: takenOutAt(loaded.recorded, { asOf, knownAt }),
      facts: factsOf(file),
      findings,
      threads,
      ...(review !== undefined && { now: this.judgedNow(loaded, asOf, settings) }),
    };
  }

  /** The same day by what is known now. */
  private judgedNow({ recorded }: LoadedFile, asOf: LocalDate, settings: AdoptedSettings) {
    const { file, findings, threads } = replayFile(recorded, { asOf }, settings);
    return { facts: factsOf(file), findings, threads };
  }
}
