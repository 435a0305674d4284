import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SUBJECTS, type PartyId } from '@rt/domain';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { day, invalid, parametersOf, uuid, words } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { PURPOSE, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { Previews } from './previews';

const CONTACT = {
  party: uuid('The party of the file that the contact is with; left out: the answer has the grounds alone'),
  subjects: words('What the contact is about', SUBJECTS),
  on: day('The day of the contact; left out: today'),
};

const NO_SUCH_PARTY = invalid('party', {
  wants: { sv: 'en person i aktens nätverk', en: 'a person in the network of the file' },
});

/** Answers whether a consent covers a contact, as soon as its form knows with whom it is and about what. */
@ApiTags('files')
@Controller('api/v1/files')
export class ContactCoverController {
  constructor(
    private readonly access: FileAccess,
    private readonly previews: Previews,
  ) {}

  @Get(':fileId/cover')
  @Access('file.read')
  @Operation({
    id: 'getCover',
    sv: 'Om ett medgivande eller en företrädare täcker en kontakt den dagen, och vilka bestämmelser som annars kan tillåta den.',
    en: 'Whether a consent or a representative covers a contact on that day, and which sections of law may allow it otherwise',
    path: { fileId: uuid('Id of the personal file') },
    query: CONTACT,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'ContactCover' },
    problems: ['NOT_ALLOWED', 'PURPOSE_REQUIRED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED', 'INVALID_QUERY'],
  })
  async cover(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'ContactCover'>> {
    const { party, subjects = [], on = this.access.today } = parametersOf(query, CONTACT);
    const { file } = await this.access.openFile(visit, given, `cover on=${on}`);
    // An id that the file does not have is not repeated in an answer.
    if (party !== undefined && file.file.get('party', party as PartyId) === undefined)
      throw new Problem('INVALID_QUERY', [NO_SUCH_PARTY]);
    const contacts =
      party === undefined ? [] : [{ occurredOn: on, data: { partyId: party as PartyId, subjects } }];
    return this.previews.cover(file.file, contacts, on);
  }
}
