import { Inject, Injectable } from '@nestjs/common';
import type { FileId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { showsPerson, relationsOf, type User } from '@rt/identity';
import { namesOf, type ReadDatabase } from '@rt/read-models';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { filesOnDay } from './access-facts';
import { FileAccess } from './file-access';

/**
 * The name of the person whose file it is. The name of a person with a protected identity is shown to users with a relation to the file; for other
 * users it is null.
 */
export interface ShownName {
  readonly name: string | null;
  readonly protectedIdentity: boolean;
}

/** The names for the lines of a list, by file. Call it inside `FileAccess.list`, which has logged the list. */
@Injectable()
export class ShownNames {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    private readonly access: FileAccess,
  ) {}

  /** The names for some lines. A file that has been erased meanwhile has none. @param lines lines that `user` may read */
  async of(
    user: User,
    lines: readonly { readonly fileId: FileId }[],
  ): Promise<Readonly<Record<FileId, ShownName>>> {
    const names = await namesOf({ store: this.store, db: this.db }, [
      ...new Set(lines.map(({ fileId }) => fileId)),
    ]);
    const hidden = [...names].flatMap(([fileId, { protectedIdentity }]) =>
      protectedIdentity ? [fileId] : [],
    );
    const related = await this.relatedTo(user, hidden);
    return Object.fromEntries(
      [...names].map(([fileId, { name, protectedIdentity }]) => [
        fileId,
        { name: protectedIdentity && !related.has(fileId) ? null : name, protectedIdentity },
      ]),
    );
  }

  private async relatedTo(user: User, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
    const onDay = await filesOnDay(user, files, this.access.today, this.db);
    return new Set(
      [...onDay].flatMap(([fileId, { facts, openReviews }]) =>
        showsPerson(true, relationsOf(user, facts, openReviews)) ? [fileId] : [],
      ),
    );
  }
}
