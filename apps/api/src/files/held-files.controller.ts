import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { heldFilesOn, type ReadDatabase } from '@rt/read-models';
import { Visiting, type Visit } from '../access/visit';
import { day, directoryId, word } from '../http/parameters';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { READ_DATABASE } from '../ports';

const HELD_FILES = listRoute({
  id: 'listFiles',
  sv: 'Akterna efter ansvarig handläggare, och vad som är öppet i dem: det som chefen ser innan akter fördelas. Även de som ingen har.',
  en: 'The files by their responsible case worker, and what is open in them: what a manager sees before handing files over. Also those that nobody has',
  permission: 'worklist.read',
  log: 'files',
  filters: {
    on: day('The day the open findings are counted on; left out: today'),
    worker: directoryId('Files of this case worker'),
    held: word('nobody: only files without a case worker', ['nobody']),
  },
  logged: ['held'],
  limit: ['Files', 100],
  // The place is the id of a file.
  place: /^[\w-]{1,60}$/,
  answer: 'HeldFiles',
  lines: 'files',
});

/** Lists the files of a unit, of one of its case workers, or of nobody. */
@ApiTags('files')
@Controller('api/v1/files')
export class HeldFilesController {
  constructor(
    private readonly lists: Lists,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @List(HELD_FILES)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    return this.lists.answer(HELD_FILES, visit, query, ({ held, ...asked }) =>
      heldFilesOn(this.db, { ...asked, ...(held === 'nobody' && { unassigned: true }) }),
    );
  }
}
