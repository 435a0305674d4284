import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { uuid } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { PURPOSE } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { draftAnswer, savedAnswer } from './draft-answer';
import { Drafts, PROBLEMS_OF_SAVING } from './drafts';

const PLACE = { fileId: uuid('Id of the personal file'), draftId: uuid('Id of the draft') };
const PROBLEMS = ['NOT_ALLOWED', 'PURPOSE_REQUIRED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED'] as const;

/** Keeps what a user writes in the form of a step, until the step is recorded. Nobody but the user is shown it. */
@ApiTags('drafts')
@Controller('api/v1/files')
export class FileDraftsController {
  constructor(
    private readonly access: FileAccess,
    private readonly drafts: Drafts,
  ) {}

  @Put(':fileId/drafts/:draftId')
  @Access('file.read')
  @Operation({
    id: 'saveDraft',
    sv: 'Sparar ett utkast till ett steg. Utkastets id skickas som Idempotency-Key när steget antecknas; då försvinner utkastet.',
    en: 'Saves a draft of a step. Its id is sent as the Idempotency-Key of the step, which ends the draft',
    path: PLACE,
    headers: [PURPOSE],
    body: 'DraftContent',
    answer: { of: 'DraftSaved' },
    problems: [...PROBLEMS, ...PROBLEMS_OF_SAVING, 'DRAFT_RECORDED'],
  })
  async save(
    @Visiting() visit: Visit,
    @Param('fileId') fileId: string,
    @Param('draftId') draftId: string,
    @Body() body: unknown,
  ): Promise<Answer<'DraftSaved'>> {
    // The answer says nothing of the file, so this is no reading of it.
    const { file } = await this.access.reach(visit, fileId);
    return savedAnswer(await this.drafts.save(visit.user.userId, draftId, body, file));
  }

  @Get(':fileId/drafts/:draftId')
  @Access('file.read')
  @Operation({
    id: 'getDraft',
    sv: 'Ett eget utkast i akten, som det skrevs. Läsningen loggas som en läsning av akten.',
    en: 'An own draft in the file, as it was written. The reading is logged as one of the file',
    path: PLACE,
    headers: [PURPOSE],
    answer: { of: 'Draft' },
    problems: PROBLEMS,
  })
  async read(
    @Visiting() visit: Visit,
    @Param('fileId') fileId: string,
    @Param('draftId') draftId: string,
  ): Promise<Answer<'Draft'>> {
    const { file } = await this.access.openFile(visit, fileId, 'draft');
    const draft = await this.drafts.find(visit.user.userId, draftId, file.fileId);
    if (draft === undefined) throw new Problem('NOT_FOUND');
    return draftAnswer(draft);
  }

  @Delete(':fileId/drafts/:draftId')
  @Access('file.read')
  @HttpCode(204)
  @Operation({
    id: 'discardDraft',
    sv: 'Kastar ett eget utkast i akten. Om igen ändrar ingenting.',
    en: 'Discards an own draft in the file. Again changes nothing',
    path: PLACE,
    headers: [PURPOSE],
    answer: { status: 204 },
    problems: [...PROBLEMS, 'FOREIGN_ORIGIN'],
  })
  async discard(
    @Visiting() visit: Visit,
    @Param('fileId') fileId: string,
    @Param('draftId') draftId: string,
  ): Promise<void> {
    await this.access.reach(visit, fileId);
    await this.drafts.discard(visit.user.userId, draftId);
  }
}
