import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TITLES, type FileId } from '@rt/domain';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { ShownNames } from '../access/shown-names';
import { Visiting, type Visit } from '../access/visit';
import { uuid } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';
import { draftAnswer, savedAnswer } from './draft-answer';
import { Drafts, PROBLEMS_OF_SAVING } from './drafts';

const DRAFT_ID = { draftId: uuid('Id of the draft') };

/** A user's own drafts in all files, and those of files that are not opened yet. */
@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftsController {
  constructor(
    private readonly access: FileAccess,
    private readonly drafts: Drafts,
    private readonly names: ShownNames,
  ) {}

  @Get()
  @Access('drafts.read')
  @Operation({
    id: 'listDrafts',
    sv: 'De egna utkasten, det senast sparade först. Vad som står i dem visas inte här. Utkast i akter som man inte längre får läsa är inte med.',
    en: 'One’s own drafts, the one saved last first. What is written in them is not shown here. Drafts in files that one may not read any more are left out',
    answer: { of: 'Drafts' },
    problems: ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED'],
  })
  list(@Visiting() visit: Visit): Promise<Answer<'Drafts'>> {
    const { user } = visit;
    return this.access.list(visit, this.access.grantFor(visit), 'drafts', async () => {
      const own = await this.drafts.of(user.userId);
      const readable = new Set(
        await this.access.readable(
          user,
          own.flatMap(({ fileId }) => (fileId === null ? [] : [fileId as FileId])),
        ),
      );
      const drafts = own.filter(({ fileId }) => fileId === null || readable.has(fileId as FileId));
      const { persons } = await this.names.of(
        user,
        [...readable].map((fileId) => ({ fileId })),
      );
      return {
        drafts: drafts.map((draft) => ({
          ...savedAnswer(draft),
          fileId: draft.fileId,
          type: draft.type,
          title: TITLES[draft.type],
        })),
        persons,
      };
    });
  }

  @Put(':draftId')
  @Access('file.open')
  @Operation({
    id: 'saveDraftOfNewFile',
    sv: 'Sparar ett utkast till en akt som inte är öppnad. Utkastets id skickas som Idempotency-Key när akten öppnas.',
    en: 'Saves a draft of a file that is not opened yet. Its id is sent as the Idempotency-Key when the file is opened',
    path: DRAFT_ID,
    body: 'DraftContent',
    answer: { of: 'DraftSaved' },
    problems: ['NOT_ALLOWED', ...PROBLEMS_OF_SAVING],
  })
  async save(
    @Visiting() { user }: Visit,
    @Param('draftId') draftId: string,
    @Body() body: unknown,
  ): Promise<Answer<'DraftSaved'>> {
    return savedAnswer(await this.drafts.save(user.userId, draftId, body));
  }

  @Get(':draftId')
  @Access('drafts.read')
  @Operation({
    id: 'getDraftOfNewFile',
    sv: 'Ett eget utkast till en akt som inte är öppnad, som det skrevs.',
    en: 'An own draft of a file that is not opened yet, as it was written',
    path: DRAFT_ID,
    answer: { of: 'Draft' },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED'],
  })
  read(@Visiting() visit: Visit, @Param('draftId') draftId: string): Promise<Answer<'Draft'>> {
    return this.access.list(visit, this.access.grantFor(visit), 'draft', async () => {
      const draft = await this.drafts.find(visit.user.userId, draftId, null);
      if (draft === undefined) throw new Problem('NOT_FOUND');
      return draftAnswer(draft);
    });
  }

  @Delete(':draftId')
  @Access('drafts.read')
  @HttpCode(204)
  @Operation({
    id: 'discardOwnDraft',
    sv: 'Kastar ett eget utkast, i vilken akt det än är. Om igen ändrar ingenting.',
    en: 'Discards an own draft, in whatever file it is. Again changes nothing',
    path: DRAFT_ID,
    answer: { status: 204 },
    problems: ['NOT_ALLOWED', 'FOREIGN_ORIGIN'],
  })
  async discard(@Visiting() { user }: Visit, @Param('draftId') draftId: string): Promise<void> {
    await this.drafts.discard(user.userId, draftId);
  }
}
